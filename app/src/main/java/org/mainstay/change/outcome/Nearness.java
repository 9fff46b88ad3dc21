package org.mainstay.change.outcome;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.AffectedItems;
import org.mainstay.change.AffectedItems.Origin;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies.Named;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// How near a change is to an incident: over how many relations it reaches the incident's item or service, and how
/// long after its beginning the incident was opened.
final class Nearness {

    /// So long after the end of a change incidents may come from it.
    static final Duration WITHIN = Duration.ofHours(72);

    private final Map<UUID, Place> places = new HashMap<>();
    private final boolean complete;

    /// @param item of the incident, or its service
    /// @param through what was changed; null where it is the item itself
    record Place(Named item, @Nullable Named through, int distance) {}

    private Nearness(boolean complete) {
        this.complete = complete;
    }

    /// Of everything that the change affects, and the service that it is about, as the actor sees them.
    static Nearness of(Actor actor, Snapshot change, AffectedItems affected, RecordStore store) {
        var found = affected.of(actor, change);
        var nearness = new Nearness(found.complete());
        found.lines().stream()
                .filter(it -> it.origin() != Origin.EXCLUDED)
                .forEach(it -> nearness.places.put(it.item().id(), new Place(it.item(), it.through(), it.distance())));
        var service = change.get(ChangeType.SERVICE);
        if (service != null && !found.of(Origin.EXCLUDED).contains(service)) {
            store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, service)
                    .map(it -> new Named(it.id(), it.number(), it.label(), it.need(ConfigurationItemType.CLASS)))
                    .ifPresent(it -> nearness.places.put(service, new Place(it, null, 0)));
        }
        return nearness;
    }

    /// The items and services at which incidents may come from the change.
    UUID[] items() {
        return places.keySet().toArray(UUID[]::new);
    }

    /// Whether there is nothing more: not, where it affects too many or this node still reads the graph.
    boolean complete() {
        return complete;
    }

    /// Where it reaches the incident; empty where it does not.
    Optional<Place> at(Snapshot incident) {
        return Stream.of(IncidentType.CONFIGURATION_ITEM, IncidentType.SERVICE)
                .map(it -> Optional.ofNullable(incident.get(it)).map(places::get))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Place::distance));
    }

    /// From the beginning of the change until the incident was opened; empty while nothing was done.
    static Optional<Duration> after(Snapshot change, Snapshot incident) {
        return Optional.ofNullable(change.get(ChangeType.ACTUAL_START))
                .map(it -> Duration.between(it, incident.need(IncidentType.OPENED_AT)));
    }
}
