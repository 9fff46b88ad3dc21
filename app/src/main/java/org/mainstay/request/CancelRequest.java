package org.mainstay.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Ends everything of the request that is not delivered yet; where one of its items is past its point of no return, as
/// with that one.
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
        if (!request.state().open()) {
            return Decision.denied("request.permits.not_open");
        }
        var concerned = Permits.agentsAnd(request.concerns(acting.actor()), acting);
        return concerned.yes() && !Permits.agents(acting).yes()
                ? kept(request)
                        .map(it -> Decision.denied("request.permits.item_past_return", it.number(), past(it)))
                        .orElse(concerned)
                : concerned;
    }

    private static String past(RequestItem item) {
        return Objects.requireNonNull(item.noReturn());
    }

    /// One of its items that is open and past its point of no return.
    private Optional<RequestItem> kept(Request request) {
        return course.items(request.id()).stream()
                .map(RequestItem::of)
                .filter(it -> it.state().open() && it.noReturn() != null)
                .min(Comparator.comparing(RequestItem::number));
    }

    @Override
    public Plan apply(Request request, Acting acting) throws Refusal {
        var past = kept(request);
        if (past.isPresent()) {
            Questions.must(acting, Questions.REASON, "request.cancel.reason_needed", past(past.get()));
        }
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
