package org.mainstay.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reminds, escalates and ends what has waited long enough, and finds others for those who cannot decide any more. Each
/// approval in a transaction of its own, in which the ledger says that it was done: after a crash nothing is done
/// twice.
final class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final int TOGETHER = 500;

    private final ApprovalPlans plans;
    private final RecordStore store;
    private final ApprovalQueries queries;
    private final Clock clock;

    Clockwork(ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /// @return how many approvals it changed
    int run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int changed = 0;
        for (UUID id : queries.due(now, TOGETHER)) {
            try {
                changed += tick(id, now) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("The clock could not do what approval {} is due for; it will be tried again", id, e);
            }
        }
        return changed;
    }

    private boolean tick(UUID id, Instant now) {
        var approval = plans.approval(id).orElse(null);
        if (approval == null || approval.get(ApprovalType.STATE) != State.REQUESTED) {
            return false;
        }
        var going = plans.going(approval, now);
        var course = going.course();
        if (!course.standing().known()) {
            return false;
        }
        if (going.matter() == null) {
            course.withdraw(ApprovalPlans.MACHINE, null);
        } else {
            course.tick();
        }
        var waiting = Objects.requireNonNullElse(approval.get(ApprovalType.WAITING_FOR), Set.<UUID>of());
        if (course.happened().isEmpty() && course.deciders().equals(waiting)) {
            return false;
        }
        var plan = Plan.of(Cause.job("approval"));
        plans.write(plan, going, now);
        return store.save(plans.machine(), plan) instanceof Saved.Done;
    }
}
