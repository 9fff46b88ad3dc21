package org.mainstay.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import tools.jackson.databind.JsonNode;

/// Makes a problem of one or several incidents, which it then causes. It takes over what they have in common, and is
/// as grave and as pressing as the gravest and the most pressing of them.
final class FromIncidents {

    static final String INCIDENTS = "incidents";
    static final int MOST = 200;

    private static final int LONGEST_KEY = 200;

    private final RecordStore store;
    private final Acts acts;

    FromIncidents(RecordStore store, Acts acts) {
        this.store = store;
        this.acts = acts;
    }

    /// The incidents that the ids or numbers name.
    ///
    /// @throws Refusal at the place of one that the actor does not see
    List<Snapshot> incidents(Actor actor, List<String> keys) throws Refusal {
        if (keys.isEmpty() || keys.size() > MOST) {
            throw refusal(INCIDENTS, "problem.from_incidents.how_many", MOST);
        }
        var incidents = new LinkedHashMap<UUID, Snapshot>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i).strip();
            boolean possible =
                    !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().noneMatch(Character::isISOControl);
            var found = possible ? store.find(actor, IncidentType.INCIDENT, key).orElse(null) : null;
            if (found == null) {
                throw refusal("/" + INCIDENTS + "/" + i, "problem.from_incidents.unknown");
            }
            incidents.put(found.id(), found);
        }
        if (incidents.values().stream().map(Snapshot::organisation).distinct().count() > 1) {
            throw refusal(INCIDENTS, "problem.from_incidents.organisations");
        }
        return List.copyOf(incidents.values());
    }

    /// @param given attributes of the problem, in place of what the incidents say
    Outcome create(Actor actor, List<Snapshot> incidents, Map<String, JsonNode> given) {
        var values = new LinkedHashMap<String, JsonNode>();
        common(incidents).all().forEach((attribute, value) -> {
            if (value != null) {
                values.put(attribute.code(), json(attribute.kind(), value));
            }
        });
        values.putAll(given);
        List<PlanPart> links = new ArrayList<>();
        incidents.forEach(it -> links.add(new Link(LinkType.CAUSES, it.id())));
        return acts.create(actor, ProblemType.PROBLEM, Input.json(values), links, false);
    }

    @SuppressWarnings("unchecked") // values are put under an attribute of their kind
    private static <T> JsonNode json(Kind<T> kind, Object value) {
        return kind.json((T) value);
    }

    /// What incidents of one organisation make of their problem; they are never none.
    static Values common(List<Snapshot> incidents) {
        var first = incidents.getFirst();
        return new Values()
                .set(Header.ORGANISATION, first.organisation())
                .set(ProblemType.TITLE, first.need(IncidentType.TITLE))
                .set(ProblemType.DESCRIPTION, incidents.size() == 1 ? first.get(IncidentType.DESCRIPTION) : null)
                .set(ProblemType.IMPACT, most(incidents, IncidentType.IMPACT))
                .set(ProblemType.URGENCY, most(incidents, IncidentType.URGENCY))
                .set(ProblemType.CATEGORY, shared(incidents, IncidentType.CATEGORY))
                .set(ProblemType.SERVICE, shared(incidents, IncidentType.SERVICE))
                .set(ProblemType.CONFIGURATION_ITEM, shared(incidents, IncidentType.CONFIGURATION_ITEM));
    }

    private static Level most(List<Snapshot> incidents, Attribute<Level> attribute) {
        return incidents.stream()
                .map(it -> it.need(attribute))
                .min(Comparator.naturalOrder())
                .orElse(Level.MEDIUM);
    }

    /// What all of them have.
    private static @Nullable UUID shared(List<Snapshot> incidents, Attribute<UUID> attribute) {
        var values = new LinkedHashSet<@Nullable UUID>();
        incidents.forEach(it -> values.add(it.get(attribute)));
        return values.size() == 1 ? values.getFirst() : null;
    }

    static Refusal refusal(String place, String key, Object... arguments) {
        return new Refusal(new org.mainstay.kernel.record.Problem(place, Message.of(key, arguments)));
    }
}
