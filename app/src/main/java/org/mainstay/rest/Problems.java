package org.mainstay.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Refusals as RFC 9457 `application/problem+json`, with a stable `type` and the place of each error.
public final class Problems {

    private static final String CUSTOM = "custom.";

    private final Messages messages;
    private final Rendering rendering;

    Problems(Messages messages, Rendering rendering) {
        this.messages = messages;
        this.rendering = rendering;
    }

    /// One error of a problem.
    ///
    /// @param pointer JSON pointer into the body, or the name of a query parameter with `?` before it
    public record Error(String pointer, String detail, Map<String, Object> more) {}

    public ResponseEntity<byte[]> answer(HttpStatus status, String name, String detail, List<Error> errors) {
        return answer(status, name, detail, errors, HttpHeaders.EMPTY);
    }

    public ResponseEntity<byte[]> answer(
            HttpStatus status, String name, String detail, List<Error> errors, HttpHeaders headers) {
        var body = Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "urn:mainstay:problem:" + Printable.of(name));
            json.writeStringProperty("title", status.getReasonPhrase());
            json.writeNumberProperty("status", status.value());
            json.writeStringProperty("detail", Printable.of(detail));
            if (!errors.isEmpty()) {
                json.writeArrayPropertyStart("errors");
                for (var error : errors) {
                    json.writeStartObject();
                    json.writeStringProperty("pointer", Printable.of(error.pointer()));
                    json.writeStringProperty("detail", Printable.of(error.detail()));
                    error.more().forEach((key, value) -> json.writePOJOProperty(key, value));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
        return ResponseEntity.status(status)
                .headers(it -> it.addAll(headers))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    public ResponseEntity<byte[]> missing(Locale reader) {
        return answer(HttpStatus.NOT_FOUND, "not-found", messages.say(reader, "rest.not_found"), List.of());
    }

    /// Not now, but soon.
    public ResponseEntity<byte[]> unavailable(String key, HttpHeaders headers, Locale reader) {
        var detail = messages.say(reader, key);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of(), headers);
    }

    public ResponseEntity<byte[]> denied(Message reason, Locale reader) {
        return answer(HttpStatus.FORBIDDEN, "denied", messages.say(reason, reader), List.of());
    }

    public ResponseEntity<byte[]> refused(List<Problem> problems, Locale reader) {
        var errors = problems.stream()
                .map(it -> new Error(pointer(it.attribute()), messages.say(it.reason(), reader), Map.of()))
                .toList();
        var detail = errors.isEmpty() ? "" : errors.getFirst().detail();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "not-valid", detail, errors);
    }

    /// A query parameter that cannot be answered.
    public ResponseEntity<byte[]> parameter(String parameter, Message reason, Locale reader) {
        var detail = messages.say(reason, reader);
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-parameter",
                detail,
                List.of(new Error("?" + parameter, detail, Map.of())));
    }

    /// @param pointer where the filter stands
    public ResponseEntity<byte[]> filter(List<FilterError> found, String pointer, Locale reader) {
        var errors = found.stream()
                .map(it -> new Error(
                        pointer,
                        messages.say(it.reason(), reader),
                        Map.of("position", it.position(), "length", it.length(), "suggestions", it.suggestions())))
                .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-filter",
                errors.getFirst().detail(),
                errors);
    }

    /// The answer to an outcome that is not a success.
    ResponseEntity<byte[]> of(Actor actor, Outcome outcome, Locale reader) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> denied(reason, reader);
            case Outcome.Refused(var problems) -> refused(problems, reader);
            case Outcome.Missing _ -> missing(reader);
            case Outcome.Stale(var current) -> stale(actor, current, reader);
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _ ->
                throw new IllegalArgumentException("a success is no problem");
        };
    }

    private ResponseEntity<byte[]> stale(Actor actor, Snapshot current, Locale reader) {
        var body = Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "urn:mainstay:problem:stale");
            json.writeStringProperty("title", HttpStatus.PRECONDITION_FAILED.getReasonPhrase());
            json.writeNumberProperty("status", HttpStatus.PRECONDITION_FAILED.value());
            json.writeStringProperty("detail", messages.say(reader, "rest.stale"));
            json.writeName("current");
            rendering.write(json, actor, current);
            json.writeEndObject();
        });
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .eTag(Long.toString(current.version()))
                .body(body);
    }

    /// Where in a body the attribute stands.
    public static String pointer(String attribute) {
        if (attribute.isEmpty() || attribute.startsWith("/")) {
            return attribute;
        }
        return attribute.startsWith(CUSTOM)
                ? "/custom/" + Body.escaped(attribute.substring(CUSTOM.length()))
                : "/" + Body.escaped(attribute);
    }
}
