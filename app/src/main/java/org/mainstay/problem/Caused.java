package org.mainstay.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// Which incidents a problem causes, by the links of that name that all records have, and what they cost. Only those
/// that the reader sees are there, and only they count.
final class Caused {

    private final RecordStore store;
    private final Links links;
    private final Clock clock;

    Caused(RecordStore store, Links links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /// What the incidents of a problem come to.
    ///
    /// @param people different callers
    /// @param minutes from the opening of each to its resolution, or until now; nothing was lost by cancelled ones
    record RollUp(int count, int open, int people, long minutes) {}

    /// The earliest first.
    List<Snapshot> incidents(Actor actor, Snapshot problem) {
        return linked(actor, problem, LinkType.CAUSES, IncidentType.INCIDENT, IncidentType.OPENED_AT);
    }

    /// The problems that cause an incident, the earliest first.
    List<Snapshot> problems(Actor actor, Snapshot incident) {
        return linked(actor, incident, LinkType.CAUSED_BY, ProblemType.PROBLEM, ProblemType.OPENED_AT);
    }

    private List<Snapshot> linked(
            Actor actor, Snapshot record, LinkType type, RecordType<?> other, Attribute<Instant> since) {
        var ids = links.of(actor, record).stream()
                .filter(it -> it.type() == type && it.to().type().equals(other.code()))
                .map(it -> it.to().id())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return store.get(actor, other, ids).stream()
                .sorted(Comparator.comparing((Snapshot it) -> it.need(since)).thenComparing(Snapshot::number))
                .toList();
    }

    RollUp rollUp(List<Snapshot> incidents) {
        var now = clock.instant();
        return new RollUp(
                incidents.size(),
                (int) incidents.stream()
                        .filter(it -> it.need(IncidentType.STATE).open())
                        .count(),
                (int) incidents.stream()
                        .map(it -> it.get(IncidentType.CALLER))
                        .filter(Objects::nonNull)
                        .map(UUID.class::cast)
                        .distinct()
                        .count(),
                incidents.stream()
                        .filter(it -> it.need(IncidentType.STATE) != Incident.State.CANCELLED)
                        .mapToLong(it -> minutes(it, now))
                        .sum());
    }

    private static long minutes(Snapshot incident, Instant now) {
        var resolved = incident.get(IncidentType.RESOLVED_AT);
        var lost = Duration.between(incident.need(IncidentType.OPENED_AT), resolved == null ? now : resolved);
        return Math.max(0, lost.toMinutes());
    }
}
