package org.mainstay.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A piece of the work on a change.
public record ChangeTask(
        UUID id,
        String number,
        UUID change,
        Kind kind,
        State state,
        long position,
        @Nullable UUID group,
        @Nullable UUID assignee) {

    public enum Kind {
        PLAN,
        IMPLEMENT,
        TEST,
        REVIEW
    }

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

    static ChangeTask of(Snapshot it) {
        return new ChangeTask(
                it.id(),
                it.number(),
                it.need(ChangeTaskType.CHANGE),
                it.need(ChangeTaskType.KIND),
                it.need(ChangeTaskType.STATE),
                it.need(ChangeTaskType.POSITION),
                it.get(ChangeTaskType.GROUP),
                it.get(ChangeTaskType.ASSIGNEE));
    }
}
