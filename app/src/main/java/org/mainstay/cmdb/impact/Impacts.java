package org.mainstay.cmdb.impact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.graph.Difference;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Impact;
import org.mainstay.cmdb.graph.Neighbourhood;
import org.mainstay.cmdb.graph.Path;
import org.mainstay.cmdb.graph.Reach;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.graph.SinglePoints;
import org.mainstay.cmdb.graph.View;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// Questions about an item's place in the graph, as somebody sees it: an item that is not theirs to see is not there
/// at all, and nothing is reached through it. Answers are empty for an item that was not there at the instant.
public final class Impacts {

    private final LiveGraph live;
    private final PastGraph past;
    private final Clock clock;

    Impacts(LiveGraph live, PastGraph past, Clock clock) {
        this.live = live;
        this.past = past;
        this.clock = clock;
    }

    /// Thrown while this node is still reading the graph.
    public static final class NotLoaded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotLoaded() {
            super("the graph is being loaded", null, false, false);
        }
    }

    /// @param at null for now
    public Optional<Impact> impact(
            Actor actor, Snapshot item, Direction direction, int depth, int limit, @Nullable Instant at) {
        return graph(item, direction, depth, at).impact(digits(item), direction, depth, limit, view(actor, at));
    }

    /// Which of the others stand so to each of the items now; all by the digits of their numbers.
    Map<Integer, Set<Integer>> among(Actor actor, Collection<Integer> others, Reach reach, Collection<Integer> items) {
        var graph = current();
        var view = view(actor, null);
        var found = new HashMap<Integer, Set<Integer>>();
        items.forEach(it -> found.put(it, graph.among(others, reach, it, view)));
        return found;
    }

    public Optional<Path> path(
            Actor actor, Snapshot from, Snapshot to, @Nullable Direction direction, @Nullable Instant at) {
        return graph(from, direction, ServiceGraph.UNBOUNDED, at)
                .path(digits(from), digits(to), direction, view(actor, at));
    }

    public Optional<Neighbourhood> neighbours(Actor actor, Snapshot item, int depth, int limit, @Nullable Instant at) {
        return graph(item, null, depth, at).neighbours(digits(item), depth, limit, view(actor, at));
    }

    public Optional<SinglePoints> singlePoints(Actor actor, Snapshot item, int limit, @Nullable Instant at) {
        return graph(item, Direction.DEPENDENCIES, ServiceGraph.UNBOUNDED, at)
                .singlePoints(digits(item), limit, view(actor, at));
    }

    /// Both instants within the days that are kept in memory.
    public Optional<Difference> difference(
            Actor actor, Snapshot item, int depth, int limit, Instant before, Instant after) {
        return current()
                .difference(digits(item), depth, limit, before, after, live.visible(ItemOrganisations.seen(actor)));
    }

    /// Since when the past is in memory.
    public Instant kept() {
        return clock.instant().minus(GraphQueries.KEPT);
    }

    private ServiceGraph graph(Snapshot item, @Nullable Direction direction, int depth, @Nullable Instant at) {
        return at != null && at.isBefore(kept()) ? past.around(item.id(), direction, depth, at) : current();
    }

    private ServiceGraph current() {
        return live.current().orElseThrow(NotLoaded::new);
    }

    private View view(Actor actor, @Nullable Instant at) {
        return new View(at == null ? clock.instant() : at, live.visible(ItemOrganisations.seen(actor)));
    }

    static int digits(Snapshot item) {
        return GraphQueries.digits(item.number());
    }
}
