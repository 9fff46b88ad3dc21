package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/v1/jobs`: long work as its owner and administrators see it.
@RestController
@RequestMapping("/api/v1/jobs")
class JobApi {

    private static final int PAGE = 50;
    private static final Set<String> OUTCOMES = Set.of("", "changed", "unchanged", "refused");

    private final OwnJobs jobs;
    private final JobAnswer answer;
    private final BulkAnswer bulks;
    private final RefusedRows refused;
    private final Problems problems;
    private final Messages messages;

    JobApi(
            OwnJobs jobs,
            JobAnswer answer,
            BulkAnswer bulks,
            RefusedRows refused,
            Problems problems,
            Messages messages) {
        this.jobs = jobs;
        this.answer = answer;
        this.bulks = bulks;
        this.refused = refused;
        this.problems = problems;
        this.messages = messages;
    }

    /// The caller's own, newest first.
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(required = false) @Nullable UUID cursor, Actor actor, Locale reader) {
        var found = jobs.list(actor, null, cursor, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() > PAGE ? page.getLast().id().toString() : null;
        return ok(answer.list(page, next, actor, reader));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> job(@PathVariable UUID id, Actor actor, Locale reader) {
        return jobs.find(id, actor)
                .map(it -> ok(answer.whole(it, actor, reader)))
                .orElseGet(() -> problems.missing(reader));
    }

    /// What a batch has written stays; the rest is not done.
    @PostMapping("/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable UUID id, Actor actor, Locale reader) {
        return jobs.cancel(id, actor) ? job(id, actor, reader) : problems.missing(reader);
    }

    /// What an import or a bulk created is deleted, what it changed gets its former values; a job of its own.
    @PostMapping("/{id}/undo")
    ResponseEntity<byte[]> undo(@PathVariable UUID id, Actor actor, Locale reader) {
        var job = jobs.find(id, actor);
        if (job.isEmpty()) {
            return problems.missing(reader);
        }
        return jobs.undo(job.get(), actor)
                .flatMap(it -> jobs.find(it, actor))
                .map(it -> ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(URI.create("/api/v1/jobs/" + it.id()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(answer.whole(it, actor, reader)))
                .orElseGet(() -> problems.answer(
                        HttpStatus.CONFLICT, "not-undoable", messages.say(reader, "transfer.not_undoable"), List.of()));
    }

    /// The refused rows go with it.
    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> delete(@PathVariable UUID id, Actor actor, Locale reader) {
        var job = jobs.find(id, actor);
        if (job.isEmpty()) {
            return problems.missing(reader);
        }
        return jobs.delete(job.get())
                ? ResponseEntity.noContent().build()
                : problems.answer(
                        HttpStatus.CONFLICT, "not-over", messages.say(reader, "transfer.job_not_over"), List.of());
    }

    @GetMapping("/{id}/refused")
    @Nullable
    ResponseEntity<byte[]> refused(@PathVariable UUID id, Actor actor, Locale reader, HttpServletResponse response)
            throws IOException {
        var job = jobs.find(id, actor).filter(it -> JobAnswer.refusedUrl(it) != null);
        if (job.isEmpty()) {
            return problems.missing(reader);
        }
        refused.send(job.get(), reader, response);
        return null;
    }

    /// What becomes of the records of a bulk, or would.
    @GetMapping("/{id}/records")
    ResponseEntity<byte[]> records(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            Locale reader) {
        var job = jobs.find(id, actor).filter(it -> it.kind().equals(BulkJob.KIND));
        if (job.isEmpty()) {
            return problems.missing(reader);
        }
        if (!OUTCOMES.contains(outcome)) {
            throw new BadQuery("outcome", "transfer.unknown_option", "changed, unchanged, refused");
        }
        return ok(bulks.records(job.get(), outcome, after(cursor), Asked.limit(limit), actor, reader));
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw new BadQuery("cursor", "kernel.list.bad_cursor");
        }
        return Long.parseLong(cursor);
    }

    private static ResponseEntity<byte[]> ok(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
