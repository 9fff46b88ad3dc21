package org.mainstay.problem;

import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.problem.Problem.State;

/// The conditions that several verbs share, each a yes or a no that says why.
final class Permits {

    private Permits() {}

    /// For those who work on problems of the organisation.
    static Decision agents(Acting acting) {
        return acting.may(ProblemType.WORK)
                ? Decision.allowed("problem.permits.agent")
                : Decision.denied("problem.permits.work_needed");
    }

    /// The step into a state, for agents, from the one before it.
    static Decision step(Problem problem, State from, Acting acting) {
        var decision = agents(acting);
        if (!decision.yes() || problem.state() == from) {
            return decision;
        }
        return Decision.denied("problem.permits.only_from", state(from), state(problem.state()));
    }

    static Decision agentsUntilClosed(Problem problem, Acting acting) {
        var decision = agents(acting);
        return decision.yes() && problem.state() == State.CLOSED ? Decision.denied("problem.permits.closed") : decision;
    }

    /// For agents, on a task that has not ended.
    static Decision agentsOn(ProblemTask task, Acting acting) {
        var decision = agents(acting);
        return decision.yes() && task.state().ended() ? Decision.denied("problem.permits.task_ended") : decision;
    }

    private static Message state(State state) {
        return Message.of("problem.state." + Codes.of(state));
    }
}
