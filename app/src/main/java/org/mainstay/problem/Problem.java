package org.mainstay.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// The cause behind incidents, as this module's own code sees it. Not a problem of a save, which is the kernel's.
public record Problem(
        UUID id,
        String number,
        String title,
        State state,
        @Nullable UUID group,
        @Nullable UUID assignee,
        @Nullable ClosureCode closureCode,
        @Nullable UUID duplicateOf,
        @Nullable Instant resolvedAt) {

    /// In the order in which they are gone through.
    public enum State {
        NEW,
        ASSESS,
        ROOT_CAUSE_ANALYSIS,
        FIX_IN_PROGRESS,
        RESOLVED,
        CLOSED;

        /// Somebody still has to do something.
        public boolean open() {
            return switch (this) {
                case NEW, ASSESS, ROOT_CAUSE_ANALYSIS, FIX_IN_PROGRESS -> true;
                case RESOLVED, CLOSED -> false;
            };
        }
    }

    public enum ClosureCode {
        FIX_APPLIED,
        RISK_ACCEPTED,
        DUPLICATE,
        CANCELLED
    }

    static Problem of(Snapshot it) {
        return new Problem(
                it.id(),
                it.number(),
                it.need(ProblemType.TITLE),
                it.need(ProblemType.STATE),
                it.get(ProblemType.GROUP),
                it.get(ProblemType.ASSIGNEE),
                it.get(ProblemType.CLOSURE_CODE),
                it.get(ProblemType.DUPLICATE_OF),
                it.get(ProblemType.RESOLVED_AT));
    }
}
