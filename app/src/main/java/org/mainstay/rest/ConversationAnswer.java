package org.mainstay.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.PostedComment;
import org.mainstay.conversation.RecordLink;
import org.mainstay.conversation.Slice;
import org.mainstay.conversation.Watcher;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import tools.jackson.core.JsonGenerator;

/// Comments, attachments, links and watchers as JSON.
final class ConversationAnswer {

    private final RecordStore store;

    ConversationAnswer(RecordStore store) {
        this.store = store;
    }

    byte[] comments(Actor actor, Slice<PostedComment> page) {
        return many(actor, page.items(), page.next(), it -> Stream.of(it.by()), comment());
    }

    byte[] comment(Actor actor, PostedComment one) {
        return one(actor, one, it -> Stream.of(it.by()), comment());
    }

    private static Writer<PostedComment> comment() {
        return (json, it, labels) -> {
            json.writeStringProperty("text", it.text());
            json.writeBooleanProperty("internal", it.internal());
            said(json, it.id(), it.at(), it.by(), labels);
        };
    }

    byte[] attachments(Actor actor, List<Attachment> all) {
        return many(actor, all, null, it -> Stream.of(it.by()), attachment());
    }

    byte[] attachment(Actor actor, Attachment one) {
        return one(actor, one, it -> Stream.of(it.by()), attachment());
    }

    private static Writer<Attachment> attachment() {
        return (json, it, labels) -> {
            json.writeStringProperty("name", it.name());
            json.writeStringProperty("media_type", it.mediaType());
            json.writeNumberProperty("size", it.size());
            json.writeBooleanProperty("internal", it.internal());
            said(json, it.id(), it.at(), it.by(), labels);
        };
    }

    byte[] links(Actor actor, List<RecordLink> all) {
        return many(actor, all, null, it -> Stream.of(it.by()), link());
    }

    byte[] link(Actor actor, RecordLink one) {
        return one(actor, one, it -> Stream.of(it.by()), link());
    }

    private static Writer<RecordLink> link() {
        return (json, it, labels) -> {
            json.writeStringProperty("type", it.type().code());
            json.writeName("to");
            Rendering.reference(json, it.to());
            said(json, it.id(), it.at(), it.by(), labels);
        };
    }

    byte[] watchers(Actor actor, List<Watcher> all) {
        return many(actor, all, null, it -> Stream.of(it.person(), it.by()), watcher());
    }

    byte[] watcher(Actor actor, Watcher one) {
        return one(actor, one, it -> Stream.of(it.person(), it.by()), watcher());
    }

    private static Writer<Watcher> watcher() {
        return (json, it, labels) -> {
            json.writeName("person");
            Rendering.reference(json, labels.get(it.person()));
            json.writeStringProperty("at", it.at().toString());
        };
    }

    private interface Writer<T> {
        void write(JsonGenerator json, T item, Map<UUID, Label> labels);
    }

    private static void said(JsonGenerator json, UUID id, Instant at, UUID by, Map<UUID, Label> labels) {
        json.writeStringProperty("id", id.toString());
        json.writeStringProperty("at", at.toString());
        json.writeName("by");
        Rendering.reference(json, labels.get(by));
    }

    private <T> byte[] many(
            Actor actor, Collection<T> items, @Nullable String next, Function<T, Stream<UUID>> ids, Writer<T> writer) {
        var labels =
                store.labelsOf(actor, items.stream().flatMap(ids).distinct().toList());
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (T item : items) {
                object(json, item, writer, labels);
            }
            json.writeEndArray();
            json.writeStringProperty("next", next);
            json.writeEndObject();
        });
    }

    private <T> byte[] one(Actor actor, T item, Function<T, Stream<UUID>> ids, Writer<T> writer) {
        var labels = store.labelsOf(actor, ids.apply(item).distinct().toList());
        return Rendering.json(json -> object(json, item, writer, labels));
    }

    private static <T> void object(JsonGenerator json, T item, Writer<T> writer, Map<UUID, Label> labels) {
        json.writeStartObject();
        writer.write(json, item, labels);
        json.writeEndObject();
    }
}
