package org.mainstay.change.schedule;

import java.util.Optional;
import java.util.UUID;
import org.mainstay.calendar.Window;

/// The times in which it was agreed to work on items, as maintenance windows say.
public final class MaintenanceTimes {

    private final ScheduleQueries queries;

    MaintenanceTimes(ScheduleQueries queries) {
        this.queries = queries;
    }

    /// Whether every moment of the window lies in maintenance windows of the item; empty where it has none.
    ///
    /// @param organisation whose changes they are for
    public Optional<Boolean> cover(UUID organisation, UUID item, Window window) {
        var agreed = queries.periods(organisation, window).stream()
                .filter(it -> it.kind() == Period.Kind.MAINTENANCE && it.items().contains(item))
                .toList();
        return agreed.isEmpty()
                ? Optional.empty()
                : Optional.of(window.without(agreed.stream()
                                .flatMap(it -> it.times().stream())
                                .toList())
                        .isEmpty());
    }
}
