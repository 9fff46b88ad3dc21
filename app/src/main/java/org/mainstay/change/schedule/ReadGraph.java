package org.mainstay.change.schedule;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.impact.Dependencies.Numbered;
import org.mainstay.kernel.record.Actor;

/// How a change's items stand to others, as an actor sees the graph: read once for each of the change's, however many
/// the others are.
final class ReadGraph implements Related {

    private final Map<UUID, Set<UUID>> needing;
    private final Map<UUID, Set<UUID>> neededBy;
    private final Map<UUID, Set<UUID>> hit;

    /// @throws org.mainstay.cmdb.impact.Impacts.NotLoaded while this node is still reading the graph
    ReadGraph(Dependencies dependencies, Actor actor, Collection<Numbered> items, Collection<Numbered> others) {
        needing = dependencies.needing(actor, items, others);
        neededBy = dependencies.neededBy(actor, items, others);
        hit = dependencies.hit(actor, items, others);
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
