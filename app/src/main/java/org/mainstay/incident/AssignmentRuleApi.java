package org.mainstay.incident;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// What a rule would have done to the last days, for those who keep the rules.
@RestController
class AssignmentRuleApi {

    private static final int LONGEST = 365;

    private final RecordStore store;
    private final Access access;
    private final AssignmentDryRun dryRun;
    private final Answers answers;
    private final Problems problems;

    AssignmentRuleApi(RecordStore store, Access access, AssignmentDryRun dryRun, Answers answers, Problems problems) {
        this.store = store;
        this.access = access;
        this.dryRun = dryRun;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/api/v1/assignment-rules/{key}/dry_run")
    ResponseEntity<byte[]> dryRun(
            @PathVariable String key, @RequestParam(defaultValue = "90") String days, Actor actor, Locale reader) {
        var rule = store.find(actor, AssignmentRuleType.ASSIGNMENT_RULE, key);
        if (rule.isEmpty()) {
            return problems.missing(reader);
        }
        if (access.edit(rule.get(), actor) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        var report = dryRun.run(actor, AssignmentRule.of(rule.get()), Duration.ofDays(days(days)));
        return answers.ok(render(actor, report));
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days >= 1 && days <= LONGEST) {
                return days;
            }
        } catch (NumberFormatException e) {
            // refused below, as is what lies outside
        }
        throw new BadQuery("days", "incident.dry_run.days", LONGEST);
    }

    /// `{"since","examined","decided","moved","examples":[{"id","number","title","from","to"}]}`
    private byte[] render(Actor actor, AssignmentDryRun.Report report) {
        var ids = new HashSet<UUID>();
        report.examples().forEach(it -> {
            ids.add(it.to());
            if (it.from() != null) {
                ids.add(it.from());
            }
        });
        var labels = store.labelsOf(actor, ids);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("since", report.since().toString());
            json.writeNumberProperty("examined", report.examined());
            json.writeNumberProperty("decided", report.decided());
            json.writeNumberProperty("moved", report.moved());
            json.writeArrayPropertyStart("examples");
            report.examples().forEach(it -> render(json, it, labels));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void render(JsonGenerator json, AssignmentDryRun.Example example, Map<UUID, Label> labels) {
        json.writeStartObject();
        json.writeStringProperty("id", example.incident().toString());
        json.writeStringProperty("number", example.number());
        json.writeStringProperty("title", example.title());
        group(json, "from", example.from(), labels);
        group(json, "to", example.to(), labels);
        json.writeEndObject();
    }

    private static void group(JsonGenerator json, String name, @Nullable UUID id, Map<UUID, Label> labels) {
        json.writeName(name);
        Rendering.reference(json, id == null ? null : labels.get(id));
    }
}
