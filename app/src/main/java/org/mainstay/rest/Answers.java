package org.mainstay.rest;

import java.net.URI;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Preview;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;

/// Outcomes as HTTP answers.
public final class Answers {

    private final Rendering rendering;
    private final Problems problems;
    private final RecordTypes types;
    private final RecordStore store;

    private final Messages messages;

    Answers(Rendering rendering, Problems problems, RecordTypes types, RecordStore store, Messages messages) {
        this.messages = messages;
        this.rendering = rendering;
        this.problems = problems;
        this.types = types;
        this.store = store;
    }

    public ResponseEntity<byte[]> ok(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    public ResponseEntity<byte[]> created(Actor actor, String collection, Snapshot record) {
        return ResponseEntity.created(URI.create("/api/v1/" + collection + "/" + record.number()))
                .eTag(Long.toString(record.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(rendering.record(actor, record));
    }

    public ResponseEntity<byte[]> record(Actor actor, Snapshot record) {
        return ResponseEntity.ok()
                .eTag(Long.toString(record.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(rendering.record(actor, record));
    }

    public ResponseEntity<byte[]> of(Actor actor, Outcome outcome, Locale reader) {
        return switch (outcome) {
            case Outcome.Done(var record) -> record(actor, record);
            case Outcome.Gone _ -> ResponseEntity.status(HttpStatus.NO_CONTENT).build();
            case Outcome.Previewed previewed -> ok(plan(actor, previewed, reader));
            case Outcome.Denied _, Outcome.Refused _, Outcome.Stale _, Outcome.Missing _ ->
                problems.of(actor, outcome, reader);
        };
    }

    /// `{"plan":[{"id","type","number","changes":{"state":["new","resolved"]},"adds":["comment"],"remarks":["…"]}]}`
    private byte[] plan(Actor actor, Outcome.Previewed previewed, Locale reader) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("plan");
            previewed.records().forEach(it -> step(json, actor, it, reader));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void step(JsonGenerator json, Actor actor, Preview preview, Locale reader) {
        var type = types.need(preview.type());
        var labels = store.labelsOf(actor, Ids.of(preview));
        json.writeStartObject();
        json.writeStringProperty("id", preview.id().toString());
        json.writeStringProperty("type", preview.type());
        json.writeStringProperty("number", preview.number());
        json.writeObjectPropertyStart("changes");
        preview.changes().forEach((code, change) -> {
            var attribute = type.need(code);
            json.writeArrayPropertyStart(code);
            Rendering.value(json, attribute, change.old(), labels);
            Rendering.value(json, attribute, change.now(), labels);
            json.writeEndArray();
        });
        json.writeEndObject();
        json.writeArrayPropertyStart("adds");
        preview.parts().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("remarks");
        preview.remarks().forEach(it -> json.writeString(messages.say(it, reader)));
        json.writeEndArray();
        json.writeEndObject();
    }
}
