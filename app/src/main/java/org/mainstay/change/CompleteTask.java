package org.mainstay.change;

import java.util.List;
import org.mainstay.change.ChangeTask.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Says that it is done, and what came of it. Whoever has not begun it begins it by that.
record CompleteTask() implements Action<ChangeTask> {

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.COMMENT);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "ended_at");
    }

    @Override
    public Decision permits(ChangeTask task, Acting acting) {
        return task.state() == State.OPEN ? new StartTask().permits(task, acting) : Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(ChangeTask task, Acting acting) {
        var plan = acting.plan(this);
        Questions.said(acting, Questions.COMMENT, plan.edit(acting.subject()).set(ChangeTaskType.STATE, State.DONE));
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
