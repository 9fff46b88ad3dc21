package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Ends everything of the request that is not delivered yet.
record CancelRequest(Course course, Fulfilment fulfilment) implements Action<Request> {

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Request request, Acting acting) {
        return request.state().open()
                ? Permits.agentsAnd(request.concerns(acting.actor()), acting)
                : Decision.denied("request.permits.not_open");
    }

    @Override
    public Plan apply(Request request, Acting acting) {
        var plan = acting.plan(this);
        var states = new ArrayList<Request.State>();
        for (var item : course.items(request.id())) {
            boolean open = item.need(RequestItemType.STATE).open();
            var edit = plan.edit(item);
            if (open) {
                edit.set(RequestItemType.STATE, Request.State.CANCELLED);
                fulfilment.cancel(plan, RequestItem.of(item));
            }
            states.add(open ? Request.State.CANCELLED : item.need(RequestItemType.STATE));
        }
        var edit = plan.edit(acting.subject()).set(RequestType.STATE, Course.of(states));
        Questions.said(acting, Questions.REASON, false, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
