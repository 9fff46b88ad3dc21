package org.mainstay.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step of a run, from when it is reached.
///
/// @param element id of the flow's element
/// @param execution where the engine rests meanwhile
/// @param outcome how it ended, for branches that ask
/// @param made the task, the approval or whatever record came of it
/// @param awaits the message or the condition that it waits for
/// @param reason why it failed, for people; or why somebody left it out
record RunStep(
        UUID id,
        UUID run,
        String element,
        StepKind kind,
        String execution,
        State state,
        @Nullable String outcome,
        @Nullable UUID made,
        @Nullable Instant dueAt,
        @Nullable String awaits,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt) {

    enum State {
        /// Reached; what it means is done next.
        READY,
        WAITING,
        DONE,
        FAILED,
        SKIPPED,
        CANCELLED;

        boolean open() {
            return this == READY || this == WAITING || this == FAILED;
        }
    }

    RunStep as(State now) {
        return new RunStep(
                id, run, element, kind, execution, now, outcome, made, dueAt, awaits, reason, beganAt, endedAt);
    }

    RunStep ended(State how, @Nullable String with, @Nullable String why, Instant at) {
        return new RunStep(id, run, element, kind, execution, how, with, made, dueAt, awaits, why, beganAt, at);
    }

    RunStep failed(String why) {
        return new RunStep(
                id, run, element, kind, execution, State.FAILED, outcome, made, null, null, why, beganAt, null);
    }

    RunStep waits(@Nullable UUID record, @Nullable Instant due, @Nullable String what) {
        return new RunStep(
                id, run, element, kind, execution, State.WAITING, null, record, due, what, null, beganAt, null);
    }
}
