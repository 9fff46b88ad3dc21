package org.mainstay.cmdb.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.map.Disturbances.Open;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// Says how an item does: by what is open about it and about all it needs, as far as somebody sees that.
final class ServiceStates {

    /// So many items that something is open about are followed to whether they hit the one asked for.
    private static final int FOLLOWED = 50;

    private final RecordStore store;
    private final Impacts impacts;
    private final GraphQueries graph;
    private final Disturbances disturbances;

    ServiceStates(RecordStore store, Impacts impacts, GraphQueries graph, Disturbances disturbances) {
        this.store = store;
        this.impacts = impacts;
        this.graph = graph;
        this.disturbances = disturbances;
    }

    /// @throws Impacts.NotLoaded while this node is still reading the graph
    ServiceState of(Actor actor, Snapshot item) {
        var paths = paths(actor, item);
        var open = disturbances.of(actor, paths.keySet(), null);
        var about = new HashSet<UUID>();
        open.forEach(it -> about.addAll(it.items()));
        about.remove(item.id());
        var hitting = hitting(actor, item, about);
        var reasons = new ArrayList<ServiceState.Reason>();
        open.forEach(it -> reason(it, item, paths, hitting).ifPresent(reasons::add));
        reasons.sort(Comparator.comparing((ServiceState.Reason it) -> !it.hits())
                .thenComparing(it -> it.open().priority())
                .thenComparing(it -> it.path().size()));
        return new ServiceState(health(item, reasons), reasons);
    }

    /// By way of the farthest item that it is about: that is where it comes from.
    private static Optional<ServiceState.Reason> reason(
            Open open, Snapshot item, Map<UUID, List<Named>> paths, Set<UUID> hitting) {
        boolean hits = open.items().stream().anyMatch(it -> it.equals(item.id()) || hitting.contains(it));
        return open.items().stream()
                .map(paths::get)
                .filter(it -> it != null)
                .max(Comparator.comparingInt(List::size))
                .map(it -> new ServiceState.Reason(open, it, hits));
    }

    private static Health health(Snapshot item, List<ServiceState.Reason> reasons) {
        var follows = ServiceState.follows(reasons);
        var status = item.need(ConfigurationItemType.STATUS);
        if (follows != Health.OPERATIONAL || status == Status.OPERATIONAL) {
            return follows;
        }
        return status == Status.IN_MAINTENANCE ? Health.IN_MAINTENANCE : Health.INACTIVE;
    }

    /// To the item itself and to each that it needs, by id.
    private Map<UUID, List<Named>> paths(Actor actor, Snapshot item) {
        var ways = new ArrayList<List<Integer>>();
        ways.add(List.of(GraphQueries.digits(item.number())));
        impacts.impact(actor, item, Direction.DEPENDENCIES, ServiceGraph.UNBOUNDED, ServiceGraph.LARGEST_LIMIT, null)
                .ifPresent(it -> it.items().forEach(one -> ways.add(one.path())));
        var numbers = new HashSet<Integer>();
        ways.forEach(numbers::addAll);
        var named = graph.named(numbers);
        var paths = new HashMap<UUID, List<Named>>();
        for (var way : ways) {
            var names = way.stream().map(named::get).filter(it -> it != null).toList();
            if (names.size() == way.size()) {
                paths.put(names.getLast().id(), names);
            }
        }
        return paths;
    }

    /// Those of the items whose failure alone hits the one asked for.
    private Set<UUID> hitting(Actor actor, Snapshot item, Collection<UUID> about) {
        int digits = GraphQueries.digits(item.number());
        var hitting = new HashSet<UUID>();
        var followed = about.stream().limit(FOLLOWED).toList();
        for (var one : store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, followed)) {
            impacts.impact(actor, one, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, ServiceGraph.LARGEST_LIMIT, null)
                    .filter(it -> it.items().stream().anyMatch(reached -> reached.item() == digits))
                    .ifPresent(_ -> hitting.add(one.id()));
        }
        return hitting;
    }
}
