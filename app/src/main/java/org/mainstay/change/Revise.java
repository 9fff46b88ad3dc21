package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Takes a change back to be planned anew; nobody is asked about it any more.
record Revise(Clearance clearance) implements Action<Change> {

    @Override
    public String name() {
        return "revise";
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
    public Decision permits(Change change, Acting acting) {
        var decision = Permits.untilImplementation(change, acting);
        boolean back = change.state() == State.AUTHORIZE || change.state() == State.SCHEDULED;
        return decision.yes() && !back ? Decision.denied("change.permits.being_planned") : decision;
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        var planning = ChangeModel.of(change.model(), acting.lookup())
                .map(ChangeModel::planning)
                .orElse(State.NEW);
        var edit = plan.edit(acting.subject()).set(ChangeType.STATE, planning);
        Questions.said(acting, Questions.NEEDED_REASON, edit);
        clearance.withdraw(plan, acting, acting.answer(Questions.NEEDED_REASON));
        return plan;
    }

    @Override
    public int rank() {
        return 90;
    }
}
