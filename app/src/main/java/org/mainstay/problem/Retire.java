package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.KnownError.State;

/// Offers it no longer: the error is removed, or it was none.
record Retire() implements Action<KnownError> {

    @Override
    public String name() {
        return "retire";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.COMMENT);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "retired_at");
    }

    @Override
    public Decision permits(KnownError error, Acting acting) {
        return error.state() == State.RETIRED ? Decision.denied("known_error.permits.retired") : Permits.agents(acting);
    }

    @Override
    public Plan apply(KnownError error, Acting acting) {
        var plan = acting.plan(this);
        Questions.said(acting, Questions.COMMENT, plan.edit(acting.subject()).set(KnownErrorType.STATE, State.RETIRED));
        return plan;
    }

    @Override
    public int rank() {
        return 110;
    }
}
