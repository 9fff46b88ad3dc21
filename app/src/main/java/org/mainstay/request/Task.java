package org.mainstay.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A piece of the work on a request item, done by one group.
///
/// @param noReturn whether who ordered does not cancel any more once somebody has begun with it
/// @param undoes whether it undoes what was done of an item that was cancelled
public record Task(
        UUID id,
        String number,
        String title,
        UUID requestItem,
        State state,
        @Nullable UUID dependsOn,
        @Nullable UUID group,
        @Nullable UUID assignee,
        boolean noReturn,
        boolean undoes) {

    public enum State {
        /// Waits for the one before it, and is nobody's yet.
        PENDING,
        OPEN,
        IN_PROGRESS,
        DONE,
        SKIPPED,
        CANCELLED;

        /// Somebody can do it now.
        public boolean ready() {
            return switch (this) {
                case OPEN, IN_PROGRESS -> true;
                case PENDING, DONE, SKIPPED, CANCELLED -> false;
            };
        }

        public boolean ended() {
            return switch (this) {
                case PENDING, OPEN, IN_PROGRESS -> false;
                case DONE, SKIPPED, CANCELLED -> true;
            };
        }
    }

    static Task of(Snapshot it) {
        return new Task(
                it.id(),
                it.number(),
                it.need(TaskType.TITLE),
                it.need(TaskType.REQUEST_ITEM),
                it.need(TaskType.STATE),
                it.get(TaskType.DEPENDS_ON),
                it.get(TaskType.GROUP),
                it.get(TaskType.ASSIGNEE),
                it.need(TaskType.NO_RETURN),
                it.get(TaskType.UNDOES) != null);
    }
}
