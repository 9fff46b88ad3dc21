package org.mainstay.cmdb.impact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What an item depends on, for the practices that work on items.
public final class Dependencies {

    private final Impacts impacts;
    private final GraphQueries queries;

    Dependencies(Impacts impacts, GraphQueries queries) {
        this.impacts = impacts;
        this.queries = queries;
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
