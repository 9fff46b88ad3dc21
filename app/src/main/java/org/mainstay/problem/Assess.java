package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Problem.State;

/// Begins the work: is it one, how grave is it, whose is it? A problem without assignee becomes the actor's.
record Assess() implements Action<Problem> {

    @Override
    public String name() {
        return "assess";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return Permits.step(problem, State.NEW, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(ProblemType.STATE, State.ASSESS);
        var actor = acting.actor();
        boolean mayBeTheirs = problem.group() == null || actor.groups().contains(problem.group());
        if (problem.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(ProblemType.ASSIGNEE, actor.id());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
