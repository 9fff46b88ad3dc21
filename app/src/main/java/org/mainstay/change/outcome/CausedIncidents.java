package org.mainstay.change.outcome;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.AffectedItemType;
import org.mainstay.change.AffectedItems;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.RecordLink;
import org.mainstay.incident.Incident;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Which incidents a change caused, and which changes caused an incident: what links of that name say, and what is
/// proposed because it was opened within 72 hours at what the change affects. All of it as the actor sees it.
final class CausedIncidents {

    /// So many are proposed.
    static final int PROPOSED = 50;

    /// So many changes are looked at for an incident, the newest.
    static final int CHANGES = 20;

    private static final int NEEDED = 500;

    private final RecordStore store;
    private final AffectedItems affected;
    private final Dependencies dependencies;
    private final Conversations conversations;
    private final Clock clock;

    CausedIncidents(
            RecordStore store,
            AffectedItems affected,
            Dependencies dependencies,
            Conversations conversations,
            Clock clock) {
        this.store = store;
        this.affected = affected;
        this.dependencies = dependencies;
        this.conversations = conversations;
        this.clock = clock;
    }

    /// @param suspicions linked ones first, then the likeliest
    /// @param complete whether the graph could be asked for all of it
    record Found(List<Suspicion> suspicions, boolean complete) {}

    /// For those who see the change.
    Found of(Actor actor, Snapshot change) {
        var nearness = Nearness.of(actor, change, affected, store);
        var links = links(actor, change, LinkType.CAUSES, IncidentType.INCIDENT);
        var linked = new ArrayList<Suspicion>();
        store.get(actor, IncidentType.INCIDENT, links.keySet())
                .forEach(it -> linked.add(suspicion(change, it, it, nearness, links.get(it.id()))));
        var proposed = new ArrayList<Suspicion>();
        for (var it : opened(actor, change, nearness)) {
            if (!links.containsKey(it.id())) {
                proposed.add(suspicion(change, it, it, nearness, null));
            }
        }
        return found(linked, proposed, nearness.complete());
    }

    private static Suspicion suspicion(
            Snapshot change, Snapshot incident, Snapshot other, Nearness nearness, @Nullable RecordLink link) {
        return new Suspicion(
                other,
                link == null ? null : link.id(),
                nearness.at(incident).orElse(null),
                Nearness.after(change, incident).orElse(null));
    }

    private static Found found(List<Suspicion> linked, List<Suspicion> proposed, boolean complete) {
        linked.sort(Suspicion.LIKELIEST);
        proposed.sort(Suspicion.LIKELIEST);
        linked.addAll(proposed.subList(0, Math.min(proposed.size(), PROPOSED)));
        return new Found(linked, complete);
    }

    Map<UUID, RecordLink> links(Actor actor, Snapshot record, LinkType type, RecordType<?> other) {
        var links = new HashMap<UUID, RecordLink>();
        conversations.links(actor, record).stream()
                .filter(it -> it.type() == type && it.to().type().equals(other.code()))
                .forEach(it -> links.putIfAbsent(it.to().id(), it));
        return links;
    }

    /// From the beginning of the change until the time after its end is over, about what it affects.
    private List<Snapshot> opened(Actor actor, Snapshot change, Nearness nearness) {
        var start = change.get(ChangeType.ACTUAL_START);
        var items = nearness.items();
        if (start == null || items.length == 0) {
            return List.of();
        }
        var end = change.get(ChangeType.ACTUAL_END);
        var until = end == null ? clock.instant() : end.plus(Nearness.WITHIN);
        var opened = Path.of(IncidentType.OPENED_AT);
        var filter = Filter.all(
                new Filter.Compare(opened, Comparison.AT_LEAST, start),
                new Filter.Compare(opened, Comparison.AT_MOST, until),
                Filter.any(
                        Filter.is(IncidentType.CONFIGURATION_ITEM, (Object[]) items),
                        Filter.is(IncidentType.SERVICE, (Object[]) items)),
                new Filter.Not(Filter.is(IncidentType.STATE, Incident.State.CANCELLED)));
        return store.list(
                        actor,
                        IncidentType.INCIDENT,
                        Query.of(filter).limit(Query.MOST).sorted(Order.by(Order.descending(IncidentType.OPENED_AT))))
                .items();
    }

    /// The incident, for those who work on it and on changes; what led to it is not for those who only asked.
    Optional<Snapshot> incident(Actor actor, String key) {
        return store.find(actor, IncidentType.INCIDENT, key).filter(it -> Histories.works(actor, it));
    }

    Found ofIncident(Actor actor, Snapshot incident) {
        var links = links(actor, incident, LinkType.CAUSED_BY, ChangeType.CHANGE);
        var linked = new ArrayList<Suspicion>();
        var proposed = new ArrayList<Suspicion>();
        store.get(actor, ChangeType.CHANGE, links.keySet()).forEach(it -> {
            var nearness = Nearness.of(actor, it, affected, store);
            linked.add(suspicion(it, incident, it, nearness, links.get(it.id())));
        });
        var items = new LinkedHashSet<UUID>();
        boolean complete = needed(actor, incident, items);
        for (var it : implemented(actor, incident, items)) {
            if (!links.containsKey(it.id())) {
                var nearness = Nearness.of(actor, it, affected, store);
                complete &= nearness.complete();
                if (nearness.at(incident).isPresent()) {
                    proposed.add(suspicion(it, incident, it, nearness, null));
                }
            }
        }
        return found(linked, proposed, complete);
    }

    /// Its item and service, and what these need.
    private boolean needed(Actor actor, Snapshot incident, LinkedHashSet<UUID> items) {
        boolean complete = true;
        for (var about : List.of(IncidentType.CONFIGURATION_ITEM, IncidentType.SERVICE)) {
            var item = Optional.ofNullable(incident.get(about))
                    .flatMap(it -> store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, it));
            if (item.isPresent()) {
                items.add(item.get().id());
                var needed = dependencies.of(actor, item.get(), NEEDED);
                needed.ifPresent(items::addAll);
                complete &= needed.isPresent();
            }
        }
        return complete;
    }

    /// Changes of these items that were begun before the incident and not over 72 hours before it.
    private List<Snapshot> implemented(Actor actor, Snapshot incident, LinkedHashSet<UUID> items) {
        if (items.isEmpty() || !actor.may(ChangeType.WORK)) {
            return List.of();
        }
        var ids = items.toArray();
        var end = Path.of(ChangeType.ACTUAL_END);
        var opened = incident.need(IncidentType.OPENED_AT);
        var filter = Filter.all(
                new Filter.Compare(Path.of(ChangeType.ACTUAL_START), Comparison.AT_MOST, opened),
                Filter.any(
                        new Filter.Compare(end, Comparison.AT_LEAST, opened.minus(Nearness.WITHIN)),
                        Filter.all(new Filter.Empty(end), Filter.is(ChangeType.STATE, Change.State.IMPLEMENT))),
                Filter.any(
                        Filter.is(ChangeType.CONFIGURATION_ITEM, ids),
                        Filter.is(ChangeType.SERVICE, ids),
                        new Filter.Identity(added(actor, ids))));
        return store.list(
                        actor,
                        ChangeType.CHANGE,
                        Query.of(filter).limit(CHANGES).sorted(Order.by(Order.descending(ChangeType.OPENED_AT))))
                .items();
    }

    /// Changes to which somebody added one of the items.
    private List<UUID> added(Actor actor, Object[] items) {
        var filter = Filter.all(Filter.is(AffectedItemType.ITEM, items), Filter.is(AffectedItemType.EXCLUDED, false));
        List<Attribute<?>> read = List.of(AffectedItemType.CHANGE);
        return store
                .list(
                        actor,
                        AffectedItemType.AFFECTED_ITEM,
                        Query.of(filter).limit(Query.MOST).reading(read))
                .items()
                .stream()
                .map(it -> it.get(AffectedItemType.CHANGE))
                .filter(Objects::nonNull)
                .map(UUID.class::cast)
                .distinct()
                .toList();
    }
}
