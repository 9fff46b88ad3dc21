package org.mainstay.cmdb.impact;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Reach;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What an item depends on and what depends on it, for the practices that work on items.
public final class Dependencies {

    private final Impacts impacts;
    private final LiveGraph live;
    private final GraphQueries queries;

    Dependencies(Impacts impacts, LiveGraph live, GraphQueries queries) {
        this.impacts = impacts;
        this.live = live;
        this.queries = queries;
    }

    /// Reads the graph, unless this node has done so. For those who need it before the application answers; it takes
    /// seconds with a million items.
    public void read() {
        live.read();
    }

    /// @param itemClass code of its class
    public record Named(UUID id, String number, String label, String itemClass) {}

    /// @param distance in relations
    public record Hit(Named item, int distance) {}

    /// @param byItem by the id of the item that fails, nearest first
    /// @param complete not, where it is more than was asked for, or this node is still reading the graph
    public record Hits(Map<UUID, List<Hit>> byItem, boolean complete) {}

    /// What is hit when each of the items fails by itself, as the actor sees it; redundancy is counted with. One query,
    /// however many items.
    ///
    /// @param limit for each of the items and for all together, at most 10,000
    public Hits hitBy(Actor actor, Collection<Snapshot> items, int limit) {
        var reached = new LinkedHashMap<UUID, List<Reached>>();
        var numbers = new LinkedHashSet<Integer>();
        boolean complete = true;
        try {
            for (var item : items) {
                if (numbers.size() >= limit) {
                    complete = false;
                    break;
                }
                var impact = impacts.impact(actor, item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, limit, null);
                if (impact.isPresent()) {
                    reached.put(item.id(), impact.get().items());
                    impact.get().items().forEach(it -> numbers.add(it.item()));
                    complete &= !impact.get().truncated();
                }
            }
        } catch (Impacts.NotLoaded e) {
            return new Hits(Map.of(), false);
        }
        Map<Integer, GraphQueries.Named> named = numbers.isEmpty() ? Map.of() : queries.named(numbers);
        var byItem = new LinkedHashMap<UUID, List<Hit>>();
        reached.forEach((id, hits) -> byItem.put(
                id,
                hits.stream()
                        .filter(it -> named.containsKey(it.item()))
                        .map(it -> hit(Objects.requireNonNull(named.get(it.item())), it.distance()))
                        .toList()));
        return new Hits(byItem, complete);
    }

    private static Hit hit(GraphQueries.Named item, int distance) {
        return new Hit(new Named(item.id(), item.number(), item.label(), item.itemClass()), distance);
    }

    /// The items that it depends on, directly or through others, as the actor sees them, nearest first.
    ///
    /// @param limit at most 10,000
    /// @return empty while this node is still reading the graph
    public Optional<List<UUID>> of(Actor actor, Snapshot item, int limit) {
        try {
            var needed = impacts.impact(actor, item, Direction.DEPENDENCIES, ServiceGraph.UNBOUNDED, limit, null)
                    .map(it -> it.items().stream().map(Reached::item).toList())
                    .orElse(List.of());
            Map<Integer, GraphQueries.Named> named = needed.isEmpty() ? Map.of() : queries.named(needed);
            return Optional.of(needed.stream()
                    .map(named::get)
                    .filter(Objects::nonNull)
                    .map(GraphQueries.Named::id)
                    .toList());
        } catch (Impacts.NotLoaded e) {
            return Optional.empty();
        }
    }

    /// An item by what the graph knows it by.
    ///
    /// @param number as the item's record has it
    public record Numbered(UUID id, String number) {}

    /// Which of the others are hit if each of the items fails by itself; redundancy is counted with.
    ///
    /// @throws Impacts.NotLoaded while this node is still reading the graph
    public Map<UUID, Set<UUID>> hit(Actor actor, Collection<Numbered> items, Collection<Numbered> others) {
        return among(actor, Reach.HIT, items, others);
    }

    /// Which of the others need each of the items, directly or through others, be there alternatives to it or not.
    ///
    /// @throws Impacts.NotLoaded while this node is still reading the graph
    public Map<UUID, Set<UUID>> needing(Actor actor, Collection<Numbered> items, Collection<Numbered> others) {
        return among(actor, Reach.NEEDING, items, others);
    }

    /// Which of the others each of the items needs, directly or through others, alternatives to each other included.
    ///
    /// @throws Impacts.NotLoaded while this node is still reading the graph
    public Map<UUID, Set<UUID>> neededBy(Actor actor, Collection<Numbered> items, Collection<Numbered> others) {
        return among(actor, Reach.NEEDED, items, others);
    }

    private Map<UUID, Set<UUID>> among(
            Actor actor, Reach reach, Collection<Numbered> items, Collection<Numbered> others) {
        var theirs = byDigits(others);
        var ours = byDigits(items);
        var found = new HashMap<UUID, Set<UUID>>();
        impacts.among(actor, theirs.keySet(), reach, ours.keySet())
                .forEach((item, reached) -> found.put(
                        Objects.requireNonNull(ours.get(item)),
                        reached.stream()
                                .map(it -> Objects.requireNonNull(theirs.get(it)))
                                .collect(Collectors.toCollection(HashSet::new))));
        return found;
    }

    private static Map<Integer, UUID> byDigits(Collection<Numbered> items) {
        var byDigits = new HashMap<Integer, UUID>();
        items.forEach(it -> byDigits.put(GraphQueries.digits(it.number()), it.id()));
        return byDigits;
    }
}
