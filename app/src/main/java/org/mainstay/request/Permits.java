package org.mainstay.request;

import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;

/// The conditions that several verbs share, each a yes or a no that says why.
final class Permits {

    private Permits() {}

    /// For those who work on requests of the organisation.
    static Decision agents(Acting acting) {
        return acting.may(RequestItemType.WORK)
                ? Decision.allowed("request.permits.agent")
                : Decision.denied("request.permits.work_needed");
    }

    /// For agents, and for whom it concerns.
    static Decision agentsAnd(boolean concerned, Acting acting) {
        return concerned ? Decision.allowed("request.permits.concerned") : agents(acting);
    }

    /// For agents, on a task that can be done now.
    static Decision agentsOn(Task task, Acting acting) {
        var decision = agents(acting);
        if (!decision.yes() || task.state().ready()) {
            return decision;
        }
        return Decision.denied(
                task.state() == Task.State.PENDING ? "request.permits.task_pending" : "request.permits.task_ended");
    }
}
