package org.mainstay.cmdb.map;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Neighbourhood;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.impact.LiveGraph;
import org.mainstay.cmdb.map.Disturbances.Open;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Reads what maps show.
final class ItemMaps {

    /// So many items are looked at.
    static final int MOST = 5_000;

    private static final int MOST_OF_EXPANDED = 1_000;

    /// So many disrupted items are followed to what they hit.
    private static final int FOLLOWED = 50;

    private final RecordStore store;
    private final Impacts impacts;
    private final GraphQueries queries;
    private final LiveGraph live;
    private final ItemClasses classes;

    ItemMaps(RecordStore store, Impacts impacts, GraphQueries queries, LiveGraph live, ItemClasses classes) {
        this.store = store;
        this.impacts = impacts;
        this.queries = queries;
        this.live = live;
        this.classes = classes;
    }

    /// @param at null for now
    /// @param before another moment whose items and relations are shown too; null for none
    /// @return empty where the item was there at neither of them
    Optional<Surroundings> around(
            Actor actor, Snapshot item, MapQuestion asked, @Nullable Instant at, @Nullable Instant before) {
        var found = new Found();
        impacts.neighbours(actor, item, asked.depth(), MOST, at).ifPresent(found::add);
        if (before != null) {
            impacts.neighbours(actor, item, asked.depth(), MOST, before).ifPresent(found::add);
        }
        if (found.items.isEmpty()) {
            return Optional.empty();
        }
        for (var number : asked.expanded()) {
            store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, number)
                    .flatMap(it -> impacts.neighbours(actor, it, 1, MOST_OF_EXPANDED, at))
                    .ifPresent(found::add);
        }
        var shown = new HashSet<String>();
        asked.classes().forEach(it -> shown.addAll(classes.within(it)));
        return Optional.of(Surroundings.of(
                GraphQueries.digits(item.number()),
                found.relations.values().stream()
                        .filter(it -> asked.types().isEmpty() || asked.types().contains(live.relationType(it.type())))
                        .toList(),
                queries.named(found.items),
                it -> shown.isEmpty() || shown.contains(it.itemClass()),
                found.relations.values().stream()
                        .map(it -> live.relationType(it.type()))
                        .collect(Collectors.toSet()),
                found.truncated));
    }

    private static final class Found {

        private final Set<Integer> items = new LinkedHashSet<>();
        private final Map<Integer, Relation> relations = new LinkedHashMap<>();
        private boolean truncated;

        void add(Neighbourhood around) {
            around.items().stream().map(Reached::item).forEach(items::add);
            around.relations().forEach(it -> relations.put(it.number(), it));
            truncated |= around.truncated();
        }
    }

    /// The items as they are, or as they were; those that are deleted now are left out.
    Map<UUID, Snapshot> records(Actor actor, Collection<UUID> ids, @Nullable Instant at) {
        var records = new HashMap<UUID, Snapshot>();
        if (!ids.isEmpty()) {
            var type = ConfigurationItemType.CONFIGURATION_ITEM;
            var found = at == null
                    ? store.get(actor, type, ids)
                    : store.listAsOf(
                                    actor,
                                    type,
                                    Query.of(new Filter.Identity(List.copyOf(ids)))
                                            .limit(Query.MOST),
                                    at)
                            .items();
            found.forEach(it -> records.put(it.id(), it));
        }
        return records;
    }

    /// The digits of the items that are hit by what is grave about others.
    Set<Integer> affected(Actor actor, Collection<Open> open, @Nullable Instant at) {
        var disrupted = new LinkedHashSet<UUID>();
        open.stream().filter(Open::grave).forEach(it -> disrupted.addAll(it.items()));
        var affected = new HashSet<Integer>();
        var followed = disrupted.stream().limit(FOLLOWED).toList();
        for (var item : store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, followed)) {
            impacts.impact(actor, item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, ServiceGraph.LARGEST_LIMIT, at)
                    .ifPresent(it -> it.items().forEach(one -> affected.add(one.item())));
        }
        return affected;
    }
}
