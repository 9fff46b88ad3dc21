package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Ends the review and says what was learned; from then on the record stays as it is.
record Close() implements Action<Change> {

    @Override
    public String name() {
        return "close";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ChangeType.REVIEW);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        var decision = Permits.agents(acting);
        if (!decision.yes() || change.state() == State.REVIEW) {
            return decision;
        }
        return change.state().open()
                ? Decision.denied("change.permits.not_done", Permits.state(change.state()))
                : Decision.denied("change.permits.ended", Permits.state(change.state()));
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ChangeType.STATE, State.CLOSED);
        return plan;
    }

    @Override
    public int rank() {
        return 60;
    }
}
