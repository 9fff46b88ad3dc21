package org.mainstay.cmdb.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.graph.Neighbourhood;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.map.MapQueries.Related;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// What was done to items and relations around some items before a moment: what may have caused what began then.
public final class ItemChanges {

    private static final int MOST_ITEMS = 1_000;

    private final Impacts impacts;
    private final GraphQueries graph;
    private final MapQueries queries;
    private final Histories histories;
    private final List<ChangeMarks> marks;

    ItemChanges(Impacts impacts, GraphQueries graph, MapQueries queries, Histories histories, List<ChangeMarks> marks) {
        this.impacts = impacts;
        this.graph = graph;
        this.queries = queries;
        this.histories = histories;
        this.marks = marks;
    }

    /// The likeliest cause first. What is around is looked at as it was at the beginning and at the end of the time, so
    /// what came and what went is found; nothing is reached through what the actor does not see.
    ///
    /// @param until the moment
    /// @param within how long before it
    /// @param hops so many steps away, by whatever relations
    /// @param limit so many changes at most
    /// @return empty while this node is still reading the graph
    public Optional<List<ItemChange>> before(
            Actor actor, Collection<Snapshot> items, Instant until, Duration within, int hops, int limit) {
        try {
            return Optional.of(ranked(actor, items, until, within, hops, limit));
        } catch (Impacts.NotLoaded e) {
            return Optional.empty();
        }
    }

    /// The records that tell more of the changes, such as drift: by what was done, as far as the actor sees them.
    public Map<ChangeMarks.Key, Label> marks(Actor actor, Collection<ItemChange> changes) {
        var entries = changes.stream().map(ItemChange::entry).toList();
        var all = new HashMap<ChangeMarks.Key, Label>();
        if (!entries.isEmpty()) {
            marks.forEach(it -> all.putAll(it.of(actor, entries)));
        }
        return all;
    }

    private List<ItemChange> ranked(
            Actor actor, Collection<Snapshot> items, Instant until, Duration within, int hops, int limit) {
        var since = until.minus(within);
        var paths = paths(actor, items, List.of(until, since), hops);
        var named = named(paths);
        var byId = new HashMap<UUID, List<ItemChange.Item>>();
        paths.forEach((_, path) -> {
            var names = path.stream()
                    .map(named::get)
                    .filter(it -> it != null)
                    .map(it -> new ItemChange.Item(it.id(), it.number(), it.label()))
                    .toList();
            if (names.size() == path.size()) {
                byId.put(names.getLast().id(), names);
            }
        });
        if (byId.isEmpty()) {
            return List.of();
        }
        var relations = new HashMap<UUID, Related>();
        queries.relations(byId.keySet(), since, ItemOrganisations.seen(actor))
                .forEach(it -> relations.put(it.id(), it));
        var records = new HashSet<>(byId.keySet());
        records.addAll(relations.keySet());
        var changes = new ArrayList<ItemChange>();
        for (var entry : queries.entries(records, since, until)) {
            var related = relations.get(entry.record());
            var type = related == null ? ConfigurationItemType.CONFIGURATION_ITEM : Relations.RELATION;
            histories
                    .readable(actor, type, entry, Set.of())
                    .map(it -> change(it, related, byId, until))
                    .ifPresent(changes::add);
        }
        changes.sort(ItemChange.LIKELIEST);
        return changes.size() <= limit ? changes : changes.subList(0, limit);
    }

    private static ItemChange change(
            Entry entry, @Nullable Related related, Map<UUID, List<ItemChange.Item>> byId, Instant until) {
        var before = Duration.between(entry.at(), until);
        if (related == null) {
            return new ItemChange(entry, null, byId.getOrDefault(entry.record(), List.of()), before);
        }
        var from = byId.get(related.from().id());
        var to = byId.get(related.to().id());
        boolean nearer = to == null || (from != null && from.size() <= to.size());
        var ends = new ItemChange.Ends(
                related.number(),
                related.type(),
                related.from().id(),
                related.from().label(),
                related.to().id(),
                related.to().label());
        return new ItemChange(entry, ends, nearer && from != null ? from : to == null ? List.of() : to, before);
    }

    /// A shortest way to each item around, as digits of numbers.
    private Map<Integer, List<Integer>> paths(
            Actor actor, Collection<Snapshot> items, List<Instant> moments, int hops) {
        var paths = new HashMap<Integer, List<Integer>>();
        for (var item : items) {
            for (var moment : moments) {
                impacts.neighbours(actor, item, hops, MOST_ITEMS, moment).ifPresent(it -> add(it, paths));
            }
        }
        return paths;
    }

    private static void add(Neighbourhood around, Map<Integer, List<Integer>> paths) {
        for (var reached : around.items()) {
            var known = paths.get(reached.item());
            if (known == null || known.size() > reached.distance() + 1) {
                paths.put(reached.item(), reached.path());
            }
        }
    }

    private Map<Integer, Named> named(Map<Integer, List<Integer>> paths) {
        var numbers = new HashSet<>(paths.keySet());
        paths.values().forEach(numbers::addAll);
        return graph.named(numbers);
    }
}
