package org.mainstay.transfer;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.people.Permissions;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.JsonNodeFactory;

/// Imports and the jobs they become.
@RestController
class ImportApi {

    private final ImportJob imports;
    private final Jobs jobs;
    private final Blobs blobs;
    private final Problems problems;
    private final ImportSettings settings;
    private final Clock clock;

    ImportApi(ImportJob imports, Jobs jobs, Blobs blobs, Problems problems, ImportSettings settings, Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.blobs = blobs;
        this.problems = problems;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/{collection}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> upload(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam MultipartFile file,
            Actor actor,
            Locale reader)
            throws IOException {
        if (!actor.may(Permissions.TRANSFER_IMPORT)) {
            var needed = Message.of("kernel.access.permission_needed", Permissions.TRANSFER_IMPORT);
            return problems.denied(needed, reader);
        }
        var known = imports.profile(profile).filter(it -> it.collection().equals(collection));
        if (known.isEmpty()) {
            return problems.parameter("profile", Message.of("transfer.unknown_profile", clip(profile)), reader);
        }
        try (var content = file.getInputStream()) {
            var blob = blobs.put(content, settings.maxSize().toBytes());
            var payload = JsonNodeFactory.instance.objectNode().put("profile", profile);
            var id = jobs.submit(ImportJob.KIND, actor.id(), payload, blob);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .location(URI.create("/api/v1/jobs/" + id))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json(jobs.find(id).orElseThrow()));
        }
    }

    /// A job is its owner's and the administrators'.
    @GetMapping("/api/v1/jobs/{id}")
    ResponseEntity<byte[]> job(@PathVariable UUID id, Actor actor, Locale reader) {
        var job = seen(id, actor);
        return job == null
                ? problems.missing(reader)
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(job));
    }

    @PostMapping("/api/v1/jobs/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable UUID id, Actor actor, Locale reader) {
        if (seen(id, actor) == null) {
            return problems.missing(reader);
        }
        jobs.cancel(id);
        return job(id, actor, reader);
    }

    private @Nullable Job seen(UUID id, Actor actor) {
        return jobs.find(id)
                .filter(it -> it.owner().equals(actor.id())
                        || (actor instanceof Actor.Person person
                                && person.grants().everywhere(Grants.ADMIN)))
                .orElse(null);
    }

    private byte[] json(Job job) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", job.id().toString());
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
            json.writeNullProperty("refused_url");
            json.writeEndObject();
        });
    }

    /// Records a second since it began.
    private long rate(Job job) {
        if (job.startedAt() == null) {
            return 0;
        }
        var end = job.finishedAt() == null ? clock.instant() : job.finishedAt();
        var spent = Duration.between(Objects.requireNonNull(job.startedAt()), end);
        return job.position() * 1000 / Math.max(1, spent.toMillis());
    }

    private static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
