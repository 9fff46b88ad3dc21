package org.mainstay.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A change to what IT runs, as this module's own code sees it.
public record Change(
        UUID id,
        String number,
        String title,
        Type type,
        @Nullable UUID model,
        State state,
        @Nullable UUID group,
        @Nullable UUID assignee,
        @Nullable UUID configurationItem,
        @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd,
        @Nullable Instant actualStart) {

    /// How much is decided about each single one (ITIL 4).
    public enum Type {
        /// Known, of low risk, and approved once for all.
        STANDARD,
        NORMAL,
        /// What cannot wait for the ordinary way.
        EMERGENCY
    }

    /// In the order in which they are gone through; models leave some of them out.
    public enum State {
        NEW,
        ASSESS,
        AUTHORIZE,
        SCHEDULED,
        IMPLEMENT,
        REVIEW,
        CLOSED,
        CANCELLED;

        /// Neither closed nor cancelled.
        public boolean open() {
            return this != CLOSED && this != CANCELLED;
        }

        /// It may still be planned otherwise: nothing was done about it.
        public boolean planned() {
            return compareTo(IMPLEMENT) < 0;
        }
    }

    public enum Outcome {
        SUCCESSFUL,
        SUCCESSFUL_WITH_ISSUES,
        FAILED,
        BACKED_OUT
    }

    /// How much may go wrong, as rules read the points; compares from low to very high.
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH,
        VERY_HIGH
    }

    static Change of(Snapshot it) {
        return new Change(
                it.id(),
                it.number(),
                it.need(ChangeType.TITLE),
                it.need(ChangeType.TYPE),
                it.get(ChangeType.MODEL),
                it.need(ChangeType.STATE),
                it.get(ChangeType.GROUP),
                it.get(ChangeType.ASSIGNEE),
                it.get(ChangeType.CONFIGURATION_ITEM),
                it.get(ChangeType.PLANNED_START),
                it.get(ChangeType.PLANNED_END),
                it.get(ChangeType.ACTUAL_START));
    }
}
