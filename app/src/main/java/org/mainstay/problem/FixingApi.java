package org.mainstay.problem;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
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

/// The changes that fix a problem, and the problems that a change fixes.
@RestController
@RequestMapping("/api/v1")
class FixingApi {

    private final RecordStore store;
    private final Fixing fixing;
    private final Answers answers;
    private final Problems problems;

    FixingApi(RecordStore store, Fixing fixing, Answers answers, Problems problems) {
        this.store = store;
        this.fixing = fixing;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"record","state","outcome","planned_start","actual_end"}],"next":null}`
    @GetMapping("/problems/{key}/changes")
    ResponseEntity<byte[]> changes(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ProblemType.PROBLEM, key)
                .map(it -> answers.ok(rendered(fixing.changes(actor, it), FixingApi::change)))
                .orElseGet(() -> problems.missing(reader));
    }

    private static void change(JsonGenerator json, Snapshot change) {
        var outcome = change.get(ChangeType.OUTCOME);
        json.writeStringProperty("state", Codes.of(change.need(ChangeType.STATE)));
        json.writeStringProperty("outcome", outcome == null ? null : Codes.of(outcome));
        json.writeStringProperty("planned_start", text(change.get(ChangeType.PLANNED_START)));
        json.writeStringProperty("actual_end", text(change.get(ChangeType.ACTUAL_END)));
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }

    /// `{"items":[{"record","state"}],"next":null}`
    @GetMapping("/changes/{key}/problems")
    ResponseEntity<byte[]> problems(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ChangeType.CHANGE, key)
                .map(change -> answers.ok(rendered(
                        fixing.problems(actor, change),
                        (json, it) -> json.writeStringProperty("state", Codes.of(it.need(ProblemType.STATE))))))
                .orElseGet(() -> problems.missing(reader));
    }

    private static byte[] rendered(List<Snapshot> records, BiConsumer<JsonGenerator, Snapshot> more) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var record : records) {
                json.writeStartObject();
                ProblemApi.named(json, record);
                more.accept(json, record);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }
}
