package org.mainstay.change;

import java.util.List;
import org.mainstay.change.ChangeTask.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Ends what is not needed any more, and says why.
record CancelTask() implements Action<ChangeTask> {

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "ended_at");
    }

    @Override
    public Decision permits(ChangeTask task, Acting acting) {
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(ChangeTask task, Acting acting) {
        var plan = acting.plan(this);
        Questions.said(
                acting,
                Questions.NEEDED_REASON,
                plan.edit(acting.subject()).set(ChangeTaskType.STATE, State.CANCELLED));
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
