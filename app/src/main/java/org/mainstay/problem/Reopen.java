package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Problem.State;

/// Takes up a problem again: one whose fix did not hold at the search for its cause, any other at its assessment.
record Reopen() implements Action<Problem> {

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return problem.state().open() ? Decision.denied("problem.permits.not_done") : Permits.agents(acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(ProblemType.STATE, problem.resolvedAt() == null ? State.ASSESS : State.ROOT_CAUSE_ANALYSIS);
        Questions.said(acting, Questions.NEEDED_REASON, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 80;
    }
}
