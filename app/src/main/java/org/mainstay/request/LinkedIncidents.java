package org.mainstay.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;

/// What went wrong with what was ordered: incidents that are linked with request items, by whatever link.
final class LinkedIncidents {

    private final RecordStore store;
    private final Conversations conversations;

    LinkedIncidents(RecordStore store, Conversations conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    /// @param type as the record has it that was asked about
    /// @param seen whether the reader sees the other record; else nothing is told of it but how far it is
    record Line(Snapshot other, LinkType type, boolean seen) {}

    /// Of a request item, in the order in which they were linked. Whoever waits for the item is told that there are
    /// such incidents also where they do not see them, unless these are confidential.
    List<Line> incidents(Actor actor, Snapshot item) {
        var seen = new ArrayList<UUID>();
        lines(actor, item, IncidentType.INCIDENT).forEach(it -> seen.add(it.other.id()));
        return lines(Installation.ITSELF, item, IncidentType.INCIDENT).stream()
                .map(it -> new Line(it.other, it.type, seen.contains(it.other.id())))
                .filter(it -> it.seen || told(actor, item, it.other))
                .toList();
    }

    private static boolean told(Actor actor, Snapshot item, Snapshot incident) {
        return RequestItem.of(item).concerns(actor) && !incident.need(IncidentType.CONFIDENTIAL);
    }

    /// Of an incident, as far as the actor sees them.
    List<Line> items(Actor actor, Snapshot incident) {
        return lines(actor, incident, RequestItemType.REQUEST_ITEM);
    }

    private List<Line> lines(Actor actor, Snapshot record, RecordType<?> type) {
        var links = new LinkedHashMap<UUID, LinkType>();
        conversations.links(actor, record).stream()
                .filter(it -> it.to().type().equals(type.code()))
                .forEach(it -> links.putIfAbsent(it.to().id(), it.type()));
        var found = found(actor, type, links.keySet());
        var lines = new ArrayList<Line>();
        links.forEach((id, of) -> {
            var other = found.apply(id);
            if (other != null) {
                lines.add(new Line(other, of, true));
            }
        });
        return lines;
    }

    private Function<UUID, @Nullable Snapshot> found(Actor actor, RecordType<?> type, Collection<UUID> ids) {
        var found = ids.isEmpty() ? List.<Snapshot>of() : store.get(actor, type, ids);
        var byId = found.stream().collect(Collectors.toMap(Snapshot::id, Function.identity()));
        return byId::get;
    }
}
