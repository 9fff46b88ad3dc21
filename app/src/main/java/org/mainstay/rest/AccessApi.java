package org.mainstay.rest;

import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Explanation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why somebody may see a record, or not.
@RestController
class AccessApi {

    private final Explanation explanation;
    private final Mentioned mentioned;
    private final Messages messages;
    private final Answers answers;

    AccessApi(Explanation explanation, Mentioned mentioned, Messages messages, Answers answers) {
        this.explanation = explanation;
        this.mentioned = mentioned;
        this.messages = messages;
        this.answers = answers;
    }

    /// `{"allowed","reason","failed":[…]}`: what decided, and what would have allowed it but does not
    /// hold.
    @GetMapping("/api/v1/access")
    ResponseEntity<byte[]> explain(
            @RequestParam String person, @RequestParam String record, Actor actor, Locale reader) {
        var who = mentioned.person(actor, person);
        var what = mentioned.record(actor, record);
        if (who == null || what == null) {
            throw new NoSuchRecord();
        }
        var answer = explanation.of(actor, who, what).orElseThrow(NoSuchRecord::new);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("allowed", answer.allowed());
            json.writeStringProperty("reason", messages.say(answer.reason(), reader));
            json.writeArrayPropertyStart("failed");
            answer.failed().forEach(it -> json.writeString(messages.say(it, reader)));
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
