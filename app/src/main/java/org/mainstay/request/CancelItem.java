package org.mainstay.request;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Ends what nobody wants any more, with all tasks that are left. After a point of no return only those who work on it
/// do so, and say why.
record CancelItem(Course course, Fulfilment fulfilment) implements Action<RequestItem> {

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
    public Decision permits(RequestItem item, Acting acting) {
        if (!item.state().open()) {
            return Decision.denied("request.permits.not_open");
        }
        var concerned = Permits.agentsAnd(item.concerns(acting.actor()), acting);
        return concerned.yes()
                        && item.noReturn() != null
                        && !Permits.agents(acting).yes()
                ? Decision.denied("request.permits.past_return", item.noReturn())
                : concerned;
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) throws Refusal {
        if (item.noReturn() != null) {
            Questions.must(acting, Questions.REASON, "request.cancel.reason_needed", item.noReturn());
        }
        var plan = acting.plan(this);
        course.to(plan, Map.of(acting.subject(), Request.State.CANCELLED));
        Questions.said(acting, Questions.REASON, false, plan.edit(acting.subject()));
        fulfilment.cancel(plan, item);
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
