package org.mainstay.change.schedule;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.calendar.Window;

/// A freeze period or a maintenance window with the times it comes within what is looked at.
///
/// @param items that it is about
/// @param groups whose changes it is about; maintenance windows have none
record Period(UUID id, Kind kind, List<Window> times, Set<UUID> items, Set<UUID> groups) {

    enum Kind {
        /// Only emergency changes are done in it.
        FREEZE,
        /// No change is done in it.
        BLACKOUT,
        /// Changes that affect its items are done in it.
        MAINTENANCE
    }
}
