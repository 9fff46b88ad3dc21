package org.mainstay.problem;

import java.util.Optional;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;

/// The conditions that the verbs of causes share.
final class CausePermits {

    private CausePermits() {}

    /// For agents, as long as the problem is not closed.
    static Decision agents(Cause cause, Acting acting) {
        var decision = Permits.agents(acting);
        boolean closed = decision.yes()
                && problem(cause, acting)
                        .filter(it -> it.need(ProblemType.STATE) == Problem.State.CLOSED)
                        .isPresent();
        return closed ? Decision.denied("cause.problem_closed") : decision;
    }

    static Optional<Snapshot> problem(Cause cause, Acting acting) {
        return acting.lookup().get(ProblemType.PROBLEM, cause.problem());
    }

    /// The same, of one that is in the state or not.
    static Decision agents(Cause cause, Acting acting, boolean decided) {
        var decision = agents(cause, acting);
        if (!decision.yes() || cause.state().decided() == decided) {
            return decision;
        }
        return decided
                ? Decision.denied("cause.permits.undecided")
                : Decision.denied("cause.permits.decided", Message.of("cause.state." + Codes.of(cause.state())));
    }
}
