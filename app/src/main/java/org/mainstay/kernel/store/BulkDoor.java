package org.mainstay.kernel.store;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The bulk form of the one door: many new records, each with its past, by COPY in one transaction.
/// Kinds, checks, history and feed are those of [RecordStore#save]; rows are marked as imported. Existing
/// records are changed through [RecordStore#save].
public final class BulkDoor {

    private final RecordTypes types;
    private final Saver saver;
    private final Transactions transactions;
    private final DSLContext db;
    private final Followers followers;

    BulkDoor(RecordTypes types, Saver saver, Transactions transactions, DSLContext db, Followers followers) {
        this.types = types;
        this.saver = saver;
        this.transactions = transactions;
        this.db = db;
        this.followers = followers;
    }

    /// The same as an operation of its own.
    public BulkResult write(Actor actor, RecordType<?> type, Cause cause, boolean rules, List<BulkRecord> records) {
        return write(actor, type, cause, Plan.newId(), rules, records);
    }

    /// Writes what is valid and says what is not. Takes part in the caller's transaction, so that a job's
    /// position moves together with its batch.
    ///
    /// @param operation ties the history rows together, for undo
    /// @param rules whether the type's rules derive values as they do for single records; off for imports
    ///     that bring derived values with them
    /// @param records at most a few thousand: a batch is to commit within a second
    public BulkResult write(
            Actor actor, RecordType<?> given, Cause cause, UUID operation, boolean rules, List<BulkRecord> records) {
        return write(prepare(actor, given, cause, operation, rules, records, _ -> List.of(), null));
    }

    /// Records that passed their rules and wait to be written.
    ///
    /// @param ready by place among the records given
    /// @param refused the same of those that did not pass
    /// @param seen what their rules saw, and left
    record Batch(
            RecordType<?> type, Map<Integer, Ready> ready, Map<Integer, List<Problem>> refused, BatchLookup seen) {}

    /// Reads, but writes nothing.
    ///
    /// @param permits further problems of a record as its rules leave it
    /// @param before a batch that may not be written yet, whose records are seen all the same
    Batch prepare(
            Actor actor,
            RecordType<?> given,
            Cause cause,
            UUID operation,
            boolean rules,
            List<BulkRecord> records,
            Function<Snapshot, List<Problem>> permits,
            @Nullable Batch before) {
        var type = types.current(given);
        var seen = saver.together(records, before == null ? null : before.seen);
        var refused = new HashMap<Integer, List<Problem>>();
        var ready = new LinkedHashMap<Integer, Ready>();
        for (int i = 0; i < records.size(); i++) {
            var problems = new ArrayList<Problem>();
            var one = prepare(actor, type, cause, operation, rules, records.get(i), problems, seen);
            problems.addAll(permits.apply(one.last()));
            if (problems.isEmpty()) {
                ready.put(i, one);
            } else {
                refused.put(i, List.copyOf(problems));
            }
        }
        return new Batch(type, ready, refused, seen);
    }

    BulkResult write(Batch batch) {
        var refused = new HashMap<>(batch.refused);
        var written = new ArrayList<Saved.Written>();
        copyOrSplit(batch.type, new ArrayList<>(batch.ready.entrySet()), written, refused);
        return new BulkResult(written, refused);
    }

    /// A record ready to be copied: its last state and its history.
    record Ready(BulkRecord record, Snapshot last, List<Pending> steps) {}

    private Ready prepare(
            Actor actor,
            RecordType<?> type,
            Cause cause,
            UUID operation,
            boolean rules,
            BulkRecord record,
            List<Problem> problems,
            BatchLookup seen) {
        Snapshot state = null;
        var steps = new ArrayList<Pending>();
        for (var version : record.versions()) {
            var named = new Cause(cause.kind(), version.cause(), cause.id());
            var plan = new Plan(named, operation, version.at(), true, new ArrayList<>());
            var step = state == null
                    ? new Step.Create(type, record.id(), record.number(), version.values(), List.of(), record.keys())
                    : new Step.Edit(state, version.values(), List.of());
            plan.with(step);
            var draft = saver.prepared(actor, plan, step, rules, version.reasons(), seen);
            problems.addAll(draft.problems());
            var context = new Pending.Context(named, operation, version.at(), true, version.by());
            var pending = saver.pending(step, draft, record.number(), record.keys(), context);
            state = after(type, record, state, pending, steps.size() + 1L);
            steps.add(pending);
        }
        if (state == null) {
            throw new IllegalArgumentException("a bulk record has at least one version");
        }
        if (problems.isEmpty()) {
            seen.add(state);
        }
        return new Ready(record, state, steps);
    }

    private static Snapshot after(
            RecordType<?> type, BulkRecord record, @Nullable Snapshot before, Pending step, long version) {
        var values = new HashMap<String, Object>(before == null ? Map.of() : before.values());
        step.written().forEach((attribute, value) -> {
            if (value == null) {
                values.remove(attribute.code());
            } else {
                values.put(attribute.code(), value);
            }
        });
        if (before == null) {
            values.put(Header.NUMBER.code(), record.number() == null ? "" : record.number());
            values.put(Header.CREATED_AT.code(), step.context().at());
            values.put(Header.CREATED_BY.code(), step.context().by());
        }
        values.put(Header.VERSION.code(), version);
        values.put(Header.UPDATED_AT.code(), step.context().at());
        values.put(Header.UPDATED_BY.code(), step.context().by());
        return new Snapshot(type, record.id(), values, true);
    }

    /// Copies the batch; where a constraint refuses it, halves it until the one at fault stands alone.
    private void copyOrSplit(
            RecordType<?> type,
            List<Map.Entry<Integer, Ready>> batch,
            List<Saved.Written> written,
            Map<Integer, List<Problem>> refused) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            written.addAll(transactions.within(
                    () -> copy(type, batch.stream().map(Map.Entry::getValue).toList())));
        } catch (DataIntegrityViolationException e) {
            if (batch.size() == 1) {
                refused.put(batch.getFirst().getKey(), List.of(Violations.problem(e)));
                return;
            }
            int half = batch.size() / 2;
            copyOrSplit(type, batch.subList(0, half), written, refused);
            copyOrSplit(type, batch.subList(half, batch.size()), written, refused);
        }
    }

    private List<Saved.Written> copy(RecordType<?> type, List<Ready> batch) {
        // Foreign keys are checked by plans a connection keeps: made on small tables they scan the whole, and
        // nothing renews them before the next automatic analyze.
        db.execute("discard plans");
        var now = db.select(DSL.field("clock_timestamp()", SQLDataType.INSTANT))
                .fetchSingle()
                .value1();
        var numbers = numbers(type, batch);
        var registry = new CopyText();
        var rows = new CopyText();
        var texts = new CopyText();
        var keys = new CopyText();
        var history = new CopyText();
        var written = new ArrayList<Saved.Written>();
        var columns = columns(type);
        for (int i = 0; i < batch.size(); i++) {
            var one = batch.get(i);
            var last = one.last();
            var number = numbers.get(i);
            registry.add(last.id())
                    .add(type.code())
                    .add(number)
                    .add(label(type, last, number))
                    .end();
            row(rows, columns, one, number, now);
            text(texts, type, last);
            for (var key : one.record().keys()) {
                keys.add(last.id())
                        .add(type.code())
                        .add(key.source())
                        .add(key.key())
                        .end();
            }
            history(history, one, now);
            written.add(new Saved.Written(last.id(), number, last.version(), true));
        }
        copyIn("kernel.record (id, type, number, label)", registry);
        copyIn(target(type, columns), rows);
        copyIn("kernel.search_text (record, type, folded)", texts);
        copyIn("kernel.external_key (record, type, source, key)", keys);
        copyIn(
                "kernel.history (record, type, version, kind, at, recorded_at, by, cause_kind, cause_name, cause_id,"
                        + " operation, imported, changes, reasons)",
                history);
        if (followers.any(type)) {
            var changes = batch.stream()
                    .map(it -> new Follower.Change(it.last().id(), null, it.last()))
                    .toList();
            followers.changed(
                    type, changes, batch.getFirst().steps().getFirst().context().cause());
        }
        return written;
    }

    private List<String> numbers(RecordType<?> type, List<Ready> batch) {
        if (type.prefix() == null) {
            return batch.stream()
                    .map(it -> String.valueOf(it.record().number()))
                    .toList();
        }
        return db.select(DSL.field(
                        "nextval({0})", SQLDataType.BIGINT, DSL.inline(type.schema() + "." + type.table() + "_number")))
                .from("generate_series(1, {0})", DSL.inline(batch.size()))
                .fetch(it -> Numbering.of(type, it.value1()));
    }

    private static String label(RecordType<?> type, Snapshot last, String number) {
        var label = type.label() == Header.NUMBER ? null : last.get(type.label());
        return label == null ? number : label;
    }

    /// The columns of the type's table that values go to, with the attributes kept in each: one, or for a
    /// JSONB column all of its keys.
    private static Map<String, List<Attribute<?>>> columns(RecordType<?> type) {
        var columns = new LinkedHashMap<String, List<Attribute<?>>>();
        columns.put("custom", new ArrayList<>());
        for (Attribute<?> attribute : type.attributes()) {
            switch (attribute.source()) {
                case Source.Column(var column) -> columns.put(column, List.of(attribute));
                case Source.Key it ->
                    columns.computeIfAbsent(it.column(), _ -> new ArrayList<>()).add(attribute);
                case Source.Computed _ -> {}
            }
        }
        return columns;
    }

    private static void row(
            CopyText rows, Map<String, List<Attribute<?>>> columns, Ready one, String number, Instant now) {
        var last = one.last();
        rows.add(last.id()).add(now.plusNanos((one.steps().size() - 1) * 1_000L));
        columns.forEach((column, attributes) -> {
            if (column.equals("number")) {
                rows.add(number);
            } else if (attributes.size() == 1 && attributes.getFirst().source() instanceof Source.Column) {
                rows.add(attributes.getFirst(), last.get(attributes.getFirst()));
            } else {
                rows.add(Changes.text(document(attributes, last)));
            }
        });
        rows.end();
    }

    private static ObjectNode document(List<Attribute<?>> attributes, Snapshot last) {
        var document = JsonNodeFactory.instance.objectNode();
        for (Attribute<?> attribute : attributes) {
            var value = last.get(attribute);
            if (value != null && attribute.source() instanceof Source.Key it) {
                document.set(it.key(), Changes.stored(attribute, value));
            }
        }
        return document;
    }

    private static void text(CopyText texts, RecordType<?> type, Snapshot last) {
        var searched = Changes.searched(type);
        if (!searched.isEmpty()) {
            var values = new ArrayList<@Nullable String>();
            searched.forEach(it -> values.add((String) last.get(it)));
            texts.add(last.id()).add(type.code()).add(Changes.folded(values)).end();
        }
    }

    private static void history(CopyText history, Ready one, Instant now) {
        long version = 0;
        for (var step : one.steps()) {
            var context = step.context();
            history.add(step.id())
                    .add(step.type().code())
                    .add(++version)
                    .add("save")
                    .add(context.at())
                    .add(now.plusNanos((version - 1) * 1_000L))
                    .add(context.by())
                    .add(context.cause().kind().code())
                    .add(context.cause().name())
                    .add(context.cause().id())
                    .add(context.operation())
                    .add(true)
                    .add(Changes.text(step.changes()))
                    .add(step.reasons() == null ? null : Changes.text(step.reasons()))
                    .end();
        }
    }

    private static String target(RecordType<?> type, Map<String, List<Attribute<?>>> columns) {
        return quoted(type.schema()) + "." + quoted(type.table()) + " (id, recorded_at, "
                + columns.keySet().stream().map(BulkDoor::quoted).collect(Collectors.joining(", ")) + ")";
    }

    /// Only for names out of descriptors, which are lower-case words.
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void copyIn(String target, CopyText rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.connection(connection -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin", new StringReader(rows.text()));
            } catch (PSQLException e) {
                if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                    throw new DataIntegrityViolationException("copy into " + target, e);
                }
                throw e;
            } catch (IOException e) {
                throw new IllegalStateException("a string cannot fail to be read", e);
            }
        });
    }
}
