package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Says that it is done; what comes next begins.
record CompleteTask(Fulfilment fulfilment) implements Action<Task> {

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
    public Decision permits(Task task, Acting acting) {
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(Task task, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(TaskType.STATE, Task.State.DONE);
        Questions.said(acting, Questions.COMMENT, true, edit);
        fulfilment.ended(plan, task);
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
