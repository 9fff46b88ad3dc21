package org.mainstay.cmdb.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Shown;

/// What is open about items, as far as somebody sees it.
public final class Disturbances {

    private static final int MOST_ITEMS = 1_000;

    private final RecordStore store;
    private final Impacts impacts;
    private final GraphQueries graph;
    private final List<Disturbance> sorts;

    Disturbances(RecordStore store, Impacts impacts, GraphQueries graph, List<Disturbance> sorts) {
        this.store = store;
        this.impacts = impacts;
        this.graph = graph;
        this.sorts = sorts;
    }

    /// A record that is open, and which of the items asked for it is about.
    public record Open(Snapshot record, Set<UUID> items, long priority) {

        /// With its priority, number and what it is called.
        public Shown linked() {
            return new Shown.Linked(
                    Hrefs.record(record.type().collection(), record),
                    record.number(),
                    "P%d %s %s".formatted(priority, record.number(), record.label()));
        }

        boolean grave() {
            return priority <= Disturbance.GRAVE;
        }
    }

    /// The gravest first, at most a thousand of each sort.
    ///
    /// @param at null for what is open now
    public List<Open> of(Actor actor, Collection<UUID> items, @Nullable Instant at) {
        if (items.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<UUID, Open>();
        for (var sort : sorts) {
            for (var about : sort.about()) {
                var filter = Filter.all(Filter.is(about, items.toArray()), at == null ? sort.open() : then(sort, at));
                store.list(actor, sort.type(), query(sort, filter))
                        .items()
                        .forEach(it -> found.computeIfAbsent(
                                        it.id(), _ -> new Open(it, new LinkedHashSet<>(), it.need(sort.priority())))
                                .items()
                                .add(it.need(about)));
            }
        }
        var open = new ArrayList<>(found.values());
        open.sort(Comparator.comparingLong(Open::priority));
        return open;
    }

    /// What is open now about the items and about what is so many steps around them; empty while this node is still
    /// reading the graph.
    public List<Open> near(Actor actor, Collection<Snapshot> items, int hops) {
        try {
            var numbers = new HashSet<Integer>();
            for (var item : items) {
                impacts.neighbours(actor, item, hops, MOST_ITEMS, null)
                        .ifPresent(it -> it.items().forEach(one -> numbers.add(one.item())));
            }
            return of(
                    actor, graph.named(numbers).values().stream().map(Named::id).toList(), null);
        } catch (Impacts.NotLoaded e) {
            return List.of();
        }
    }

    /// What is open about each item; one that nothing is open about is left out.
    public static Map<UUID, List<Open>> byItem(List<Open> open) {
        var byItem = new HashMap<UUID, List<Open>>();
        open.forEach(it -> it.items()
                .forEach(item ->
                        byItem.computeIfAbsent(item, _ -> new ArrayList<>()).add(it)));
        return byItem;
    }

    private static Filter then(Disturbance sort, Instant at) {
        return Filter.all(
                new Filter.Compare(Filter.Path.of(sort.began()), Filter.Comparison.AT_MOST, at),
                Filter.any(sort.open(), new Filter.Compare(Filter.Path.of(sort.ended()), Filter.Comparison.MORE, at)));
    }

    private static Query query(Disturbance sort, Filter filter) {
        var fields = new ArrayList<Attribute<?>>(sort.about());
        fields.addAll(List.of(sort.type().label(), sort.priority(), sort.began()));
        sort.type().attribute("state").ifPresent(fields::add);
        return Query.of(filter)
                .sorted(Order.by(Order.ascending(sort.priority()), Order.descending(sort.began())))
                .reading(fields)
                .limit(Query.MOST);
    }
}
