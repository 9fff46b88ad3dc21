package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import tools.jackson.databind.JsonNode;

/// Takes back what one operation did, record by record: what it created is deleted, what it changed gets
/// its former values. What somebody has worked on since stays as it is.
public final class Undo {

    private static final int TRIES = 3;

    private final RecordTypes types;
    private final Access access;
    private final SqlRecordStore store;
    private final Reader reader;
    private final Entries entries;
    private final ExternalKeys keys;

    Undo(RecordTypes types, Access access, SqlRecordStore store, Reader reader, Entries entries, ExternalKeys keys) {
        this.types = types;
        this.access = access;
        this.store = store;
        this.reader = reader;
        this.entries = entries;
        this.keys = keys;
    }

    /// What became of a record.
    public sealed interface Undone {

        record Back(String number) implements Undone {}

        /// It is as it was already.
        record Nothing() implements Undone {}

        record Refused(String number, List<Problem> problems) implements Undone {}
    }

    /// Takes the operation back for one record.
    ///
    /// @param cause why history says it happened
    /// @param by the operation of the undoing
    public Undone undo(Actor actor, UUID operation, UUID record, Cause cause, UUID by) {
        for (int attempt = 1; ; attempt++) {
            var undone = once(actor, operation, record, cause, by, attempt == TRIES);
            if (undone != null) {
                return undone;
            }
        }
    }

    /// @return null when somebody was quicker, be it with the same, and it is to be decided again
    private @Nullable Undone once(Actor actor, UUID operation, UUID record, Cause cause, UUID by, boolean last) {
        var history = entries.of(record);
        var own =
                history.stream().filter(it -> it.operation().equals(operation)).toList();
        if (own.isEmpty() || history.getLast().kind().equals("delete") || undone(history, operation)) {
            return new Undone.Nothing();
        }
        var type = types.need(own.getFirst().type());
        var subject = reader.whole(actor, type, Rows.ID.eq(record));
        if (subject == null) {
            return new Undone.Refused("", List.of(Problem.of("kernel.import.key_taken")));
        }
        // what clocks and notifications did not hear of, they need not hear the end of
        var plan = new Plan(cause, by, null, own.getFirst().imported(), new ArrayList<>());
        var problems = new ArrayList<Problem>();
        if (own.getFirst().version() == 1) {
            boolean since = !history.getLast().operation().equals(operation);
            if (since) {
                problems.add(Problem.of("kernel.undo.changed_since"));
            }
            denied(access.delete(subject, actor), problems);
            plan.with(new Step.Delete(subject));
        } else {
            denied(access.edit(subject, actor), problems);
            var former = former(type, subject, own, problems);
            var edit = plan.edit(subject);
            former.all().forEach(edit.values()::put);
        }
        if (!problems.isEmpty()) {
            return new Undone.Refused(subject.number(), problems);
        }
        return switch (store.save(actor, plan)) {
            case Saved.Done done
            when done.first().changed() -> {
                if (own.getFirst().version() == 1) {
                    // the same file may come again
                    keys.release(record);
                }
                yield new Undone.Back(subject.number());
            }
            case Saved.Done _ -> new Undone.Nothing();
            case Saved.Refused(var refused) -> new Undone.Refused(subject.number(), refused);
            case Saved.Stale _ ->
                last
                        ? new Undone.Refused(subject.number(), List.of(Problem.of("kernel.import.changed_meanwhile")))
                        : null;
        };
    }

    private static boolean undone(List<Entry> history, UUID operation) {
        return history.stream()
                .anyMatch(it -> it.causeKind().equals(Cause.Sort.UNDO.code())
                        && operation.toString().equals(it.causeId()));
    }

    /// The values from before the operation, of attributes that are as it left them.
    private static Values former(RecordType<?> type, Snapshot subject, List<Entry> own, List<Problem> problems) {
        var net = new LinkedHashMap<String, JsonNode[]>();
        for (var entry : own) {
            if (entry.changes() != null && entry.kind().equals("save")) {
                entry.changes()
                        .forEachEntry((code, change) ->
                                net.merge(code, new JsonNode[] {change.get(0), change.get(1)}, (first, last) ->
                                        new JsonNode[] {first[0], last[1]}));
            }
        }
        var former = new Values();
        for (Map.Entry<String, JsonNode[]> one : net.entrySet()) {
            type.attribute(one.getKey()).ifPresent(attribute -> {
                if (Objects.equals(value(attribute, one.getValue()[1]), subject.get(attribute))) {
                    former.put(attribute, value(attribute, one.getValue()[0]));
                } else {
                    problems.add(Problem.at(attribute, "kernel.undo.changed_since"));
                }
            });
        }
        return former;
    }

    private static @Nullable Object value(Attribute<?> attribute, JsonNode kept) {
        return kept.isNull() ? null : attribute.kind().fromJson(kept);
    }

    private static void denied(Decision decision, List<Problem> problems) {
        if (decision instanceof Decision.Denied(var reason)) {
            problems.add(new Problem("", reason));
        }
    }
}
