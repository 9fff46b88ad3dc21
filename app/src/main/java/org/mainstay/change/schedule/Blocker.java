package org.mainstay.change.schedule;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;

/// Something that stands in the way of a change for a time.
///
/// @param change the other change, where it is one
/// @param item of this change, or affected by it, that the other change or the window is about
/// @param otherItem of the other change
/// @param person who is busy or away
/// @param period the freeze period
record Blocker(
        Kind kind,
        Window window,
        @Nullable UUID change,
        @Nullable UUID item,
        @Nullable UUID otherItem,
        @Nullable UUID person,
        @Nullable UUID period) {

    /// In the order of weight.
    enum Kind {
        /// No change at all is done then.
        BLACKOUT,
        /// Only emergency changes are done then.
        FREEZE,
        /// Another change to the same item.
        SAME_ITEM,
        /// Another change to an item that needs one of this change's.
        DEPENDENT_ITEM,
        /// Another change to an item that one of this change's needs.
        NEEDED_ITEM,
        /// An affected item has maintenance windows, and this is none.
        OUTSIDE_MAINTENANCE_WINDOW,
        /// Who does it does another change.
        ASSIGNEE_BUSY,
        ASSIGNEE_ABSENT
    }

    static Blocker between(Kind kind, Booking other, UUID item, UUID otherItem) {
        return new Blocker(kind, other.window(), other.change(), item, otherItem, null, null);
    }

    static Blocker busy(Booking other, UUID person) {
        return new Blocker(Kind.ASSIGNEE_BUSY, other.window(), other.change(), null, null, person, null);
    }

    static Blocker absent(UUID person, Window window) {
        return new Blocker(Kind.ASSIGNEE_ABSENT, window, null, null, null, person, null);
    }

    static Blocker period(Kind kind, Window window, UUID period) {
        return new Blocker(kind, window, null, null, null, null, period);
    }

    static Blocker outside(UUID item, Window window) {
        return new Blocker(Kind.OUTSIDE_MAINTENANCE_WINDOW, window, null, item, null, null, null);
    }
}
