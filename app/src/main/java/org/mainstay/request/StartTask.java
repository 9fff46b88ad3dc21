package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Begins the work; a task without assignee becomes the actor's.
record StartTask(Fulfilment fulfilment) implements Action<Task> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Task task, Acting acting) {
        return task.state() == Task.State.IN_PROGRESS
                ? Decision.denied("request.permits.task_begun")
                : Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(Task task, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(TaskType.STATE, Task.State.IN_PROGRESS);
        var actor = acting.actor();
        boolean mayBeTheirs = task.group() == null || actor.groups().contains(task.group());
        if (task.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(TaskType.ASSIGNEE, actor.id());
        }
        fulfilment.begun(plan, task);
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
