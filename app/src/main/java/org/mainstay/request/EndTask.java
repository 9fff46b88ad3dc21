package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Ends a task, one way or the other; what comes next begins.
///
/// @param question what is asked, and noted for those who work on it
record EndTask(String name, Task.State how, Attribute<String> question, int rank, Fulfilment fulfilment)
        implements Action<Task> {

    /// Says that it is done.
    static EndTask complete(Fulfilment fulfilment) {
        return new EndTask("complete", Task.State.DONE, Questions.COMMENT, 40, fulfilment);
    }

    /// Leaves out what is not needed this time, and says why.
    static EndTask skip(Fulfilment fulfilment) {
        return new EndTask("skip", Task.State.SKIPPED, Questions.NEEDED_REASON, 110, fulfilment);
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(question);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "ended_at");
    }

    @Override
    public Decision permits(Task task, Acting acting) {
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(Task task, Acting acting) {
        var plan = acting.plan(this);
        Questions.said(acting, question, true, plan.edit(acting.subject()).set(TaskType.STATE, how));
        if (how == Task.State.DONE) {
            fulfilment.begun(plan, task);
        }
        fulfilment.ended(plan, task);
        return plan;
    }
}
