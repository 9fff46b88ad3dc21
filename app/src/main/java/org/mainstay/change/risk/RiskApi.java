package org.mainstay.change.risk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
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

/// `/changes/{key}/risk`: the risk as it is now, with all of its reasons and the questions about it.
@RestController
@RequestMapping("/api/v1")
class RiskApi {

    private final RecordStore store;
    private final RiskAssessments assessments;
    private final RiskTerms terms;
    private final Answers answers;
    private final Problems problems;
    private final Messages messages;

    RiskApi(
            RecordStore store,
            RiskAssessments assessments,
            RiskTerms terms,
            Answers answers,
            Problems problems,
            Messages messages) {
        this.store = store;
        this.assessments = assessments;
        this.terms = terms;
        this.answers = answers;
        this.problems = problems;
        this.messages = messages;
    }

    /// `{"items":[{"code","source","points","at_least","text","known","rule"}],"next":null,"points","risk",
    /// "complete","assessed":{"risk","points","at"},
    /// "questions":[{"code","text","answer","answers":[{"code","label","points"}]}]}`
    @GetMapping("/changes/{key}/risk")
    ResponseEntity<byte[]> risk(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ChangeType.CHANGE, key)
                .map(it -> answers.ok(rendered(it, assessments.of(actor, it), reader)))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] rendered(Snapshot change, RiskScore score, Locale reader) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            score.sorted().forEach(it -> write(json, it, reader));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeNumberProperty("points", score.points());
            json.writeStringProperty("risk", Codes.of(score.risk()));
            json.writeBooleanProperty("complete", score.complete());
            json.writeName("assessed");
            assessed(json, change);
            json.writeArrayPropertyStart("questions");
            var given = RiskAnswers.kept(change.get(ChangeType.RISK_ANSWERS));
            terms.questions(change.get(ChangeType.MODEL))
                    .forEach(it -> write(json, it, it.answer(given.get(it.code())), reader));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, Contribution reason, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("code", reason.code());
        json.writeStringProperty("source", Codes.of(reason.source()));
        json.writeNumberProperty("points", reason.points());
        json.writeStringProperty("at_least", reason.least() == null ? null : Codes.of(reason.least()));
        json.writeStringProperty("text", messages.say(reason.text(), reader));
        json.writeBooleanProperty("known", reason.known());
        json.writeStringProperty(
                "rule", reason.rule() == null ? null : reason.rule().toString());
        json.writeEndObject();
    }

    private static void assessed(JsonGenerator json, Snapshot change) {
        var risk = change.get(ChangeType.RISK);
        var at = change.get(ChangeType.RISK_ASSESSED_AT);
        if (risk == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("risk", Codes.of(risk));
        var points = change.get(ChangeType.RISK_POINTS);
        if (points == null) {
            json.writeNullProperty("points");
        } else {
            json.writeNumberProperty("points", points);
        }
        json.writeStringProperty("at", at == null ? null : at.toString());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, RiskQuestion question, RiskQuestion.@Nullable Answer given, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("code", question.code());
        json.writeStringProperty("text", messages.say(question.asked(), reader));
        json.writeStringProperty("answer", given == null ? null : given.code());
        json.writeArrayPropertyStart("answers");
        for (var answer : question.answers()) {
            json.writeStartObject();
            json.writeStringProperty("code", answer.code());
            json.writeStringProperty("label", messages.say(answer.label(), reader));
            json.writeNumberProperty("points", answer.points());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
