package org.mainstay.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person is told of one change of a record.
///
/// @param seq later ones have higher ones
/// @param type code of the record's type
/// @param version of the record, whose history row tells of it
/// @param internal only for those who work on the record
/// @param comment what was said, where it is about that
/// @param value the state it came into, where it is about that
record Notification(
        UUID id,
        long seq,
        UUID record,
        String type,
        long version,
        Sort sort,
        UUID by,
        Instant at,
        boolean internal,
        @Nullable UUID comment,
        @Nullable String value,
        boolean read) {

    /// What it is about; the first that holds for a person is what they are told.
    enum Sort {
        /// Somebody named them in a comment.
        MENTIONED,
        /// The record became theirs to work on.
        ASSIGNED,
        /// The record became one of their groups' and nobody's in particular.
        GROUP_ASSIGNED,
        /// It waits for their decision.
        ASKED,
        /// Somebody said something about a record that they reported, watch or work on.
        REPLIED,
        /// Such a record came into another state.
        CHANGED,
        /// What they wait for the end of, without seeing all of it, is over.
        ENDED
    }
}
