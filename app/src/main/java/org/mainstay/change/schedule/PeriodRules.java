package org.mainstay.change.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.RecurringWindow;
import org.mainstay.calendar.Window;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// A period ends after it starts, and comes again in a way that can be followed.
///
/// @param needed attribute that names what it is about; null where it may be about everything
record PeriodRules(
        String type,
        Attribute<Instant> start,
        Attribute<Instant> end,
        Attribute<String> recurrence,
        Attribute<String> zone,
        @Nullable Attribute<Set<UUID>> needed,
        ZoneId installation)
        implements Rule {

    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public void apply(Draft draft) {
        var from = draft.get(start);
        var to = draft.get(end);
        if (needed != null) {
            var items = draft.get(needed);
            if (items == null || items.isEmpty()) {
                draft.refuse(needed, "kernel.save.required");
            }
        }
        var clock = clock(draft);
        if (from == null || to == null || clock == null) {
            return;
        }
        if (!from.isBefore(to)) {
            draft.refuse(end, "change.window.order");
        } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            draft.refuse(end, "change.window.too_long", LONGEST.toDays());
        } else {
            try {
                RecurringWindow.of(new Window(from, to), draft.get(recurrence), clock);
            } catch (BadValue e) {
                draft.refuse(new Problem(recurrence.code(), e.reason()));
            }
        }
    }

    private @Nullable ZoneId clock(Draft draft) {
        var name = draft.get(zone);
        try {
            return name == null ? installation : ZoneId.of(name);
        } catch (DateTimeException e) {
            draft.refuse(zone, "people.person.unknown_zone", name);
            return null;
        }
    }
}
