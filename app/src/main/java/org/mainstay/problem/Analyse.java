package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Problem.State;

/// Looks for the root cause; also once more where the one that was found turns out to be another.
record Analyse() implements Action<Problem> {

    @Override
    public String name() {
        return "analyse";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return problem.state() == State.FIX_IN_PROGRESS
                ? Permits.agents(acting)
                : Permits.step(problem, State.ASSESS, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ProblemType.STATE, State.ROOT_CAUSE_ANALYSIS);
        return plan;
    }

    @Override
    public int rank() {
        return 50;
    }
}
