package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Gives the item to a group, a person or both.
record AssignItem() implements Action<RequestItem> {

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(RequestItemType.GROUP, RequestItemType.ASSIGNEE);
    }

    @Override
    public Decision permits(RequestItem item, Acting acting) {
        var decision = Permits.agents(acting);
        return decision.yes() && !item.state().open() ? Decision.denied("request.permits.not_open") : decision;
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) throws Refusal {
        if (acting.answers().isEmpty()) {
            throw new Refusal(Problem.at(RequestItemType.GROUP, "request.assign.to_whom"));
        }
        return acting.plan(this);
    }

    @Override
    public int rank() {
        return 30;
    }
}
