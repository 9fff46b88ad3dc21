package org.mainstay.change.schedule;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change.Type;

/// A change as the schedule sees it.
///
/// @param window when it is done: as it really began and ended where it did, else as planned
/// @param group that does it
/// @param items that it is done to
/// @param unaffected items of which people said that the change does not affect them
/// @param people who do it: its assignee and those of its tasks that have not ended
record Booking(
        UUID change,
        Type type,
        Window window,
        @Nullable UUID group,
        Set<UUID> items,
        Set<UUID> unaffected,
        Set<UUID> people) {

    Booking at(Window other) {
        return new Booking(change, type, other, group, items, unaffected, people);
    }
}
