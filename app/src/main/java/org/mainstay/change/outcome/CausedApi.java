package org.mainstay.change.outcome;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies.Named;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/changes/{key}/incidents` and `/incidents/{key}/changes`: what caused what, or may have. Links of the type `causes`
/// say it.
@RestController
@RequestMapping("/api/v1")
class CausedApi {

    private final RecordStore store;
    private final CausedIncidents caused;
    private final Messages messages;
    private final Answers answers;
    private final Problems problems;

    CausedApi(RecordStore store, CausedIncidents caused, Messages messages, Answers answers, Problems problems) {
        this.store = store;
        this.caused = caused;
        this.messages = messages;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"record","origin","state","priority","opened_at","item","through","distance","reason"}],"next":null,
    /// "complete"}`
    @GetMapping("/changes/{key}/incidents")
    ResponseEntity<byte[]> incidents(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ChangeType.CHANGE, key)
                .map(it -> answers.ok(rendered(caused.of(actor, it), reader)))
                .orElseGet(() -> problems.missing(reader));
    }

    /// `{"items":[{"record","origin","state","outcome","actual_start","item","through","distance","reason"}],
    /// "next":null,"complete"}`
    @GetMapping("/incidents/{key}/changes")
    ResponseEntity<byte[]> changes(@PathVariable String key, Actor actor, Locale reader) {
        return caused.incident(actor, key)
                .map(it -> answers.ok(rendered(caused.ofIncident(actor, it), reader)))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] rendered(CausedIncidents.Found found, Locale reader) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var it : found.suspicions()) {
                json.writeStartObject();
                var record = it.record();
                json.writeName("record");
                Rendering.reference(
                        json, new Label(record.id(), record.type().code(), record.number(), record.label()));
                json.writeStringProperty("origin", Codes.of(it.origin()));
                told(json, record);
                var place = it.place();
                named(json, "item", place == null ? null : place.item());
                named(json, "through", place == null ? null : place.through());
                if (place == null) {
                    json.writeNullProperty("distance");
                } else {
                    json.writeNumberProperty("distance", place.distance());
                }
                json.writeStringProperty("reason", messages.say(it.reason(), reader));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeBooleanProperty("complete", found.complete());
            json.writeEndObject();
        });
    }

    private static void told(JsonGenerator json, Snapshot record) {
        if (record.type().code().equals(IncidentType.INCIDENT.code())) {
            json.writeStringProperty("state", Codes.of(record.need(IncidentType.STATE)));
            json.writeNumberProperty("priority", record.need(IncidentType.PRIORITY));
            json.writeStringProperty(
                    "opened_at", record.need(IncidentType.OPENED_AT).toString());
        } else {
            var outcome = record.get(ChangeType.OUTCOME);
            var start = record.get(ChangeType.ACTUAL_START);
            json.writeStringProperty("state", Codes.of(record.need(ChangeType.STATE)));
            json.writeStringProperty("outcome", outcome == null ? null : Codes.of(outcome));
            json.writeStringProperty("actual_start", start == null ? null : start.toString());
        }
    }

    private static void named(JsonGenerator json, String name, @Nullable Named item) {
        if (item == null) {
            json.writeNullProperty(name);
        } else {
            json.writeName(name);
            Rendering.reference(
                    json,
                    new Label(item.id(), ConfigurationItemType.CONFIGURATION_ITEM.code(), item.number(), item.label()));
        }
    }
}
