package org.mainstay.request;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Says that it is delivered; for items whose tasks have ended, or that have none.
record FulfilItem(Course course) implements Action<RequestItem> {

    @Override
    public String name() {
        return "fulfil";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.COMMENT);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "fulfilled_at");
    }

    @Override
    public Decision permits(RequestItem item, Acting acting) {
        if (item.state() != Request.State.IN_FULFILMENT && item.state() != Request.State.REQUESTED) {
            return Decision.denied("request.permits.not_in_fulfilment");
        }
        return Permits.agents(acting);
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) throws Refusal {
        var tasks = course.tasks(item.id());
        for (var task : tasks) {
            if (!task.need(TaskType.STATE).ended()) {
                throw new Refusal(Problem.of("request.fulfil.task_left", task.number()));
            }
        }
        var plan = acting.plan(this);
        tasks.forEach(plan::reliesOn);
        course.to(plan, Map.of(acting.subject(), Request.State.FULFILLED));
        Questions.said(acting, Questions.COMMENT, false, plan.edit(acting.subject()));
        return plan;
    }

    @Override
    public int rank() {
        return 40;
    }
}
