package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;

/// The record store on PostgreSQL.
final class SqlRecordStore implements RecordStore {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final RecordTypes types;
    private final Access access;
    private final Reader reader;
    private final Labels labels;
    private final AsOf asOf;
    private final Saver saver;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SqlRecordStore(
            RecordTypes types,
            Access access,
            Reader reader,
            Labels labels,
            AsOf asOf,
            Saver saver,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.types = types;
        this.access = access;
        this.reader = reader;
        this.labels = labels;
        this.asOf = asOf;
        this.saver = saver;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Optional<Snapshot> get(Actor actor, RecordType<?> type, UUID id) {
        return whole(actor, type, Rows.ID.eq(id)).map(it -> readable(actor, it));
    }

    @Override
    public Optional<Snapshot> find(Actor actor, RecordType<?> type, String key) {
        return whole(actor, type, which(type, key)).map(it -> readable(actor, it));
    }

    /// The record with everything plans need, whatever the actor may read of it.
    Optional<Snapshot> whole(Actor actor, RecordType<?> type, Condition which) {
        return Optional.ofNullable(reader.whole(actor, type, which));
    }

    Optional<Snapshot> deleted(Actor actor, RecordType<?> type, String key) {
        return Optional.ofNullable(reader.deleted(actor, type, which(type, key)));
    }

    /// Whether the number is taken, be it by a record that nobody sees any more.
    boolean numbered(RecordType<?> type, String number) {
        return reader.numbered(types.current(type), number);
    }

    /// The condition that finds a record by id, number or code; none for what PostgreSQL takes for no text.
    static Condition which(RecordType<?> type, String key) {
        if (key.indexOf('\0') >= 0) {
            return DSL.falseCondition();
        }
        var number = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);
        if (isId(key)) {
            return Rows.ID.eq(UUID.fromString(key));
        }
        return number.eq(type.prefix() == null ? key : key.toUpperCase(Locale.ROOT));
    }

    static boolean isId(String key) {
        return ID.matcher(key).matches();
    }

    /// Tells those who keep records of these types in mind, once the surrounding transaction is committed.
    void announce(Set<String> codes) {
        Transactions.afterCommit(() -> events.publishEvent(new RecordsSaved(codes)));
    }

    private Snapshot readable(Actor actor, Snapshot whole) {
        var hidden = whole.type().attributes().stream()
                .filter(it -> !access.reads(whole.type(), it, actor, whole))
                .map(Attribute::code)
                .toList();
        if (hidden.isEmpty()) {
            return whole;
        }
        var values = new HashMap<>(whole.values());
        hidden.forEach(values::remove);
        return new Snapshot(whole.type(), whole.id(), values, false);
    }

    @Override
    public List<Snapshot> get(Actor actor, RecordType<?> type, Collection<UUID> ids) {
        return reader.read(actor, type, ids);
    }

    @Override
    public Page list(Actor actor, RecordType<?> type, Query query) {
        return reader.list(actor, type, query);
    }

    @Override
    public Count count(Actor actor, RecordType<?> type, Filter filter) {
        return reader.count(actor, type, filter);
    }

    @Override
    public void each(Actor actor, RecordType<?> type, Query query, Consumer<Snapshot> consumer) {
        transactions.reading(() -> reader.each(actor, type, query, consumer));
    }

    @Override
    public Optional<Snapshot> asOf(Actor actor, RecordType<?> type, UUID id, Instant instant) {
        return asOf.one(actor, types.current(type), Rows.ID.eq(id), instant).map(it -> readable(actor, it));
    }

    @Override
    public Optional<Snapshot> findAsOf(Actor actor, RecordType<?> type, String key, Instant instant) {
        return asOf.one(actor, types.current(type), which(type, key), instant).map(it -> readable(actor, it));
    }

    @Override
    public Count countAsOf(Actor actor, RecordType<?> type, Filter filter, Instant instant) {
        return asOf.count(actor, types.current(type), filter, instant);
    }

    @Override
    public Page listAsOf(Actor actor, RecordType<?> type, Query query, Instant instant) {
        return asOf.list(actor, types.current(type), query, instant);
    }

    @Override
    public Map<UUID, Label> labels(Actor actor, Collection<Snapshot> records) {
        return labels.of(actor, Labels.referred(records), true);
    }

    @Override
    public Map<UUID, Label> labelsOf(Actor actor, Collection<UUID> ids) {
        return labels.of(actor, ids, true);
    }

    @Override
    public Map<UUID, Label> labelsOfVisible(Actor actor, Collection<UUID> ids) {
        return labels.of(actor, ids, false);
    }

    @Override
    public List<Label> suggest(Actor actor, RecordType<?> type, Filter filter, String text, int limit) {
        return labels.suggest(actor, types.current(type), filter, text, limit);
    }

    @Override
    public Saved save(Actor actor, Plan plan) {
        return save(actor, plan, _ -> List.of());
    }

    /// @param permits further problems of the prepared plan, asked before anything is written
    Saved save(Actor actor, Plan plan, Function<Saver.Prepared, List<Problem>> permits) {
        try {
            var saved = transactions.within(() -> {
                var prepared = saver.prepare(actor, plan);
                var problems = new ArrayList<>(permits.apply(prepared));
                problems.addAll(prepared.problems());
                return problems.isEmpty() ? saver.write(prepared) : new Saved.Refused(List.copyOf(problems));
            });
            if (saved instanceof Saved.Done) {
                announce(Saver.types(plan));
            }
            return saved;
        } catch (DataIntegrityViolationException e) {
            return new Saved.Refused(List.of(Violations.problem(e)));
        }
    }

    /// Runs the work in one transaction that keeps others from changing the record until its end.
    <T> T holding(RecordType<?> type, UUID id, Supplier<T> work) {
        return transactions.within(() -> {
            saver.hold(type, List.of(id));
            return work.get();
        });
    }

    @Override
    public Map<UUID, Snapshot> drafted(Actor actor, Plan plan) {
        var drafted = new LinkedHashMap<UUID, Snapshot>();
        saver.prepare(actor, plan).drafts().forEach((id, draft) -> drafted.put(id, draft.after()));
        return drafted;
    }

    @Override
    public Outcome preview(Actor actor, Plan plan) {
        return preview(actor, plan, _ -> List.of());
    }

    Outcome preview(Actor actor, Plan plan, Function<Saver.Prepared, List<Problem>> permits) {
        var prepared = saver.prepare(actor, plan);
        var problems = new ArrayList<>(permits.apply(prepared));
        problems.addAll(prepared.problems());
        if (!problems.isEmpty()) {
            return new Outcome.Refused(List.copyOf(problems));
        }
        return new Outcome.Previewed(prepared.drafts().values().stream()
                .map(it -> preview(actor, it))
                .filter(it -> plan.steps().size() == 1
                        || !it.changes().isEmpty()
                        || !it.parts().isEmpty())
                .toList());
    }

    private Preview preview(Actor actor, Draft draft) {
        var changes = new LinkedHashMap<String, Preview.Change>();
        Changes.differing(draft).all().forEach((attribute, value) -> {
            if (access.reads(draft.type(), attribute, actor, draft.before().orElse(null))) {
                changes.put(attribute.code(), new Preview.Change(draft.old(attribute), value));
            }
        });
        @Nullable String number = draft.before().map(Snapshot::number).orElse(null);
        var parts = draft.parts().stream().map(PlanPart::kind).toList();
        return new Preview(draft.id(), draft.type().code(), number, changes, parts, List.copyOf(draft.remarks()));
    }
}
