package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Problem.State;

/// Begins to remove the cause, which has to be known by then.
record StartFix() implements Action<Problem> {

    @Override
    public String name() {
        return "start_fix";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ProblemType.CAUSE);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return Permits.step(problem, State.ROOT_CAUSE_ANALYSIS, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ProblemType.STATE, State.FIX_IN_PROGRESS);
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
