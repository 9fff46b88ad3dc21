package org.mainstay.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Jobs as JSON.
public final class JobAnswer {

    /// Of a dry run so many rows are told.
    private static final int SHOWN = 100;

    private final RecordStore store;
    private final RecordTypes types;
    private final ImportRowQueries rows;
    private final BulkAnswer bulks;
    private final Messages messages;
    private final Clock clock;

    JobAnswer(
            RecordStore store,
            RecordTypes types,
            ImportRowQueries rows,
            BulkAnswer bulks,
            Messages messages,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.rows = rows;
        this.bulks = bulks;
        this.messages = messages;
        this.clock = clock;
    }

    /// A job with the first rows of a dry run.
    public byte[] whole(Job job, Actor actor, Locale reader) {
        return Rendering.json(json -> write(json, job, true, actor, reader));
    }

    byte[] list(List<Job> jobs, @Nullable String next, Actor actor, Locale reader) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            jobs.forEach(it -> write(json, it, false, actor, reader));
            json.writeEndArray();
            json.writeStringProperty("next", next);
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, Job job, boolean preview, Actor actor, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("id", job.id().toString());
        json.writeStringProperty("kind", job.kind());
        json.writeStringProperty("state", job.state());
        json.writeNumberProperty("done", job.position());
        json.writeName("total");
        if (job.total() == null) {
            json.writeNull();
        } else {
            json.writeNumber(job.total());
        }
        json.writeNumberProperty("rate", rate(job));
        json.writeObjectPropertyStart("result");
        json.writeNumberProperty("created", job.counts().created());
        json.writeNumberProperty("changed", job.counts().changed());
        json.writeNumberProperty("unchanged", job.counts().unchanged());
        json.writeNumberProperty("refused", job.counts().refused());
        json.writeEndObject();
        json.writeStringProperty("error", job.error());
        json.writeStringProperty("created_at", job.createdAt().toString());
        json.writeStringProperty("started_at", text(job.startedAt()));
        json.writeStringProperty("finished_at", text(job.finishedAt()));
        json.writeStringProperty("refused_url", refusedUrl(job));
        if (job.kind().equals(ImportJob.KIND)) {
            imported(json, job, ImportOrder.of(job), preview, actor, reader);
        } else if (job.kind().equals(BulkJob.KIND)) {
            bulks.write(json, job, preview, actor, reader);
        }
        json.writeEndObject();
    }

    static @Nullable String refusedUrl(Job job) {
        return job.counts().refused() > 0 ? "/api/v1/jobs/" + job.id() + "/refused" : null;
    }

    private void imported(JsonGenerator json, Job job, ImportOrder order, boolean preview, Actor actor, Locale reader) {
        json.writeStringProperty("collection", order.collection());
        json.writeStringProperty("profile", order.profile().isEmpty() ? null : order.profile());
        json.writeStringProperty("file", order.file());
        json.writeBooleanProperty("dry_run", order.dry());
        json.writeStringProperty("undoes", order.undoes());
        json.writeStringProperty("blanks", order.clear() ? "clear" : "leave");
        json.writeStringProperty("source", order.source().isEmpty() ? null : order.source());
        json.writeArrayPropertyStart("columns");
        for (var column : order.columns()) {
            json.writeStartObject();
            json.writeStringProperty("column", column.name());
            json.writeStringProperty("attribute", column.attribute().isEmpty() ? null : column.attribute());
            json.writeStringProperty("use", column.use().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        if (preview && order.dry() && order.profile().isEmpty()) {
            preview(json, job, order, actor, reader);
        }
    }

    private void preview(JsonGenerator json, Job job, ImportOrder order, Actor actor, Locale reader) {
        var of = types.byCollection(order.collection());
        if (of.isEmpty()) {
            return;
        }
        var type = types.current(of.get().type());
        var first = rows.first(job.id(), SHOWN);
        var labels = labels(first, type, actor);
        json.writeArrayPropertyStart("preview");
        for (var row : first) {
            json.writeStartObject();
            json.writeNumberProperty("line", row.line());
            json.writeStringProperty("outcome", row.outcome());
            json.writeStringProperty("number", row.number().isEmpty() ? null : row.number());
            if (row.outcome().equals(ImportRowQueries.REFUSED)) {
                json.writeArrayPropertyStart("errors");
                for (var problem : Reasons.of(row.detail())) {
                    json.writeStartObject();
                    json.writeStringProperty("pointer", problem.attribute().isEmpty() ? "" : "/" + problem.attribute());
                    json.writeStringProperty("detail", messages.say(problem.reason(), reader));
                    json.writeEndObject();
                }
                json.writeEndArray();
            } else {
                json.writeObjectPropertyStart("changes");
                row.detail()
                        .forEachEntry((code, change) -> type.attribute(code).ifPresent(it -> {
                            json.writeArrayPropertyStart(code);
                            Rendering.value(json, it, value(it, change.get(0)), labels);
                            Rendering.value(json, it, value(it, change.get(1)), labels);
                            json.writeEndArray();
                        }));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Of everything the rows refer to, as the actor sees it.
    Map<UUID, Label> labels(List<ImportRowQueries.Row> first, RecordType<?> type, Actor actor) {
        var ids = new HashSet<UUID>();
        for (var row : first) {
            if (!row.outcome().equals(ImportRowQueries.REFUSED)) {
                row.detail()
                        .forEachEntry((code, change) -> type.attribute(code)
                                .filter(it -> it.kind().target() != null)
                                .ifPresent(it -> change.forEach(node -> {
                                    switch (value(it, node)) {
                                        case UUID id -> ids.add(id);
                                        case Iterable<?> many -> many.forEach(id -> ids.add((UUID) id));
                                        case null, default -> {}
                                    }
                                })));
            }
        }
        return new HashMap<>(store.labelsOf(actor, ids));
    }

    static @Nullable Object value(Attribute<?> attribute, JsonNode kept) {
        return kept.isNull() ? null : attribute.kind().fromJson(kept);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /// Records a second since it began.
    long rate(Job job) {
        if (job.startedAt() == null) {
            return 0;
        }
        var end = job.finishedAt() == null ? clock.instant() : job.finishedAt();
        var spent = Duration.between(Objects.requireNonNull(job.startedAt()), end);
        return job.position() * 1000 / Math.max(1, spent.toMillis());
    }
}
