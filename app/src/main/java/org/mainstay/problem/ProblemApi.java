package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Idempotency;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The incidents of a problem, the problems of an incident, and problems made of incidents.
@RestController
@RequestMapping("/api/v1")
class ProblemApi {

    private static final List<Attribute<?>> GIVEN = List.of(
            ProblemType.TITLE,
            ProblemType.DESCRIPTION,
            ProblemType.IMPACT,
            ProblemType.URGENCY,
            ProblemType.GROUP,
            ProblemType.ASSIGNEE,
            ProblemType.CATEGORY,
            ProblemType.SERVICE,
            ProblemType.CONFIGURATION_ITEM);

    private final RecordStore store;
    private final Caused caused;
    private final FromIncidents fromIncidents;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Idempotency idempotency;

    ProblemApi(
            RecordStore store,
            Caused caused,
            FromIncidents fromIncidents,
            Body bodies,
            Answers answers,
            Problems problems,
            Idempotency idempotency) {
        this.store = store;
        this.caused = caused;
        this.fromIncidents = fromIncidents;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    /// `{"items":[{"record","state","opened_at","resolved_at"}],"next":null,"count","open","people","minutes_lost"}`
    @GetMapping("/problems/{key}/incidents")
    ResponseEntity<byte[]> incidents(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ProblemType.PROBLEM, key)
                .map(it -> answers.ok(rolledUp(caused.incidents(actor, it))))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] rolledUp(List<Snapshot> incidents) {
        var sum = caused.rollUp(incidents);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var incident : incidents) {
                json.writeStartObject();
                incident(json, incident);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeNumberProperty("count", sum.count());
            json.writeNumberProperty("open", sum.open());
            json.writeNumberProperty("people", sum.people());
            json.writeNumberProperty("minutes_lost", sum.minutes());
            json.writeEndObject();
        });
    }

    /// `{"items":[{"record","state"}],"next":null}`
    @GetMapping("/incidents/{key}/problems")
    ResponseEntity<byte[]> problems(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, IncidentType.INCIDENT, key)
                .map(incident -> answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    for (var problem : caused.problems(actor, incident)) {
                        json.writeStartObject();
                        named(json, problem);
                        json.writeStringProperty("state", Codes.of(problem.need(ProblemType.STATE)));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeEndObject();
                })))
                .orElseGet(() -> problems.missing(reader));
    }

    /// `{"incidents":["INC0000042"],"title":…}`: what is said of the problem stands in place of what the incidents say.
    @PostMapping(path = "/problems/from_incidents", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> create(HttpServletRequest request, Actor actor, Locale reader) throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            if (!actor.may(ProblemType.WORK)) {
                return problems.denied(Message.of("problem.permits.work_needed"), reader);
            }
            var read = bodies.object(body, keys());
            try {
                var incidents = fromIncidents.incidents(actor, keys(read.get(FromIncidents.INCIDENTS)));
                var given = new LinkedHashMap<String, JsonNode>();
                GIVEN.stream()
                        .filter(it -> read.has(it.code()))
                        .forEach(it -> given.put(it.code(), read.get(it.code())));
                return answered(fromIncidents.create(actor, incidents, given), actor, reader);
            } catch (Refusal e) {
                return problems.refused(e.problems(), reader);
            }
        });
    }

    private ResponseEntity<byte[]> answered(Outcome outcome, Actor actor, Locale reader) {
        return outcome instanceof Outcome.Done(var made)
                ? answers.created(actor, ProblemType.PROBLEM.collection(), made)
                : answers.of(actor, outcome, reader);
    }

    private static String[] keys() {
        var keys = new ArrayList<String>(List.of(FromIncidents.INCIDENTS));
        GIVEN.forEach(it -> keys.add(it.code()));
        return keys.toArray(String[]::new);
    }

    private static List<String> keys(@Nullable JsonNode node) throws Refusal {
        if (node == null || !node.isArray()) {
            throw FromIncidents.refusal(FromIncidents.INCIDENTS, "problem.from_incidents.how_many", FromIncidents.MOST);
        }
        var keys = new ArrayList<String>();
        for (var key : node) {
            keys.add(key.asString(""));
        }
        return keys;
    }

    /// Its name, state and moments, within an object.
    static void incident(JsonGenerator json, Snapshot incident) {
        named(json, incident);
        json.writeStringProperty("state", Codes.of(incident.need(IncidentType.STATE)));
        json.writeStringProperty(
                "opened_at", incident.need(IncidentType.OPENED_AT).toString());
        var resolved = incident.get(IncidentType.RESOLVED_AT);
        json.writeStringProperty("resolved_at", resolved == null ? null : resolved.toString());
    }

    static void named(JsonGenerator json, Snapshot record) {
        json.writeName("record");
        Rendering.reference(json, new Label(record.id(), record.type().code(), record.number(), record.label()));
    }
}
