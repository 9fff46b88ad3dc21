package org.mainstay.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.approval.Event.Happened;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
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

/// `/approvals/{key}/ledger`, and `/{collection}/{key}/approvals` with the approvals of a record.
@RestController
@RequestMapping("/api/v1")
class ApprovalApi {

    private final Approvals approvals;
    private final ApprovalQueries queries;
    private final RecordStore store;
    private final RecordTypes types;
    private final Messages messages;
    private final Rendering rendering;
    private final Answers answers;
    private final Problems problems;

    ApprovalApi(
            Approvals approvals,
            ApprovalQueries queries,
            RecordStore store,
            RecordTypes types,
            Messages messages,
            Rendering rendering,
            Answers answers,
            Problems problems) {
        this.approvals = approvals;
        this.queries = queries;
        this.store = store;
        this.types = types;
        this.messages = messages;
        this.rendering = rendering;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/approvals/{key}/ledger")
    ResponseEntity<byte[]> ledger(@PathVariable String key, Actor actor, Locale reader) {
        var approval = store.find(actor, ApprovalType.APPROVAL, key);
        return approval.isEmpty()
                ? problems.missing(reader)
                : answers.ok(ledger(actor, queries.ledger(approval.get().id()), reader));
    }

    private byte[] ledger(Actor actor, List<Happened> ledger, Locale reader) {
        var labels = store.labelsOf(actor, LedgerWords.named(ledger));
        var words = new LedgerWords(messages, types, Standing.of(ledger), labels, Messages.language(reader));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            ledger.forEach(it -> write(json, it, words, labels));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Happened it, LedgerWords words, Map<UUID, Label> labels) {
        json.writeStartObject();
        json.writeStringProperty("event", Ledger.kind(it.event()));
        json.writeStringProperty("at", it.at().toString());
        json.writeName("by");
        Rendering.reference(json, labels.get(it.by()));
        json.writeStringProperty("step", words.step(it.event()));
        json.writeArrayPropertyStart("persons");
        LedgerWords.persons(it.event()).stream()
                .sorted()
                .filter(labels::containsKey)
                .forEach(person -> Rendering.reference(json, labels.get(person)));
        json.writeEndArray();
        json.writeStringProperty("text", words.text(it.event()));
        var note = LedgerWords.note(it.event());
        json.writeStringProperty("note", note.isEmpty() ? null : note);
        json.writeEndObject();
    }

    @GetMapping("/{collection}/{key}/approvals")
    ResponseEntity<byte[]> approvals(
            @PathVariable String collection, @PathVariable String key, Actor actor, Locale reader) {
        var record = types.byCollection(collection).flatMap(it -> store.find(actor, it.type(), key));
        return record.isEmpty()
                ? problems.missing(reader)
                : answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    approvals.of(record.get()).forEach(it -> rendering.write(json, actor, it));
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeEndObject();
                }));
    }
}
