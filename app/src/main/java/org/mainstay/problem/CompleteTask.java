package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.ProblemTask.State;

/// Says that it is done, and what came of it.
record CompleteTask() implements Action<ProblemTask> {

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
    public Decision permits(ProblemTask task, Acting acting) {
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(ProblemTask task, Acting acting) {
        var plan = acting.plan(this);
        Questions.said(acting, Questions.COMMENT, plan.edit(acting.subject()).set(ProblemTaskType.STATE, State.DONE));
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
