package org.mainstay.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// An unplanned interruption or loss of quality of a service, as this module's own code sees it.
public record Incident(
        UUID id,
        String number,
        String title,
        State state,
        @Nullable HoldReason holdReason,
        Level impact,
        Level urgency,
        long priority,
        @Nullable UUID caller,
        @Nullable UUID openedBy,
        @Nullable UUID group,
        @Nullable UUID assignee,
        @Nullable UUID parent,
        @Nullable UUID duplicateOf,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        Major major) {

    public enum State {
        NEW,
        IN_PROGRESS,
        ON_HOLD,
        RESOLVED,
        CLOSED,
        CANCELLED;

        /// Somebody still has to do something.
        public boolean open() {
            return switch (this) {
                case NEW, IN_PROGRESS, ON_HOLD -> true;
                case RESOLVED, CLOSED, CANCELLED -> false;
            };
        }

        /// Nothing changes any more.
        public boolean sealed() {
            return switch (this) {
                case CLOSED, CANCELLED -> true;
                case NEW, IN_PROGRESS, ON_HOLD, RESOLVED -> false;
            };
        }
    }

    /// What the work waits for.
    public enum HoldReason {
        AWAITING_CALLER,
        AWAITING_VENDOR,
        AWAITING_CHANGE,
        AWAITING_PROBLEM,
        AWAITING_EVIDENCE
    }

    /// How grave (impact) or how pressing (urgency) it is.
    public enum Level {
        HIGH,
        MEDIUM,
        LOW
    }

    public enum Major {
        NONE,
        PROPOSED,
        ACCEPTED,
        DEMOTED
    }

    static Incident of(Snapshot it) {
        return new Incident(
                it.id(),
                it.number(),
                it.need(IncidentType.TITLE),
                it.need(IncidentType.STATE),
                it.get(IncidentType.HOLD_REASON),
                it.need(IncidentType.IMPACT),
                it.need(IncidentType.URGENCY),
                it.need(IncidentType.PRIORITY),
                it.get(IncidentType.CALLER),
                it.get(IncidentType.OPENED_BY),
                it.get(IncidentType.GROUP),
                it.get(IncidentType.ASSIGNEE),
                it.get(IncidentType.PARENT_INCIDENT),
                it.get(IncidentType.DUPLICATE_OF),
                it.get(IncidentType.RESOLVED_AT),
                it.get(IncidentType.CLOSED_AT),
                it.need(IncidentType.MAJOR_INCIDENT));
    }

    public boolean open() {
        return state.open();
    }

    /// Whether the actor is who called or who reported it for them.
    public boolean askedBy(Actor actor) {
        return actor.id().equals(caller) || actor.id().equals(openedBy);
    }

    /// Whether it may still go back into work; later a follow-up takes its place.
    public boolean reopens(Instant now, Duration window) {
        var done = resolvedAt == null ? closedAt : resolvedAt;
        return done == null || !now.isAfter(done.plus(window));
    }
}
