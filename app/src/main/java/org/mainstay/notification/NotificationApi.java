package org.mainstay.notification;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.notification.Notifications.Told;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/api/v1/notifications`: the caller's own, newest first.
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationApi {

    private final Notifications notifications;
    private final RecordStore store;
    private final Answers answers;
    private final Problems problems;

    NotificationApi(Notifications notifications, RecordStore store, Answers answers, Problems problems) {
        this.notifications = notifications;
        this.store = store;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "false") String unread,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        var page = notifications.of(
                actor,
                read("unread", unread, new Kind.YesNo()),
                cursor == null ? null : read("cursor", cursor, new Kind.Whole(1, Long.MAX_VALUE)),
                read("limit", limit, new Kind.Whole(1, 200)).intValue());
        var by = store.labelsOf(
                actor, page.items().stream().map(it -> it.notification().by()).collect(Collectors.toSet()));
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            page.items().forEach(it -> write(json, it, by));
            json.writeEndArray();
            json.writeStringProperty("next", page.next() == 0 ? null : Long.toString(page.next()));
            json.writeEndObject();
        }));
    }

    private static <T> T read(String parameter, String text, Kind<T> kind) {
        try {
            return kind.parse(text);
        } catch (BadValue e) {
            throw new BadQuery(
                    parameter, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    /// Everything that is there now counts as read.
    @PostMapping("/read")
    ResponseEntity<byte[]> readAll(Actor actor) {
        notifications.readAll(actor, notifications.newest(actor));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/read")
    ResponseEntity<byte[]> read(@PathVariable UUID id, Actor actor, Locale reader) {
        if (notifications.one(actor, id).isEmpty()) {
            return problems.missing(reader);
        }
        notifications.readOne(actor, id);
        return ResponseEntity.noContent().build();
    }

    private static void write(JsonGenerator json, Told told, Map<UUID, Label> by) {
        var it = told.notification();
        json.writeStartObject();
        json.writeStringProperty("id", it.id().toString());
        json.writeStringProperty("kind", Codes.of(it.sort()));
        json.writeStringProperty("at", it.at().toString());
        json.writeName("by");
        Rendering.reference(json, by.get(it.by()));
        json.writeObjectPropertyStart("record");
        json.writeStringProperty("type", it.type());
        json.writeStringProperty("id", told.record().id().toString());
        json.writeStringProperty("number", told.record().number());
        json.writeStringProperty("label", told.record().label());
        json.writeEndObject();
        json.writeNumberProperty("version", it.version());
        json.writeBooleanProperty("internal", it.internal());
        json.writeStringProperty(
                "text", told.comment() == null ? null : told.comment().text());
        json.writeStringProperty("state", it.value());
        json.writeBooleanProperty("read", it.read());
        json.writeEndObject();
    }
}
