package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Fixes the window of a change that nobody has to agree to.
record Schedule() implements Action<Change> {

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ChangeType.PLANNED_START, ChangeType.PLANNED_END);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    /// Where somebody has to agree, the agreement schedules.
    @Override
    public Decision permits(Change change, Acting acting) {
        return change.state() == State.AUTHORIZE
                ? Decision.denied("change.permits.approval_schedules")
                : Permits.step(change, State.SCHEDULED, acting);
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ChangeType.STATE, State.SCHEDULED);
        Beginning.tasks(plan, change, acting);
        return plan;
    }

    @Override
    public int rank() {
        return 30;
    }
}
