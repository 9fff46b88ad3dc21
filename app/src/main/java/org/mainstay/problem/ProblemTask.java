package org.mainstay.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A piece of the work on a problem.
public record ProblemTask(
        UUID id,
        String number,
        UUID problem,
        State state,
        @Nullable UUID group,
        @Nullable UUID assignee) {

    public enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        CANCELLED;

        public boolean ended() {
            return switch (this) {
                case OPEN, IN_PROGRESS -> false;
                case DONE, CANCELLED -> true;
            };
        }
    }

    static ProblemTask of(Snapshot it) {
        return new ProblemTask(
                it.id(),
                it.number(),
                it.need(ProblemTaskType.PROBLEM),
                it.need(ProblemTaskType.STATE),
                it.get(ProblemTaskType.GROUP),
                it.get(ProblemTaskType.ASSIGNEE));
    }
}
