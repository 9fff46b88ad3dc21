package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Asks those who have to agree, by the policies for changes. Where none is for this one it is scheduled at once.
record RequestApproval(Clearance clearance) implements Action<Change> {

    @Override
    public String name() {
        return "request_approval";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        if (change.state() != State.AUTHORIZE) {
            return Permits.step(change, State.AUTHORIZE, acting);
        }
        var decision = Permits.agents(acting);
        return decision.yes() && clearance.asked(acting.subject()) ? Decision.denied("change.permits.asked") : decision;
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ChangeType.STATE, State.AUTHORIZE);
        Beginning.tasks(plan, change, acting);
        clearance.ask(plan, acting);
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
