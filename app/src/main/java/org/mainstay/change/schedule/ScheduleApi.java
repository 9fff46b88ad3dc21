package org.mainstay.change.schedule;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/changes/{key}/conflicts` and `/changes/{key}/slots`.
@RestController
@RequestMapping("/api/v1/changes/{key}")
class ScheduleApi {

    private final RecordStore store;
    private final ChangeSchedule schedule;
    private final Messages messages;
    private final Answers answers;
    private final Problems problems;

    ScheduleApi(RecordStore store, ChangeSchedule schedule, Messages messages, Answers answers, Problems problems) {
        this.store = store;
        this.schedule = schedule;
        this.messages = messages;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"kind","text","from","to","change","item","other_item","person","period"}],"next":null,"window"}`
    ///
    /// @param start with `end`: another window than the change has
    @GetMapping("/conflicts")
    ResponseEntity<byte[]> conflicts(
            @PathVariable String key,
            @RequestParam(name = "planned_start", required = false) @Nullable String start,
            @RequestParam(name = "planned_end", required = false) @Nullable String end,
            Actor actor,
            Locale reader) {
        var window = window(start, end);
        return of(actor, key, reader, change -> {
            var found = window.map(it -> schedule.conflicts(actor, change, it))
                    .orElseGet(() -> schedule.conflicts(actor, change));
            return Rendering.json(json -> conflicts(json, found, reader));
        });
    }

    private static Optional<Window> window(@Nullable String start, @Nullable String end) {
        if (start == null && end == null) {
            return Optional.empty();
        }
        var from = moment("planned_start", start);
        var to = moment("planned_end", end);
        if (!from.isBefore(to)) {
            throw new BadQuery("planned_end", "change.window.order");
        }
        return Optional.of(new Window(from, to));
    }

    private static Instant moment(String parameter, @Nullable String text) {
        try {
            return ChangeType.PLANNED_START.kind().parse(text == null ? "" : text);
        } catch (BadValue e) {
            throw new BadQuery(
                    parameter, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    private void conflicts(JsonGenerator json, ChangeSchedule.Conflicts found, Locale reader) {
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        for (var blocker : found.blockers()) {
            json.writeStartObject();
            json.writeStringProperty("kind", Codes.of(blocker.kind()));
            json.writeStringProperty("text", messages.say(ConflictTexts.of(blocker, found.labels()), reader));
            json.writeStringProperty("from", blocker.window().from().toString());
            json.writeStringProperty("to", blocker.window().to().toString());
            reference(json, "change", blocker.change(), found);
            reference(json, "item", blocker.item(), found);
            reference(json, "other_item", blocker.otherItem(), found);
            reference(json, "person", blocker.person(), found);
            reference(json, "period", blocker.period(), found);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNullProperty("next");
        if (found.window() == null) {
            json.writeNullProperty("window");
        } else {
            json.writeName("window");
            window(json, found.window());
        }
        json.writeEndObject();
    }

    private static void reference(JsonGenerator json, String name, @Nullable UUID id, ChangeSchedule.Conflicts found) {
        json.writeName(name);
        Rendering.reference(json, id == null ? null : found.labels().get(id));
    }

    private static void window(JsonGenerator json, Window window) {
        json.writeStartObject();
        json.writeStringProperty(ChangeType.PLANNED_START.code(), window.from().toString());
        json.writeStringProperty(ChangeType.PLANNED_END.code(), window.to().toString());
        json.writeEndObject();
    }

    /// `{"items":[{"planned_start","planned_end"}],"next":null,"length"}`
    @GetMapping("/slots")
    ResponseEntity<byte[]> slots(@PathVariable String key, Actor actor, Locale reader) {
        return of(actor, key, reader, change -> {
            var slots = schedule.slots(actor, change);
            return Rendering.json(json -> {
                json.writeStartObject();
                json.writeArrayPropertyStart("items");
                slots.windows().forEach(it -> window(json, it));
                json.writeEndArray();
                json.writeNullProperty("next");
                json.writeStringProperty("length", slots.length().toString());
                json.writeEndObject();
            });
        });
    }

    private ResponseEntity<byte[]> of(Actor actor, String key, Locale reader, Function<Snapshot, byte[]> answer) {
        return store.find(actor, ChangeType.CHANGE, key)
                .map(it -> answers.ok(answer.apply(it)))
                .orElseGet(() -> problems.missing(reader));
    }

    @ExceptionHandler(Impacts.NotLoaded.class)
    ResponseEntity<byte[]> notLoaded(Locale reader) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return problems.unavailable("cmdb.graph.loading", headers, reader);
    }
}
