package org.mainstay.request;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Says that it has arrived; from then on the record stays as it is.
record CloseItem(Course course) implements Action<RequestItem> {

    @Override
    public String name() {
        return "close";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
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
        course.to(plan, Map.of(acting.subject(), Request.State.CLOSED));
        return plan;
    }

    @Override
    public int rank() {
        return 50;
    }
}
