package org.mainstay.request.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.PersonType;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// What a client needs to fill a form: what is asked, and whether answers may stand.
@RestController
class FormApi {

    private static final String FOR = "for";

    private final Forms forms;
    private final RecordStore store;
    private final Body body;
    private final Answers answers;
    private final Problems problems;
    private final Messages messages;

    FormApi(Forms forms, RecordStore store, Body body, Answers answers, Problems problems, Messages messages) {
        this.forms = forms;
        this.store = store;
        this.body = body;
        this.answers = answers;
        this.problems = problems;
        this.messages = messages;
    }

    /// @param person for whom it would be filled; empty for whoever asks
    @GetMapping("/api/v1/forms/{key}/document")
    ResponseEntity<byte[]> document(
            @PathVariable String key,
            @RequestParam(name = FOR, defaultValue = "") String person,
            Actor actor,
            Locale reader) {
        var form = forms.published(actor, key);
        if (form.isEmpty()) {
            return problems.missing(reader);
        }
        var facts = requester(actor, person).flatMap(it -> forms.facts(actor, it));
        if (facts.isEmpty()) {
            return problems.parameter(FOR, Message.of("form.no_requester"), reader);
        }
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("form", form.get().code());
            json.writeStringProperty("name", form.get().name());
            json.writeStringProperty("version", form.get().number());
            json.writeNumberProperty("revision", form.get().revision());
            forms.document(form.get().of(), facts.get())
                    .forEachEntry((name, node) -> json.writePOJOProperty(name, node));
            json.writeEndObject();
        }));
    }

    /// `{"answers":{…},"for":"max"}`: nothing is kept.
    @PostMapping("/api/v1/forms/{key}/check")
    ResponseEntity<byte[]> check(@PathVariable String key, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var form = forms.published(actor, key);
        if (form.isEmpty()) {
            return problems.missing(reader);
        }
        var said = body.object(body.bytes(request), "answers", FOR);
        var requester = person(said).flatMap(it -> requester(actor, it));
        var facts = requester.flatMap(it -> forms.facts(actor, it));
        if (requester.isEmpty() || facts.isEmpty()) {
            return problems.refused(List.of(new Problem(FOR, Message.of("form.no_requester"))), reader);
        }
        var given = said.path("answers");
        var checked = forms.check(form.get().of(), facts.get(), actor, requester.get(), given);
        return answers.ok(Rendering.json(json -> write(json, checked, reader)));
    }

    /// Whom the body names; empty for what is no name.
    private static Optional<String> person(JsonNode said) {
        var node = said.path(FOR);
        return node.isMissingNode() || node.isNull()
                ? Optional.of("")
                : node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private Optional<UUID> requester(Actor actor, String person) {
        return person.isEmpty()
                ? Optional.of(actor.id())
                : store.find(actor, PersonType.PERSON, person).map(Snapshot::id);
    }

    /// `{"valid","problems":[{"pointer","detail"}],"answers":{…},"shown":[…],"needed":[…],"price"}`
    private void write(JsonGenerator json, Forms.Checked checked, Locale reader) {
        json.writeStartObject();
        json.writeBooleanProperty("valid", checked.good());
        json.writeArrayPropertyStart("problems");
        checked.faults().forEach(it -> {
            json.writeStartObject();
            json.writeStringProperty("pointer", "/answers" + it.pointer());
            json.writeStringProperty("detail", messages.say(it.reason(), reader));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writePOJOProperty("answers", checked.answers().json());
        codes(json, "shown", checked, Evaluation.Verdict::shown);
        codes(json, "needed", checked, Evaluation.Verdict::needed);
        json.writeName("price");
        switch (checked.answers().price().orElse(null)) {
            case null -> json.writeNull();
            case Money price -> {
                json.writeStartObject();
                json.writeStringProperty("amount", price.digits());
                json.writeStringProperty("currency", price.currency().getCurrencyCode());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void codes(
            JsonGenerator json, String name, Forms.Checked checked, Predicate<Evaluation.Verdict> which) {
        json.writeArrayPropertyStart(name);
        checked.verdicts().forEach((code, verdict) -> {
            if (which.test(verdict)) {
                json.writeString(code);
            }
        });
        json.writeEndArray();
    }
}
