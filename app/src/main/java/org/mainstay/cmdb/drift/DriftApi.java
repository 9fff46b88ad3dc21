package org.mainstay.cmdb.drift;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/drifts/{key}/lines`: what is otherwise by a drift.
@RestController
class DriftApi {

    private final RecordStore store;
    private final DriftReading reading;
    private final Answers answers;
    private final Problems problems;

    DriftApi(RecordStore store, DriftReading reading, Answers answers, Problems problems) {
        this.store = store;
        this.reading = reading;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/api/v1/drifts/{key}/lines")
    ResponseEntity<byte[]> lines(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, DriftType.DRIFT, key)
                .map(drift -> {
                    var read = reading.of(actor, drift, reading.subjectOf(actor, drift), DriftViews.MANY);
                    return answers.ok(Rendering.json(json -> {
                        json.writeStartObject();
                        json.writeArrayPropertyStart("items");
                        read.lines().forEach(it -> line(json, it, read.labels()));
                        json.writeEndArray();
                        json.writeNullProperty("next");
                        json.writeEndObject();
                    }));
                })
                .orElseGet(() -> problems.missing(reader));
    }

    private static void line(JsonGenerator json, DriftReading.Line read, Map<UUID, Label> labels) {
        var line = read.line();
        boolean relation = line.sort() == Sort.RELATION;
        json.writeStartObject();
        json.writeStringProperty("attribute", relation ? null : line.code());
        json.writeStringProperty("relation", relation ? line.code() : null);
        json.writeStringProperty("direction", relation ? line.outward() ? "from" : "to" : null);
        json.writeName("other");
        Rendering.reference(json, line.other() == null ? null : labels.get(line.other()));
        json.writePOJOProperty("before", line.before());
        json.writePOJOProperty("after", line.after());
        json.writeName("source");
        Rendering.reference(json, labels.get(line.source()));
        json.writeStringProperty("first_at", line.firstAt().toString());
        json.writeStringProperty("last_at", line.lastAt().toString());
        json.writeNumberProperty("times", line.times());
        json.writeNumberProperty("confirmed", read.confirmed());
        json.writeStringProperty("standing", line.standing().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }
}
