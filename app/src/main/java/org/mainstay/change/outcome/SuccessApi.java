package org.mainstay.change.outcome;

import java.util.Locale;
import org.mainstay.change.ChangeType;
import org.mainstay.change.outcome.SuccessScore.Dimension;
import org.mainstay.change.outcome.SuccessScore.Tally;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/changes/success`: how well changes go.
@RestController
@RequestMapping("/api/v1")
class SuccessApi {

    private static final double THOUSAND = 1_000;

    private final SuccessScore score;
    private final Answers answers;
    private final Problems problems;

    SuccessApi(SuccessScore score, Answers answers, Problems problems) {
        this.score = score;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"key","cases","successful","successful_with_issues","unsuccessful","caused","share","low","high",
    /// "points"}],"next":null,"all":{…}}`
    ///
    /// @param by `model`, `group` or `service`
    @GetMapping("/changes/success")
    ResponseEntity<byte[]> success(@RequestParam(defaultValue = "model") String by, Actor actor, Locale reader) {
        if (!actor.may(ChangeType.WORK)) {
            return problems.denied(Message.of("change.permits.work_needed"), reader);
        }
        var dimension = Dimension.of(by).orElseThrow(() -> new BadQuery("by", "change.success.by.unknown", by));
        var table = score.by(dimension, actor);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var row : table.rows()) {
                json.writeStartObject();
                json.writeName("key");
                Rendering.reference(json, row.of());
                tally(json, row.tally());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeObjectPropertyStart("all");
            tally(json, table.whole());
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void tally(JsonGenerator json, Tally it) {
        json.writeNumberProperty("cases", it.cases());
        json.writeNumberProperty("successful", it.successful());
        json.writeNumberProperty("successful_with_issues", it.withIssues());
        json.writeNumberProperty("unsuccessful", it.unsuccessful());
        json.writeObjectPropertyStart("caused");
        json.writeNumberProperty("priority_1", it.first());
        json.writeNumberProperty("priority_2", it.second());
        json.writeNumberProperty("priority_3", it.third());
        json.writeEndObject();
        var success = it.success();
        json.writeNumberProperty("share", rounded(success.share()));
        json.writeNumberProperty("low", rounded(success.low()));
        json.writeNumberProperty("high", rounded(success.high()));
        json.writeNumberProperty("points", rounded(it.mean()));
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
