package org.mainstay.cmdb.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/configuration-items/{key}/sources` and `…/pins/{attribute}`: who says what of an item, and what holds whatever
/// they say.
@RestController
@RequestMapping("/api/v1/configuration-items/{key}")
class ItemSourcesApi {

    private final RecordStore store;
    private final RecordTypes types;
    private final Provenance provenance;
    private final PinQueries pins;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    ItemSourcesApi(
            RecordStore store,
            RecordTypes types,
            Provenance provenance,
            PinQueries pins,
            Body bodies,
            Answers answers,
            Problems problems,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.provenance = provenance;
        this.pins = pins;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/sources")
    ResponseEntity<byte[]> sources(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key)
                .map(item -> answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    provenance.of(actor, item).forEach(it -> line(json, it));
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeEndObject();
                })))
                .orElseGet(() -> problems.missing(reader));
    }

    private static void line(JsonGenerator json, Provenance.Line line) {
        json.writeStartObject();
        json.writeStringProperty("attribute", line.attribute().code());
        json.writePOJOProperty("value", line.value());
        json.writeBooleanProperty("disputed", line.disputed());
        json.writeBooleanProperty("pinned", line.pinnedUntil() != null);
        json.writeStringProperty("pinned_until", shown(line.pinnedUntil()));
        json.writeArrayPropertyStart("sources");
        for (var word : line.words()) {
            json.writeStartObject();
            json.writeStringProperty("source", word.source().toString());
            json.writeStringProperty("name", word.sourceName());
            json.writeStringProperty("origin", word.origin());
            json.writePOJOProperty("value", word.value());
            json.writeStringProperty("since", word.since().toString());
            json.writeStringProperty("at", word.at().toString());
            json.writeNumberProperty("times", word.times());
            json.writeBooleanProperty("agrees", word.agrees());
            json.writeBooleanProperty("fresh", word.fresh());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("former");
        for (var former : line.former()) {
            json.writeStartObject();
            json.writeStringProperty("source", former.source().toString());
            json.writeStringProperty("name", former.sourceName());
            json.writePOJOProperty("value", former.value());
            json.writeStringProperty("since", former.since().toString());
            json.writeStringProperty("until", former.until().toString());
            json.writeNumberProperty("times", former.times());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static @Nullable String shown(@Nullable Instant until) {
        return until == null || until.equals(Instant.MAX) ? null : until.toString();
    }

    /// Lets the value that the item has hold whatever sources say: `{"until": "2026-12-31T00:00:00Z"}`, or without end.
    @PutMapping(path = "/pins/{attribute}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> pin(
            @PathVariable String key,
            @PathVariable String attribute,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.object(bodies.bytes(request), "until");
        return keeping(actor, key, reader, item -> {
            var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
            if (ObservedValues.attribute(type, item.need(ConfigurationItemType.CLASS), attribute)
                    .isEmpty()) {
                return problems.missing(reader);
            }
            @Nullable Instant until = null;
            try {
                until = body.hasNonNull("until") ? new Kind.Moment().fromJson(body.get("until")) : null;
            } catch (BadValue e) {
                return problems.refused(List.of(new Problem("until", e.reason())), reader);
            }
            if (until != null && !until.isAfter(clock.instant())) {
                return problems.refused(List.of(new Problem("until", Message.of("reconciliation.pin.past"))), reader);
            }
            pins.pin(item.id(), new PinQueries.Pin(attribute, until, actor.id()), clock.instant());
            return ResponseEntity.noContent().build();
        });
    }

    @DeleteMapping("/pins/{attribute}")
    ResponseEntity<byte[]> unpin(@PathVariable String key, @PathVariable String attribute, Actor actor, Locale reader) {
        return keeping(
                actor,
                key,
                reader,
                item -> pins.unpin(item.id(), attribute)
                        ? ResponseEntity.noContent().build()
                        : problems.missing(reader));
    }

    private ResponseEntity<byte[]> keeping(
            Actor actor, String key, Locale reader, Function<Snapshot, ResponseEntity<byte[]>> work) {
        var item = store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key);
        if (item.isEmpty()) {
            return problems.missing(reader);
        }
        return ItemOrganisations.manages(actor, item.get().organisation()) instanceof Decision.Denied(var reason)
                ? problems.denied(reason, reader)
                : work.apply(item.get());
    }
}
