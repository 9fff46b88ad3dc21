package org.mainstay.change;

import java.util.List;
import org.mainstay.change.ChangeTask.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Begins the work once what comes before it has ended; a task without assignee becomes the actor's.
record StartTask() implements Action<ChangeTask> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "started_at");
    }

    @Override
    public Decision permits(ChangeTask task, Acting acting) {
        var decision = Permits.agentsOn(task, acting);
        if (!decision.yes()) {
            return decision;
        }
        if (task.state() == State.IN_PROGRESS) {
            return Decision.denied("change.permits.task_begun");
        }
        if (task.kind() == ChangeTask.Kind.IMPLEMENT
                && acting.lookup()
                        .get(ChangeType.CHANGE, task.change())
                        .filter(it -> it.need(ChangeType.STATE) == Change.State.IMPLEMENT)
                        .isEmpty()) {
            return Decision.denied("change.permits.task_waits_for_change");
        }
        return Tasks.before(task.change(), task.position(), acting.lookup())
                .map(it -> Decision.denied("change.permits.task_waits", it.number()))
                .orElse(decision);
    }

    @Override
    public Plan apply(ChangeTask task, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(ChangeTaskType.STATE, State.IN_PROGRESS);
        var actor = acting.actor();
        boolean mayBeTheirs = task.group() == null || actor.groups().contains(task.group());
        if (task.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(ChangeTaskType.ASSIGNEE, actor.id());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
