package org.mainstay.problem;

import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;

/// Incidents that are so much alike that a problem may be behind them, as this module's own code sees it.
public record ProblemCandidate(UUID id, String number, String title, State state) {

    public enum State {
        /// Somebody has to decide about it.
        OPEN,
        /// A problem was made of it.
        ACCEPTED,
        /// It is none, for a reason; comes back where it grows.
        DISMISSED,
        /// There are too few such incidents by now; comes back where there are more.
        FADED
    }

    static ProblemCandidate of(Snapshot it) {
        return new ProblemCandidate(
                it.id(), it.number(), it.need(ProblemCandidateType.TITLE), it.need(ProblemCandidateType.STATE));
    }
}
