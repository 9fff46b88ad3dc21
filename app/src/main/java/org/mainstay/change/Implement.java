package org.mainstay.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Begins to do what was planned: within the window, and as it was agreed to.
record Implement(Clearance clearance) implements Action<Change> {

    @Override
    public String name() {
        return "implement";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "actual_start");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        var decision = Permits.step(change, State.IMPLEMENT, acting);
        if (!decision.yes()) {
            return decision;
        }
        var outside = outside(change.plannedStart(), change.plannedEnd(), acting.now());
        if (outside != null) {
            return outside;
        }
        boolean agreed = ChangeModel.of(change.model(), acting.lookup())
                .filter(ChangeModel::authorizes)
                .isEmpty();
        return agreed
                ? decision
                : clearance.missing(acting.subject()).<Decision>map(it -> it).orElse(decision);
    }

    /// From the start on until before the end; a change without a window may begin at any time.
    private static @Nullable Decision outside(@Nullable Instant start, @Nullable Instant end, Instant now) {
        if (start != null && now.isBefore(start)) {
            return Decision.denied("change.permits.too_early");
        }
        return end != null && !now.isBefore(end) ? Decision.denied("change.permits.too_late") : null;
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ChangeType.STATE, State.IMPLEMENT).set(ChangeType.ACTUAL_START, acting.now());
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
