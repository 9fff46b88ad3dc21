package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Problem.ClosureCode;
import org.mainstay.problem.Problem.State;

/// Closes a problem that was none, or that nobody needs solved any more, and says why.
record Cancel() implements Action<Problem> {

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closure_code");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return problem.state() == State.RESOLVED
                ? Decision.denied("problem.permits.resolved")
                : Permits.agentsUntilClosed(problem, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(ProblemType.STATE, State.CLOSED)
                .set(ProblemType.CLOSURE_CODE, ClosureCode.CANCELLED);
        Questions.said(acting, Questions.NEEDED_REASON, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
