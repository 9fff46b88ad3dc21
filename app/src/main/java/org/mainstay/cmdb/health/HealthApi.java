package org.mainstay.cmdb.health;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.health.HealthReport.By;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/api/v1/configuration-health`: how well what is kept about items holds.
@RestController
@RequestMapping("/api/v1/configuration-health")
class HealthApi {

    private final HealthReport report;
    private final Measuring measuring;
    private final Answers answers;
    private final Problems problems;

    HealthApi(HealthReport report, Measuring measuring, Answers answers, Problems problems) {
        this.report = report;
        this.measuring = measuring;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping
    ResponseEntity<byte[]> health(@RequestParam(defaultValue = "class") String by, Actor actor, Locale reader) {
        if (!HealthReport.permits(actor)) {
            return problems.denied(Message.of("health.not_permitted"), reader);
        }
        var dimension = By.of(by).orElseThrow(() -> new BadQuery("by", "health.no_such_dimension", by));
        var table = report.of(actor, dimension, reader);
        return answers.ok(Rendering.json(json -> table(json, table)));
    }

    /// Has everything measured as soon as may be.
    @PostMapping(path = "/measure", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> measure(Actor actor, Locale reader) {
        return measuring.want(actor) instanceof Decision.Denied(var reason)
                ? problems.denied(reason, reader)
                : ResponseEntity.accepted().build();
    }

    private static void table(JsonGenerator json, HealthReport.Table table) {
        json.writeStartObject();
        json.writeStringProperty("by", table.by().code());
        json.writeStringProperty(
                "measured_at",
                table.measured() == null ? null : table.measured().toString());
        json.writeStringProperty(
                "compared_with", table.since() == null ? null : table.since().toString());
        json.writeArrayPropertyStart("measures");
        for (var measure : table.measures()) {
            json.writeStartObject();
            json.writeStringProperty("code", measure.code());
            json.writeNumberProperty("weight", measure.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("items");
        table.rows().forEach(it -> row(json, table, it));
        json.writeEndArray();
        json.writeNullProperty("next");
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, HealthReport.Table table, HealthReport.Row row) {
        json.writeStartObject();
        json.writeStringProperty("key", row.key().isEmpty() ? null : row.key());
        json.writeStringProperty("label", row.label());
        json.writeNumberProperty("items", row.items());
        json.writeStringProperty("filter", row.itemsFilter());
        number(json, "score", row.score());
        number(json, "score_before", row.before());
        json.writeObjectPropertyStart("measures");
        for (var measure : table.measures()) {
            var total = row.total(measure.code());
            json.writeObjectPropertyStart(measure.code());
            json.writeNumberProperty("expected", total.expected());
            json.writeNumberProperty("met", total.met());
            number(json, "share", total.any() ? total.share() : null);
            json.writeNumberProperty("findings", total.findings());
            json.writeStringProperty("filter", row.findingsFilter(measure.code()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, Math.round(number * 10_000) / 10_000.0);
        }
    }
}
