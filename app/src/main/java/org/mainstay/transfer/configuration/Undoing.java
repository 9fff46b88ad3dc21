package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;
import org.mainstay.kernel.store.Undo.Undone;

/// Takes back what an applied text did, record by record: what it deleted comes back, what it changed is as it
/// was, what it created goes. What somebody has worked on since stays, and is told.
final class Undoing {

    private static final int MOST = 50_000;
    private static final int PASSES = 25;

    private final Undo undo;
    private final Entries entries;
    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Transactions transactions;
    private final RunQueries runs;

    Undoing(
            Undo undo,
            Entries entries,
            RecordStore store,
            RecordTypes types,
            Access access,
            Transactions transactions,
            RunQueries runs) {
        this.undo = undo;
        this.entries = entries;
        this.store = store;
        this.types = types;
        this.access = access;
        this.transactions = transactions;
        this.runs = runs;
    }

    /// What became of the wish to take something back.
    sealed interface Answer {

        /// @param back how many records are as they were
        /// @param stayed those that are not, and why
        record Back(UUID operation, int back, List<Stayed> stayed) implements Answer {}

        /// It was taken back before.
        record Before() implements Answer {}

        /// Somebody applies or takes back just now.
        record Busy() implements Answer {}

        /// Nobody applied it.
        record Unknown() implements Answer {}
    }

    record Stayed(String type, String name, List<Problem> problems) {}

    /// What the operation did to one record, by its entries.
    private record Done(UUID record, String type, List<Entry> own, Entry last) {

        boolean created() {
            return own.getFirst().version() == 1;
        }

        boolean deleted() {
            return last.kind().equals("delete") && own.contains(last);
        }

        boolean restored() {
            return own.getFirst().kind().equals("restore");
        }
    }

    /// Each record by itself. What stops in the middle goes on when it is asked for again: what is back stays
    /// as it is.
    Answer undo(Actor actor, UUID operation) {
        return runs.alone(() -> once(actor, operation)).orElseGet(Answer.Busy::new);
    }

    private Answer once(Actor actor, UUID operation) {
        var run = runs.find(operation).orElse(null);
        if (run == null) {
            return new Answer.Unknown();
        }
        if (run.undoneAt() != null) {
            return new Answer.Before();
        }
        var by = Plan.newId();
        var cause = Cause.undoing(Taking.CAUSE, operation);
        var problems = new LinkedHashMap<Done, List<Problem>>();
        var all = entries.written(operation, 0, MOST).stream()
                .map(it -> done(operation, it))
                .toList();
        // committed first: the values of others rest upon definitions
        phase(all, Done::deleted, problems, it -> restore(actor, it, plan(cause, by)));
        phase(all, it -> !it.deleted() && !it.created(), problems, it -> former(actor, operation, it, cause, by));
        phase(all, it -> !it.deleted() && it.created(), problems, it -> undone(actor, operation, it, cause, by));
        var stayed = problems.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new Stayed(it.getKey().type(), name(actor, it.getKey()), it.getValue()))
                .toList();
        runs.undone(operation);
        return new Answer.Back(by, all.size() - stayed.size(), stayed);
    }

    /// Definitions come last, because they go only when nothing uses them; what stands in the way of another
    /// goes with the next pass.
    private void phase(
            List<Done> all,
            Predicate<Done> which,
            Map<Done, List<Problem>> problems,
            Function<Done, List<Problem>> work) {
        List<Done> waiting = all.stream()
                .filter(which)
                .sorted(Comparator.comparing((Done it) -> Scope.definition(it.type())))
                .toList();
        for (int pass = 0; pass < PASSES && !waiting.isEmpty(); pass++) {
            var again = new ArrayList<Done>();
            for (Done one : waiting) {
                var refused = transactions.within(() -> work.apply(one));
                problems.put(one, refused);
                if (!refused.isEmpty()) {
                    again.add(one);
                }
            }
            waiting = again.size() == waiting.size() ? List.of() : again;
        }
    }

    private Done done(UUID operation, UUID record) {
        var history = entries.of(record);
        var own =
                history.stream().filter(it -> it.operation().equals(operation)).toList();
        return new Done(record, own.getFirst().type(), own, history.getLast());
    }

    private List<Problem> restore(Actor actor, Done done, Plan plan) {
        return saved(store.save(actor, plan.with(new Step.Restore(types.need(done.type()), done.record()))));
    }

    private List<Problem> former(Actor actor, UUID operation, Done done, Cause cause, UUID by) {
        var problems = undone(actor, operation, done, cause, by);
        return problems.isEmpty() && done.restored() ? delete(actor, done, plan(cause, by)) : problems;
    }

    private List<Problem> undone(Actor actor, UUID operation, Done done, Cause cause, UUID by) {
        return switch (undo.undo(actor, operation, done.record(), cause, by)) {
            case Undone.Back _, Undone.Nothing _ -> List.of();
            case Undone.Refused(var _, var problems) -> problems;
        };
    }

    private List<Problem> delete(Actor actor, Done done, Plan plan) {
        var record = store.get(actor, types.need(done.type()), done.record());
        if (record.isEmpty()) {
            return List.of();
        }
        return access.delete(record.get(), actor) instanceof Decision.Denied(var reason)
                ? List.of(new Problem("", reason))
                : saved(store.save(actor, plan.with(new Step.Delete(record.get()))));
    }

    private static Plan plan(Cause cause, UUID by) {
        return new Plan(cause, by, null, true, new ArrayList<>());
    }

    private static List<Problem> saved(Saved saved) {
        return switch (saved) {
            case Saved.Done _ -> List.of();
            case Saved.Refused(var problems) -> problems;
            case Saved.Stale _ -> List.of(Problem.of("kernel.import.changed_meanwhile"));
        };
    }

    private String name(Actor actor, Done done) {
        var label = store.labelsOf(actor, List.of(done.record())).get(done.record());
        return label == null ? "" : label.label();
    }
}
