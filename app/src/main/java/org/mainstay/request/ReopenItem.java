package org.mainstay.request;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Something is missing: what was delivered goes back into work.
record ReopenItem(Course course) implements Action<RequestItem> {

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
    public Decision permits(RequestItem item, Acting acting) {
        return item.state() == Request.State.FULFILLED
                ? Permits.agentsAnd(item.concerns(acting.actor()), acting)
                : Decision.denied("request.permits.not_fulfilled");
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) {
        var plan = acting.plan(this);
        course.to(plan, Map.of(acting.subject(), Request.State.IN_FULFILMENT));
        Questions.said(acting, Questions.NEEDED_REASON, false, plan.edit(acting.subject()));
        return plan;
    }

    @Override
    public int rank() {
        return 60;
    }
}
