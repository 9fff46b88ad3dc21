package org.mainstay.transfer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// What a bulk was asked to do, and what became of its records, as JSON.
final class BulkAnswer {

    /// Of a dry run so many records come with the job.
    private static final int SHOWN = 100;

    private final RecordStore store;
    private final RecordTypes types;
    private final ImportRowQueries rows;
    private final OwnJobs own;
    private final Messages messages;

    BulkAnswer(RecordStore store, RecordTypes types, ImportRowQueries rows, OwnJobs own, Messages messages) {
        this.store = store;
        this.types = types;
        this.rows = rows;
        this.own = own;
        this.messages = messages;
    }

    /// @param preview whether the values and the first records of a dry run come along
    void write(JsonGenerator json, Job job, boolean preview, Actor actor, Locale reader) {
        var order = BulkOrder.of(job);
        json.writeStringProperty("collection", order.collection());
        json.writeStringProperty("action", order.action().isEmpty() ? null : order.action());
        json.writeStringProperty("filter", order.filter().isEmpty() ? null : order.filter());
        json.writeBooleanProperty("dry_run", order.dry());
        json.writeStringProperty("undoes", order.undoes());
        json.writeStringProperty(
                "undoable_until", own.undoableUntil(job).map(Object::toString).orElse(null));
        if (preview) {
            json.writePOJOProperty(order.action().isEmpty() ? "set" : "with", order.values());
        }
        if (preview && order.dry()) {
            json.writeArrayPropertyStart("preview");
            items(json, order, rows.some(job.id(), "", -1, SHOWN), actor, reader);
            json.writeEndArray();
        }
    }

    /// A page of a bulk's records.
    byte[] records(Job job, String outcome, long after, int limit, Actor actor, Locale reader) {
        var found = rows.some(job.id(), outcome, after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            items(json, BulkOrder.of(job), page, actor, reader);
            json.writeEndArray();
            json.writeStringProperty(
                    "next", found.size() > limit ? Long.toString(page.getLast().n()) : null);
            json.writeEndObject();
        });
    }

    private void items(
            JsonGenerator json, BulkOrder order, List<ImportRowQueries.Row> page, Actor actor, Locale reader) {
        var type = type(order);
        if (type == null) {
            return;
        }
        var labels = labels(page, type, actor);
        for (var row : page) {
            json.writeStartObject();
            json.writeNumberProperty("line", row.line());
            json.writeStringProperty("outcome", row.outcome());
            json.writeStringProperty("number", row.number());
            if (row.outcome().equals(ImportRowQueries.REFUSED)) {
                json.writeArrayPropertyStart("errors");
                for (var problem : Reasons.of(row.detail())) {
                    json.writeStartObject();
                    json.writeStringProperty("pointer", Problems.pointer(problem.attribute()));
                    json.writeStringProperty("detail", messages.say(problem.reason(), reader));
                    json.writeEndObject();
                }
                json.writeEndArray();
            } else {
                changed(json, type, row.detail(), labels);
            }
            json.writeEndObject();
        }
    }

    private void changed(JsonGenerator json, RecordType<?> type, JsonNode detail, Map<UUID, Label> labels) {
        json.writeName("changes");
        changes(json, type, detail.path("changes"), labels);
        if (!detail.path("parts").isEmpty()) {
            json.writePOJOProperty("parts", detail.get("parts"));
        }
        if (!detail.path("also").isEmpty()) {
            json.writeArrayPropertyStart("also");
            detail.get("also")
                    .forEach(other -> types.byCode(text(other, "type")).ifPresent(it -> {
                        json.writeStartObject();
                        json.writeStringProperty("type", it.code());
                        json.writeStringProperty(
                                "number", text(other, "number").isEmpty() ? null : text(other, "number"));
                        json.writeName("changes");
                        changes(json, it, other.path("changes"), labels);
                        json.writeEndObject();
                    }));
            json.writeEndArray();
        }
    }

    static String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.get(name).stringValue() : "";
    }

    private static void changes(JsonGenerator json, RecordType<?> type, JsonNode changes, Map<UUID, Label> labels) {
        json.writeStartObject();
        changes.forEachEntry((code, change) -> type.attribute(code).ifPresent(it -> {
            json.writeArrayPropertyStart(code);
            Rendering.value(json, it, JobAnswer.value(it, change.get(0)), labels);
            Rendering.value(json, it, JobAnswer.value(it, change.get(1)), labels);
            json.writeEndArray();
        }));
        json.writeEndObject();
    }

    @Nullable
    RecordType<?> type(BulkOrder order) {
        return types.byCollection(order.collection())
                .<RecordType<?>>map(it -> types.current(it.type()))
                .orElse(null);
    }

    /// Of everything the changes refer to, as the actor sees it.
    Map<UUID, Label> labels(List<ImportRowQueries.Row> page, RecordType<?> type, Actor actor) {
        var ids = new HashSet<UUID>();
        for (var row : page) {
            referred(type, row.detail().path("changes"), ids);
            row.detail()
                    .path("also")
                    .forEach(other -> types.byCode(text(other, "type"))
                            .ifPresent(it -> referred(it, other.path("changes"), ids)));
        }
        return store.labelsOf(actor, ids);
    }

    private static void referred(RecordType<?> type, JsonNode changes, Collection<UUID> ids) {
        changes.forEachEntry((code, change) -> type.attribute(code)
                .filter(it -> it.kind().target() != null)
                .ifPresent(it -> change.forEach(node -> {
                    switch (JobAnswer.value(it, node)) {
                        case UUID id -> ids.add(id);
                        case Iterable<?> many -> many.forEach(id -> ids.add((UUID) id));
                        case null, default -> {}
                    }
                })));
    }
}
