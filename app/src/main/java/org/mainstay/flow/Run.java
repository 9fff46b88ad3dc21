package org.mainstay.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A flow on its way for a record.
///
/// @param process what the engine calls it; null until it has begun
/// @param parent the step of another run that waits for its end
/// @param steps how many steps it has had
/// @param reason why it failed as a whole, for people
record Run(
        UUID id,
        UUID version,
        String recordType,
        UUID record,
        @Nullable UUID parent,
        State state,
        @Nullable String process,
        boolean german,
        int steps,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt) {

    enum State {
        /// Not begun: the engine has not come to it yet.
        WAITING,
        RUNNING,
        /// One of its steps has failed, or it can go nowhere.
        FAILED,
        ENDED,
        CANCELLED;

        boolean open() {
            return this == WAITING || this == RUNNING || this == FAILED;
        }
    }

    Run as(State now, @Nullable String why) {
        return new Run(id, version, recordType, record, parent, now, process, german, steps, why, beganAt, endedAt);
    }

    Run in(String begun) {
        return new Run(
                id, version, recordType, record, parent, State.RUNNING, begun, german, steps, null, beganAt, endedAt);
    }

    /// With one step more.
    Run more() {
        return new Run(
                id, version, recordType, record, parent, state, process, german, steps + 1, reason, beganAt, endedAt);
    }

    Run ended(State how, Instant at) {
        return new Run(id, version, recordType, record, parent, how, process, german, steps, null, beganAt, at);
    }
}
