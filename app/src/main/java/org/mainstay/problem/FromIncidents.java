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
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

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
        var values = common(incidents);
        values.putAll(given);
        List<PlanPart> links = new ArrayList<>();
        incidents.forEach(it -> links.add(new Link(LinkType.CAUSES, it.id())));
        return acts.create(actor, ProblemType.PROBLEM, Input.json(values), links, false);
    }

    private static Map<String, JsonNode> common(List<Snapshot> incidents) {
        var first = incidents.getFirst();
        var values = new LinkedHashMap<String, JsonNode>();
        put(values, Header.ORGANISATION, first.organisation().toString());
        put(values, ProblemType.TITLE, first.need(IncidentType.TITLE));
        put(values, ProblemType.DESCRIPTION, incidents.size() == 1 ? first.get(IncidentType.DESCRIPTION) : null);
        put(values, ProblemType.IMPACT, most(incidents, IncidentType.IMPACT));
        put(values, ProblemType.URGENCY, most(incidents, IncidentType.URGENCY));
        put(values, ProblemType.CATEGORY, shared(incidents, IncidentType.CATEGORY));
        put(values, ProblemType.SERVICE, shared(incidents, IncidentType.SERVICE));
        put(values, ProblemType.CONFIGURATION_ITEM, shared(incidents, IncidentType.CONFIGURATION_ITEM));
        return values;
    }

    private static void put(Map<String, JsonNode> values, Attribute<?> attribute, @Nullable String value) {
        if (value != null) {
            values.put(attribute.code(), StringNode.valueOf(value));
        }
    }

    private static String most(List<Snapshot> incidents, Attribute<Level> attribute) {
        return Codes.of(incidents.stream()
                .map(it -> it.need(attribute))
                .min(Comparator.naturalOrder())
                .orElse(Level.MEDIUM));
    }

    /// What all of them have.
    private static @Nullable String shared(List<Snapshot> incidents, Attribute<UUID> attribute) {
        var values = new LinkedHashSet<@Nullable UUID>();
        incidents.forEach(it -> values.add(it.get(attribute)));
        var first = values.getFirst();
        return values.size() == 1 && first != null ? first.toString() : null;
    }

    static Refusal refusal(String place, String key, Object... arguments) {
        return new Refusal(new org.mainstay.kernel.record.Problem(place, Message.of(key, arguments)));
    }
}
