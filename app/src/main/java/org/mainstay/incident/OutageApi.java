package org.mainstay.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/api/v1/outages`: what everybody is told of major incidents, and `/api/v1/incidents/{key}/affected` for those who
/// work on one.
@RestController
@RequestMapping("/api/v1")
class OutageApi {

    private static final int MOST = 1_000;

    private final Outages outages;
    private final OutageQueries queries;
    private final RecordStore store;
    private final Answers answers;
    private final Problems problems;

    OutageApi(Outages outages, OutageQueries queries, RecordStore store, Answers answers, Problems problems) {
        this.outages = outages;
        this.queries = queries;
        this.store = store;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/outages")
    ResponseEntity<byte[]> list(Actor actor) {
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            outages.ongoing(actor).forEach(it -> write(json, it));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }

    @GetMapping("/outages/{key}")
    ResponseEntity<byte[]> one(@PathVariable String key, Actor actor, Locale reader) {
        return answer(outages.find(actor, key), reader);
    }

    @PostMapping("/outages/{key}/me_too")
    ResponseEntity<byte[]> join(@PathVariable String key, Actor actor, Locale reader) {
        return answer(outages.join(actor, key), reader);
    }

    private ResponseEntity<byte[]> answer(Optional<Outage> outage, Locale reader) {
        return outage.map(it -> answers.ok(Rendering.json(json -> write(json, it))))
                .orElseGet(() -> problems.missing(reader));
    }

    private static void write(JsonGenerator json, Outage outage) {
        json.writeStartObject();
        json.writeStringProperty("number", outage.number());
        json.writeStringProperty("text", outage.text());
        json.writeStringProperty("service", outage.service());
        json.writeStringProperty("since", outage.since().toString());
        json.writeStringProperty(
                "ended", outage.ended() == null ? null : outage.ended().toString());
        json.writeBooleanProperty("over", outage.over());
        json.writeBooleanProperty("affected", outage.affected());
        json.writeEndObject();
    }

    /// `{"items":[{"person","by","at"}],"next":null}`, the latest first.
    @GetMapping("/incidents/{key}/affected")
    ResponseEntity<byte[]> affected(@PathVariable String key, Actor actor, Locale reader) {
        var incident = store.find(actor, IncidentType.INCIDENT, key);
        return incident.filter(it -> Histories.works(actor, it))
                .map(it -> answers.ok(affected(actor, queries.affected(it.id(), MOST))))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] affected(Actor actor, List<OutageQueries.Line> lines) {
        var named = new HashSet<UUID>();
        lines.forEach(it -> {
            named.add(it.person());
            named.add(it.by());
        });
        var labels = store.labelsOf(actor, named);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var line : lines) {
                json.writeStartObject();
                json.writeName("person");
                Rendering.reference(json, labels.get(line.person()));
                json.writeName("by");
                Rendering.reference(json, labels.get(line.by()));
                json.writeStringProperty("at", line.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }
}
