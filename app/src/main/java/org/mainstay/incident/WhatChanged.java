package org.mainstay.incident;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.map.ChangeMarks;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.cmdb.map.ItemChange;
import org.mainstay.cmdb.map.ItemChanges;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.RecordLink;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// What may have caused an incident: what was done to its items, and around them, before it began. A probable cause is
/// a link of the incident to what was changed.
final class WhatChanged {

    /// So long before the incident began.
    static final Duration WITHIN = Duration.ofHours(48);

    static final int HOPS = 3;
    static final int MOST = 50;

    private static final int NEAR = 2;

    private final RecordStore store;
    private final ItemChanges changes;
    private final Disturbances disturbances;
    private final Conversations conversations;

    WhatChanged(RecordStore store, ItemChanges changes, Disturbances disturbances, Conversations conversations) {
        this.store = store;
        this.changes = changes;
        this.disturbances = disturbances;
        this.conversations = conversations;
    }

    /// The incident, for those who work on it; what led to it is not for those who only asked.
    Optional<Snapshot> incident(Actor actor, String key) {
        return store.find(actor, IncidentType.INCIDENT, key).filter(it -> Histories.works(actor, it));
    }

    /// The configuration item and the service, as far as the actor sees them.
    List<Snapshot> items(Actor actor, Snapshot incident) {
        var ids = new LinkedHashSet<UUID>();
        for (var about : List.of(IncidentType.CONFIGURATION_ITEM, IncidentType.SERVICE)) {
            var id = incident.get(about);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids.stream()
                .flatMap(it -> store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, it).stream())
                .toList();
    }

    /// The likeliest cause first; empty while the graph is being loaded.
    Optional<List<ItemChange>> before(Actor actor, Snapshot incident) {
        var began = incident.need(IncidentType.OPENED_AT);
        return changes.before(actor, items(actor, incident), began, WITHIN, HOPS, MOST);
    }

    /// The drift that tells of each of the changes that no change record told of.
    Map<ChangeMarks.Key, Label> drift(Actor actor, List<ItemChange> before) {
        return changes.marks(actor, before);
    }

    /// Other incidents that are open about its items and what is next to them.
    List<Disturbances.Open> others(Actor actor, Snapshot incident) {
        return disturbances.near(actor, items(actor, incident), NEAR).stream()
                .filter(it -> !it.record().id().equals(incident.id()))
                .toList();
    }

    /// What was marked as a probable cause.
    List<RecordLink> causes(Actor actor, Snapshot incident) {
        return conversations.links(actor, incident).stream()
                .filter(it -> it.type() == LinkType.CAUSED_BY)
                .toList();
    }

    /// What a change can be marked by: the record that was changed, or where that is gone, the item it belonged to;
    /// empty where the actor sees neither.
    Optional<UUID> marked(Actor actor, ItemChange change) {
        var candidates = List.of(change.entry().record(), change.item().id());
        var seen = store.labelsOfVisible(actor, Set.copyOf(candidates)).keySet();
        return candidates.stream().filter(seen::contains).findFirst();
    }

    static Set<UUID> targets(List<RecordLink> causes) {
        return causes.stream().map(it -> it.to().id()).collect(Collectors.toSet());
    }
}
