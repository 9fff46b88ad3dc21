package org.mainstay.transfer.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Audit;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.mainstay.transfer.configuration.Report.Item;
import org.mainstay.transfer.configuration.Report.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// The configuration as text for programs: read it, compare another, apply it, take that back.
@RestController
class ConfigurationApi {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Configuring configuring;
    private final Reading reading;
    private final Applying applying;
    private final Undoing undoing;
    private final Problems problems;
    private final Messages messages;
    private final Audit audit;

    ConfigurationApi(
            Configuring configuring,
            Reading reading,
            Applying applying,
            Undoing undoing,
            Problems problems,
            Messages messages,
            Audit audit) {
        this.configuring = configuring;
        this.reading = reading;
        this.applying = applying;
        this.undoing = undoing;
        this.problems = problems;
        this.messages = messages;
        this.audit = audit;
    }

    @GetMapping({"/api/v1/configuration", "/configuration/text"})
    ResponseEntity<byte[]> read(HttpServletRequest request, Actor actor, Locale reader) {
        if (configuring.permits(actor) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        var text = reading.read(actor).text();
        audit.record(actor.id(), Audit.EXPORTED, request.getRemoteAddr(), Map.of("collection", "configuration"));
        return ResponseEntity.ok()
                .eTag(Standing.mark(text))
                .contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mainstay.yaml\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/api/v1/configuration")
    ResponseEntity<byte[]> apply(
            @RequestParam(name = "dry_run", defaultValue = "false") String dryRun,
            @RequestParam(defaultValue = "keep") String missing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String mark,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        if (configuring.permits(actor) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        boolean dry = chosen("dry_run", dryRun, "false", "true");
        boolean deleting = chosen("missing", missing, "keep", "delete");
        Document given;
        try {
            given = Configuring.read(request.getInputStream().readNBytes(Configuring.MOST_BYTES + 1));
        } catch (BadText e) {
            return refused(List.of(e.fault()), reader);
        }
        Predicate<String> seen =
                mark == null ? _ -> true : mark.replace("W/", "").replace("\"", "")::equals;
        if (dry) {
            var report = applying.preview(actor, given, deleting);
            return seen.test(report.mark()) ? ok(report, reader) : stale(reader);
        }
        return switch (applying.apply(actor, given, deleting, seen)) {
            case Applying.Answer.Tried(var report) ->
                report.faults().isEmpty() ? ok(report, reader) : refused(report.faults(), reader);
            case Applying.Answer.Moved _ -> stale(reader);
            case Applying.Answer.Busy _ -> busy(reader);
        };
    }

    private ResponseEntity<byte[]> stale(Locale reader) {
        return problems.answer(
                HttpStatus.PRECONDITION_FAILED, "stale", messages.say(reader, "configuration.stale"), List.of());
    }

    private ResponseEntity<byte[]> busy(Locale reader) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return problems.answer(
                HttpStatus.CONFLICT, "in-progress", messages.say(reader, "configuration.busy"), List.of(), headers);
    }

    @PostMapping("/api/v1/configuration/{id}/undo")
    ResponseEntity<byte[]> undo(@PathVariable UUID id, Actor actor, Locale reader) {
        if (configuring.permits(actor) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        return switch (undoing.undo(actor, id)) {
            case Undoing.Answer.Back result -> json(json -> write(json, result, reader));
            case Undoing.Answer.Before _ ->
                problems.answer(
                        HttpStatus.CONFLICT,
                        "not-undoable",
                        messages.say(reader, "configuration.undone_before"),
                        List.of());
            case Undoing.Answer.Busy _ -> busy(reader);
            case Undoing.Answer.Unknown _ -> problems.missing(reader);
        };
    }

    private static boolean chosen(String parameter, String value, String no, String yes) {
        if (!value.equals(no) && !value.equals(yes)) {
            throw new BadQuery(parameter, "transfer.unknown_option", no + ", " + yes);
        }
        return value.equals(yes);
    }

    private ResponseEntity<byte[]> refused(List<Fault> faults, Locale reader) {
        var errors = faults.stream()
                .map(it -> new Problems.Error(it.pointer(), messages.say(it.reason(), reader), Map.of()))
                .toList();
        return problems.answer(
                HttpStatus.UNPROCESSABLE_CONTENT, "not-valid", errors.getFirst().detail(), errors);
    }

    private static ResponseEntity<byte[]> json(Consumer<JsonGenerator> writer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Rendering.json(writer));
    }

    private ResponseEntity<byte[]> ok(Report report, Locale reader) {
        return json(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "operation",
                    report.operation() == null ? null : report.operation().toString());
            json.writeObjectPropertyStart("result");
            for (Outcome outcome : Outcome.values()) {
                json.writeNumberProperty(Codes.of(outcome), report.count(outcome));
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("items");
            report.items().forEach(it -> write(json, it, reader));
            json.writeEndArray();
            errors(json, report.unknown(), reader);
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, Item item, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("type", item.type());
        json.writeStringProperty("name", item.name());
        json.writeStringProperty("outcome", Codes.of(item.outcome()));
        json.writeObjectPropertyStart("changes");
        item.changes().forEach((code, change) -> {
            json.writeArrayPropertyStart(code);
            write(json, change.old());
            write(json, change.now());
            json.writeEndArray();
        });
        json.writeEndObject();
        errors(json, item.faults(), reader);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Value value) {
        switch (value) {
            case null -> json.writeNull();
            case Value.One(var text) -> json.writeString(text);
            case Value.Many(var texts) -> {
                json.writeStartArray();
                texts.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    private void errors(JsonGenerator json, List<Fault> faults, Locale reader) {
        json.writeArrayPropertyStart("errors");
        faults.forEach(it -> error(json, it.pointer(), it.reason(), reader));
        json.writeEndArray();
    }

    private void error(JsonGenerator json, String pointer, Message reason, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("pointer", pointer);
        json.writeStringProperty("detail", messages.say(reason, reader));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Undoing.Answer.Back result, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("operation", result.operation().toString());
        json.writeNumberProperty("back", result.back());
        json.writeArrayPropertyStart("stayed");
        for (var one : result.stayed()) {
            json.writeStartObject();
            json.writeStringProperty("type", one.type());
            json.writeStringProperty("name", one.name());
            json.writeArrayPropertyStart("errors");
            one.problems()
                    .forEach(it -> error(
                            json, it.attribute().isEmpty() ? "" : Fault.pointer(it.attribute()), it.reason(), reader));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
