package org.mainstay.change;

import java.util.Locale;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/changes/{key}/affected`: what a change hits.
@RestController
@RequestMapping("/api/v1")
class ChangeApi {

    private final RecordStore store;
    private final AffectedItems affected;
    private final Answers answers;
    private final Problems problems;

    ChangeApi(RecordStore store, AffectedItems affected, Answers answers, Problems problems) {
        this.store = store;
        this.affected = affected;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"item","class","origin","through","distance","reason"}],"next":null,"complete"}`
    @GetMapping("/changes/{key}/affected")
    ResponseEntity<byte[]> affected(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ChangeType.CHANGE, key)
                .map(it -> answers.ok(rendered(affected.of(actor, it))))
                .orElseGet(() -> problems.missing(reader));
    }

    private static byte[] rendered(AffectedItems.Affected affected) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var line : affected.lines()) {
                json.writeStartObject();
                json.writeName("item");
                reference(json, line.item());
                json.writeStringProperty("class", line.item().itemClass());
                json.writeStringProperty("origin", Codes.of(line.origin()));
                if (line.through() == null) {
                    json.writeNullProperty("through");
                } else {
                    json.writeName("through");
                    reference(json, line.through());
                }
                json.writeNumberProperty("distance", line.distance());
                json.writeStringProperty(
                        "reason", line.said() == null ? null : line.said().get(AffectedItemType.REASON));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeBooleanProperty("complete", affected.complete());
            json.writeEndObject();
        });
    }

    private static void reference(JsonGenerator json, Dependencies.Named item) {
        Rendering.reference(
                json,
                new Label(item.id(), ConfigurationItemType.CONFIGURATION_ITEM.code(), item.number(), item.label()));
    }
}
