package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.ProblemTask.State;

/// Begins the work; a task without assignee becomes the actor's.
record StartTask() implements Action<ProblemTask> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(ProblemTask task, Acting acting) {
        return task.state() == State.IN_PROGRESS
                ? Decision.denied("problem.permits.task_begun")
                : Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(ProblemTask task, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(ProblemTaskType.STATE, State.IN_PROGRESS);
        var actor = acting.actor();
        boolean mayBeTheirs = task.group() == null || actor.groups().contains(task.group());
        if (task.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(ProblemTaskType.ASSIGNEE, actor.id());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
