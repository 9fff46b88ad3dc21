package org.mainstay.cmdb.impact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Impact;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What an item depends on and what depends on it, for the practices that work on items.
public final class Dependencies {

    private final Impacts impacts;
    private final GraphQueries queries;

    Dependencies(Impacts impacts, GraphQueries queries) {
        this.impacts = impacts;
        this.queries = queries;
    }

    /// @param itemClass code of its class
    public record Named(UUID id, String number, String label, String itemClass) {}

    /// @param distance in relations
    public record Hit(Named item, int distance) {}

    /// What is hit when the item fails, as the actor sees it, nearest first; redundancy is counted with.
    ///
    /// @param limit at most 10,000
    /// @return empty while this node is still reading the graph
    public Optional<List<Hit>> hitBy(Actor actor, Snapshot item, int limit) {
        try {
            var hit = impacts.impact(actor, item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, limit, null)
                    .map(Impact::items)
                    .orElse(List.of());
            Map<Integer, GraphQueries.Named> named = hit.isEmpty()
                    ? Map.of()
                    : queries.named(hit.stream().map(Reached::item).toList());
            return Optional.of(hit.stream()
                    .filter(it -> named.containsKey(it.item()))
                    .map(it -> hit(Objects.requireNonNull(named.get(it.item())), it.distance()))
                    .toList());
        } catch (Impacts.NotLoaded e) {
            return Optional.empty();
        }
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
}
