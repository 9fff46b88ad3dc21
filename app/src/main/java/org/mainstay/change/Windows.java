package org.mainstay.change;

import java.time.Duration;
import java.time.Instant;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;

/// From a moment on until before another.
final class Windows {

    private static final Duration LONGEST = Duration.ofDays(366);

    private Windows() {}

    /// Refuses one that ends before it starts, lasts no time or longer than a year, or has an end alone.
    static void check(Draft draft, Attribute<Instant> start, Attribute<Instant> end) {
        if (!draft.changes(start) && !draft.changes(end)) {
            return;
        }
        var from = draft.get(start);
        var to = draft.get(end);
        if (to == null) {
            return;
        }
        if (from == null) {
            draft.refuse(start, "change.window.start_needed");
        } else if (!to.isAfter(from)) {
            draft.refuse(end, "change.window.order");
        } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            draft.refuse(end, "change.window.too_long", LONGEST.toDays());
        }
    }
}
