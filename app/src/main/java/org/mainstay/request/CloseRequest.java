package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Says that everything has arrived; from then on the record stays as it is.
record CloseRequest(Course course) implements Action<Request> {

    @Override
    public String name() {
        return "close";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
    }

    @Override
    public Decision permits(Request request, Acting acting) {
        return request.state() == Request.State.FULFILLED
                ? Permits.agentsAnd(request.concerns(acting.actor()), acting)
                : Decision.denied("request.permits.not_fulfilled");
    }

    @Override
    public Plan apply(Request request, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(RequestType.STATE, Request.State.CLOSED);
        course.items(request.id()).forEach(it -> {
            if (it.need(RequestItemType.STATE) == Request.State.FULFILLED) {
                plan.edit(it).set(RequestItemType.STATE, Request.State.CLOSED);
            } else {
                plan.reliesOn(it);
            }
        });
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
