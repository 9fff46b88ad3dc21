package org.mainstay.change.risk;

import java.time.Instant;
import java.util.UUID;

/// Whether something may well be done to an item in a stretch of time.
@FunctionalInterface
interface Favourable {

    enum Answer {
        YES,
        NO,
        /// Nobody said when it is favourable for the item.
        NONE_DEFINED
    }

    /// Of items of which nobody says anything.
    Favourable NOTHING_DEFINED = (_, _, _) -> Answer.NONE_DEFINED;

    /// Whether the stretch lies within one maintenance window of the item.
    ///
    /// @param end exclusive
    Answer within(UUID item, Instant start, Instant end);
}
