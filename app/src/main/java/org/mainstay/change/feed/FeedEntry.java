package org.mainstay.change.feed;

import java.time.Instant;
import org.mainstay.calendar.Window;

/// What stands in a calendar for a time, in words of the feed's person.
///
/// @param uid by which a calendar knows it again; always the same for the same thing
/// @param href of its record, within this installation
/// @param busy whether whoever has it in a calendar is taken by it
record FeedEntry(
        String uid,
        Window window,
        Instant updated,
        long version,
        String summary,
        Standing standing,
        String href,
        String description,
        String category,
        boolean busy) {

    enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
