package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Cause.State;

/// Says that it was so or that it was not, and what shows it. What is refuted stays in the tree, so that nobody
/// supposes it
/// once more.
record DecideCause(String name, State into, int rank) implements Action<Cause> {

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "decided_by", "decided_at");
    }

    @Override
    public Decision permits(Cause cause, Acting acting) {
        return CausePermits.agents(cause, acting, false);
    }

    @Override
    public Plan apply(Cause cause, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(CauseType.STATE, into)
                .set(CauseType.REASON, acting.answer(Questions.NEEDED_REASON));
        return plan;
    }
}
