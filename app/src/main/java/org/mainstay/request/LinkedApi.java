package org.mainstay.request;

import java.util.List;
import java.util.Locale;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/v1/request-items/{key}/incidents` and `/api/v1/incidents/{key}/request-items`.
@RestController
class LinkedApi {

    private final RecordStore store;
    private final LinkedIncidents linked;
    private final Answers answers;
    private final Problems problems;

    LinkedApi(RecordStore store, LinkedIncidents linked, Answers answers, Problems problems) {
        this.store = store;
        this.linked = linked;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"record","state","link"}],"next":null}`; `record` is null for what the caller does not see.
    @GetMapping("/api/v1/request-items/{key}/incidents")
    ResponseEntity<byte[]> incidents(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, RequestItemType.REQUEST_ITEM, key)
                .map(it -> answer(linked.incidents(actor, it), IncidentType.STATE))
                .orElseGet(() -> problems.missing(reader));
    }

    @GetMapping("/api/v1/incidents/{key}/request-items")
    ResponseEntity<byte[]> items(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, IncidentType.INCIDENT, key)
                .map(it -> answer(linked.items(actor, it), RequestItemType.STATE))
                .orElseGet(() -> problems.missing(reader));
    }

    private <S extends Enum<S>> ResponseEntity<byte[]> answer(List<LinkedIncidents.Line> lines, Attribute<S> state) {
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var line : lines) {
                var other = line.other();
                json.writeStartObject();
                json.writeName("record");
                Rendering.reference(
                        json,
                        line.seen() ? new Label(other.id(), other.type().code(), other.number(), other.label()) : null);
                json.writeStringProperty("state", Codes.of(other.need(state)));
                json.writeStringProperty("link", line.seen() ? line.type().code() : null);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }
}
