package org.mainstay.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// Where other modules ask for approval of their records. The types of these records are connected by [Approvable].
public final class Approvals {

    private static final int TRIES = 5;

    private final ApprovalPlans plans;
    private final RecordStore store;
    private final ApprovalQueries queries;
    private final Transactions transactions;
    private final Clock clock;

    Approvals(ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Transactions transactions, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Whether any record of the type may have to be approved: where not, there is nothing to ask.
    public boolean asks(RecordType<?> type) {
        return plans.asks(type.code());
    }

    /// Whether a record that is about to be saved may have to be approved. Where not, nobody has to be asked once it
    /// is.
    ///
    /// @param drafted as [RecordStore#drafted] has it
    /// @param together the ids of all records that are saved with it
    public boolean mayAsk(Snapshot drafted, Set<UUID> together) {
        return plans.mayAsk(drafted, together);
    }

    /// Adds to the plan of an action that approval is asked for, in the name of the actor. Where no policy is for the
    /// record, or none of its steps asks anybody, [Approvable#ended] is called at once.
    ///
    /// @param record as it is, complete; it exists before it is asked about
    /// @return the id of the approval; empty where no policy is for the record
    public Optional<UUID> ask(Plan plan, Actor actor, Snapshot record) {
        plan.reliesOn(record);
        return plans.ask(plan, actor, new Matter(plans.approvable(record.type().code()), record), now());
    }

    /// The same by itself, in the caller's transaction where there is one; nothing is asked twice.
    ///
    /// @return the approval; empty where no policy is for the record, or it is gone
    public Optional<Snapshot> request(Actor actor, Snapshot record) {
        return transactions.within(() -> {
            queries.alone(record.id());
            var open = latest(record).filter(it -> it.need(ApprovalType.STATE) == State.REQUESTED);
            return open.isPresent() ? open : requested(actor, record);
        });
    }

    /// The same by a policy of the caller's choice, whatever its condition.
    ///
    /// @param policy id of an active policy
    /// @return the approval, which may have ended at once; empty where there is no such policy or record
    public Optional<Snapshot> request(Actor actor, Snapshot record, UUID policy) {
        return transactions.within(() -> {
            queries.alone(record.id());
            var open = latest(record).filter(it -> it.need(ApprovalType.STATE) == State.REQUESTED);
            return open.isPresent()
                    ? open
                    : requested(record, (plan, matter) -> plans.ask(plan, actor, matter, policy, now()), actor);
        });
    }

    private Optional<Snapshot> requested(Actor actor, Snapshot record) {
        return requested(record, (plan, matter) -> plans.ask(plan, actor, matter, now()), actor);
    }

    /// How somebody is asked: adds it to a plan, and says which approval it is.
    private interface Asking {
        Optional<UUID> ask(Plan plan, Matter matter);
    }

    private Optional<Snapshot> requested(Snapshot record, Asking asking, Actor actor) {
        for (int i = 0; i < TRIES; i++) {
            var current = store.get(plans.machine(), record.type(), record.id());
            if (current.isEmpty()) {
                return Optional.empty();
            }
            var plan = Plan.of(Cause.action("request_approval"));
            plan.reliesOn(current.get());
            var id = asking.ask(plan, new Matter(plans.approvable(record.type().code()), current.get()));
            switch (store.save(actor, plan)) {
                case Saved.Done _ -> {
                    return id.flatMap(plans::approval);
                }
                case Saved.Stale _ -> {}
                case Saved.Refused(var problems) -> throw new IllegalStateException(problems.toString());
            }
        }
        throw new IllegalStateException(record.number() + " changes too often to be asked about");
    }

    /// Adds to the plan that what is still asked about the record is asked no more.
    public void withdraw(Plan plan, Actor actor, Snapshot record, @Nullable String reason) {
        latest(record)
                .filter(it -> it.need(ApprovalType.STATE) == State.REQUESTED)
                .ifPresent(it -> {
                    var now = now();
                    var going = plans.going(it, now);
                    if (going.course().standing().known()) {
                        going.course().withdraw(actor.id(), reason);
                        plans.write(plan, going, now);
                    }
                });
    }

    /// Whether the record is approved as it is: by its latest approval, and on the facts it has now, as long as these
    /// matter.
    public boolean granted(Snapshot record) {
        var latest = latest(record);
        if (latest.isEmpty() || !latest.get().need(ApprovalType.STATE).granted()) {
            return false;
        }
        var going = plans.going(latest.get(), now());
        return going.course().standing().known() && going.outdated().isEmpty();
    }

    /// The latest approval of the record, whoever may see it.
    public Optional<Snapshot> latest(Snapshot record) {
        return queries.of(record.id()).stream().findFirst().flatMap(plans::approval);
    }

    /// The approvals of the record, the latest first. Whoever sees the record sees who decides on it.
    public List<Snapshot> of(Snapshot record) {
        var ids = queries.of(record.id());
        return store.get(plans.machine(), ApprovalType.APPROVAL, ids).stream()
                .sorted((a, b) -> Integer.compare(ids.indexOf(a.id()), ids.indexOf(b.id())))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
