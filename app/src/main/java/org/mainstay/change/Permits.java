package org.mainstay.change;

import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;

/// The conditions that several verbs share, each a yes or a no that says why.
public final class Permits {

    private Permits() {}

    /// For those who work on changes of the organisation.
    static Decision agents(Acting acting) {
        return acting.may(ChangeType.WORK)
                ? Decision.allowed("change.permits.agent")
                : Decision.denied("change.permits.work_needed");
    }

    /// The step into a state, where the change's model leads there from the one it is in.
    static Decision step(Change change, State into, Acting acting) {
        var decision = agents(acting);
        if (!decision.yes()) {
            return decision;
        }
        if (!change.state().open()) {
            return Decision.denied("change.permits.ended", state(change.state()));
        }
        var model = ChangeModel.of(change.model(), acting.lookup());
        if (model.isEmpty()) {
            return Decision.denied("change.permits.no_model");
        }
        var next = model.get().next(change.state());
        if (next.filter(it -> it == into).isPresent()) {
            return decision;
        }
        return next.map(it -> Decision.denied("change.permits.next", state(change.state()), state(it)))
                .orElseGet(() -> Decision.denied("change.permits.not_in_model", state(change.state())));
    }

    /// For agents, as long as nothing has been done.
    public static Decision untilImplementation(Change change, Acting acting) {
        var decision = agents(acting);
        if (!decision.yes() || change.state().planned()) {
            return decision;
        }
        return change.state().open()
                ? Decision.denied("change.permits.begun")
                : Decision.denied("change.permits.ended", state(change.state()));
    }

    /// For agents, on a task that has not ended.
    static Decision agentsOn(ChangeTask task, Acting acting) {
        var decision = agents(acting);
        return decision.yes() && task.state().ended() ? Decision.denied("change.permits.task_ended") : decision;
    }

    static Message state(State state) {
        return Message.of("change.state." + Codes.of(state));
    }
}
