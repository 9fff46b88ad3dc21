package org.mainstay.change.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.RecurringWindow;
import org.mainstay.calendar.Window;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.impact.Dependencies.Numbered;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// What is planned in a stretch of time, as somebody sees it.
final class ChangeCalendar {

    /// So many changes are shown at once.
    static final int MOST = 5_000;

    private static final String SERVICE = "business_service";

    private final RecordStore store;
    private final ScheduleQueries queries;
    private final Dependencies dependencies;
    private final ZoneId zone;

    ChangeCalendar(RecordStore store, ScheduleQueries queries, Dependencies dependencies, ZoneId zone) {
        this.store = store;
        this.queries = queries;
        this.dependencies = dependencies;
        this.zone = zone;
    }

    /// @param complete whether these are all: not, where there are more than [#MOST]
    record Planned(List<Snapshot> changes, boolean complete) {}

    /// @param kind of the period; maintenance windows are among them
    record Occurrence(Snapshot period, Period.Kind kind, Window window) {}

    /// The changes that match and whose planned windows overlap the given one, by their start.
    ///
    /// @param most at most [#MOST]
    Planned changes(Actor actor, Window window, Filter filter, int most) {
        var starts = Filter.Path.of(ChangeType.PLANNED_START);
        var ends = new Filter.Compare(Filter.Path.of(ChangeType.PLANNED_END), Comparison.MORE, window.from());
        var found = new ArrayList<Snapshot>();
        var lasting = queries.lasting(window);
        if (!lasting.isEmpty()) {
            var those = Filter.all(filter, new Filter.Identity(lasting));
            found.addAll(store.list(actor, ChangeType.CHANGE, Query.of(those).limit(Query.MOST))
                    .items());
        }
        var begin = Filter.all(
                filter,
                new Filter.Compare(starts, Comparison.LESS, window.to()),
                new Filter.Compare(starts, Comparison.AT_LEAST, window.from().minus(ScheduleQueries.LONG)),
                Filter.any(ends, new Filter.Compare(starts, Comparison.AT_LEAST, window.from())));
        var query = Query.of(begin).limit(Query.MOST).sorted(Order.by(Order.ascending(ChangeType.PLANNED_START)));
        var page = store.list(actor, ChangeType.CHANGE, query);
        found.addAll(page.items());
        while (page.next() != null && found.size() <= most) {
            page = store.list(actor, ChangeType.CHANGE, query.after(page.next()));
            found.addAll(page.items());
        }
        found.sort(Comparator.comparing(it -> it.need(ChangeType.PLANNED_START)));
        boolean complete = page.next() == null && found.size() <= most;
        return new Planned(List.copyOf(found.subList(0, Math.min(found.size(), most))), complete);
    }

    /// Freeze periods and maintenance windows in force, each time they come within the window, by their start.
    List<Occurrence> periods(Actor actor, Window window) {
        var found = new ArrayList<Occurrence>();
        for (var period : active(actor, FreezePeriodType.FREEZE_PERIOD, FreezePeriodType.ACTIVE)) {
            var kind = period.need(FreezePeriodType.KIND) == FreezePeriodType.Strictness.BLACKOUT
                    ? Period.Kind.BLACKOUT
                    : Period.Kind.FREEZE;
            times(
                            new Window(period.need(FreezePeriodType.STARTS_AT), period.need(FreezePeriodType.ENDS_AT)),
                            period.get(FreezePeriodType.RECURRENCE_RULE),
                            period.get(FreezePeriodType.ZONE))
                    .within(window)
                    .forEach(it -> found.add(new Occurrence(period, kind, it)));
        }
        for (var period : active(actor, MaintenanceWindowType.MAINTENANCE_WINDOW, MaintenanceWindowType.ACTIVE)) {
            times(
                            new Window(
                                    period.need(MaintenanceWindowType.STARTS_AT),
                                    period.need(MaintenanceWindowType.ENDS_AT)),
                            period.get(MaintenanceWindowType.RECURRENCE_RULE),
                            period.get(MaintenanceWindowType.ZONE))
                    .within(window)
                    .forEach(it -> found.add(new Occurrence(period, Period.Kind.MAINTENANCE, it)));
        }
        found.sort(Comparator.comparing(it -> it.window().from()));
        return found;
    }

    private RecurringWindow times(Window first, @Nullable String rule, @Nullable String name) {
        return RecurringWindow.of(first, rule, name == null ? zone : ZoneId.of(name));
    }

    private List<Snapshot> active(Actor actor, RecordType<Snapshot> type, Attribute<Boolean> attribute) {
        return store.list(actor, type, Query.of(Filter.is(attribute, true)).limit(Query.MOST))
                .items();
    }

    /// Items that a period is about; empty for those about everything or about groups.
    static Set<UUID> items(Snapshot period) {
        return period.type().equals(FreezePeriodType.FREEZE_PERIOD)
                ? referred(period, FreezePeriodType.ITEMS)
                : referred(period, MaintenanceWindowType.ITEMS);
    }

    /// Groups whose changes a period is about.
    static Set<UUID> groups(Snapshot period) {
        return period.type().equals(FreezePeriodType.FREEZE_PERIOD)
                ? referred(period, FreezePeriodType.GROUPS)
                : Set.of();
    }

    private static Set<UUID> referred(Snapshot period, Attribute<Set<UUID>> attribute) {
        var ids = period.get(attribute);
        return ids == null ? Set.of() : ids;
    }

    /// The services that fail with each of the items by the graph, and those among the items themselves. Nothing but
    /// these while this node still reads the graph.
    Map<UUID, Set<UUID>> services(Actor actor, Collection<UUID> items) {
        var services = store
                .list(
                        actor,
                        ConfigurationItemType.CONFIGURATION_ITEM,
                        Query.of(Filter.is(ConfigurationItemType.CLASS, SERVICE))
                                .limit(Query.MOST))
                .items()
                .stream()
                .map(it -> new Numbered(it.id(), it.number()))
                .toList();
        var numbered = queries.numbered(items).values();
        var hit = new HashMap<>(failing(actor, numbered, services));
        numbered.stream()
                .filter(services::contains)
                .forEach(
                        it -> hit.computeIfAbsent(it.id(), _ -> new HashSet<>()).add(it.id()));
        return hit;
    }

    private Map<UUID, Set<UUID>> failing(Actor actor, Collection<Numbered> items, List<Numbered> services) {
        try {
            return dependencies.hit(actor, items, services);
        } catch (Impacts.NotLoaded _) {
            return Map.of();
        }
    }
}
