package org.mainstay.cmdb.health;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// Whether something speaks against retiring an item without anybody's word.
final class Protection {

    private static final int LOOKED_AT = 1_000;

    private final Disturbances disturbances;
    private final Impacts impacts;
    private final GraphQueries graph;
    private final UpkeepQueries queries;
    private final RoundQueries rounds;
    private final ItemClasses classes;
    private final RecordStore store;

    Protection(
            Disturbances disturbances,
            Impacts impacts,
            GraphQueries graph,
            UpkeepQueries queries,
            RoundQueries rounds,
            ItemClasses classes,
            RecordStore store) {
        this.disturbances = disturbances;
        this.impacts = impacts;
        this.graph = graph;
        this.queries = queries;
        this.rounds = rounds;
        this.classes = classes;
        this.store = store;
    }

    sealed interface Answer {

        record Free() implements Answer {}

        record Kept(Message why) implements Answer {}

        /// It cannot be known yet; ask again.
        record Unknown() implements Answer {}
    }

    /// What is said of it names no work, which may be confidential, and only services of the item's organisation: who
    /// reads it may know no others.
    Answer of(Snapshot item) {
        if (!disturbances.of(HealthModule.HOUSE, List.of(item.id()), null).isEmpty()) {
            return new Answer.Kept(Message.of("staleness.kept.work"));
        }
        if (rounds.state().measuredAt() == null) {
            return new Answer.Unknown();
        }
        var services = queries.services(item.id());
        if (services.isEmpty()) {
            try {
                services = hit(item);
            } catch (Impacts.NotLoaded e) {
                return new Answer.Unknown();
            }
        }
        if (services.isEmpty()) {
            return new Answer.Free();
        }
        var names = store.get(HealthModule.HOUSE, ConfigurationItemType.CONFIGURATION_ITEM, services).stream()
                .filter(it -> it.organisation().equals(item.organisation()))
                .map(Snapshot::label)
                .sorted()
                .collect(Collectors.joining(", "));
        return new Answer.Kept(
                names.isEmpty()
                        ? Message.of("staleness.kept.some_service")
                        : Message.of("staleness.kept.service", names));
    }

    /// The services that its failure reaches now.
    private List<UUID> hit(Snapshot item) {
        Set<String> services = classes.within("service");
        var reached = impacts.impact(
                        HealthModule.HOUSE, item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, LOOKED_AT, null)
                .map(it -> it.items().stream().map(Reached::item).toList())
                .orElse(List.of());
        if (reached.isEmpty()) {
            return List.of();
        }
        UUID self = item.id();
        return graph.named(reached).values().stream()
                .filter(it -> services.contains(it.itemClass()) && !it.id().equals(self))
                .map(GraphQueries.Named::id)
                .sorted()
                .limit(3)
                .toList();
    }
}
