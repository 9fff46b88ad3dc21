package org.mainstay.request;

import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Makes the actor the assignee.
record TakeTask() implements Action<Task> {

    @Override
    public String name() {
        return "take";
    }

    @Override
    public Decision permits(Task task, Acting acting) {
        var actor = acting.actor();
        if (actor instanceof Actor.Machine) {
            return Decision.denied("request.permits.persons_only");
        }
        if (actor.id().equals(task.assignee())) {
            return Decision.denied("request.permits.already_yours");
        }
        if (task.group() != null && !actor.groups().contains(task.group())) {
            return Decision.denied("request.permits.not_in_group");
        }
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(Task task, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(TaskType.ASSIGNEE, acting.actor().id());
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
