package org.mainstay.change.schedule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.impact.Dependencies.Numbered;
import org.mainstay.kernel.record.Actor;

/// How a change's items stand to others, as an actor sees the graph: read once for each of the change's, however many
/// the others are.
final class ReadGraph implements Related {

    private final Map<UUID, Set<UUID>> needing = new HashMap<>();
    private final Map<UUID, Set<UUID>> neededBy = new HashMap<>();
    private final Map<UUID, Set<UUID>> hit = new HashMap<>();

    /// @throws org.mainstay.cmdb.impact.Impacts.NotLoaded while this node is still reading the graph
    ReadGraph(Dependencies dependencies, Actor actor, Collection<Numbered> items, Collection<Numbered> others) {
        for (var item : items) {
            needing.put(item.id(), dependencies.needing(actor, item, others));
            neededBy.put(item.id(), dependencies.neededBy(actor, item, others));
            hit.put(item.id(), dependencies.hit(actor, item, others));
        }
    }

    @Override
    public boolean needs(UUID item, UUID other) {
        return needing.getOrDefault(other, Set.of()).contains(item)
                || neededBy.getOrDefault(item, Set.of()).contains(other);
    }

    @Override
    public boolean hit(UUID item, UUID failing) {
        return hit.getOrDefault(failing, Set.of()).contains(item);
    }
}
