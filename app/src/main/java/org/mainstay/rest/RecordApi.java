package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/v1/{collection}/{key}`: one record, what can be done to it, and what happened to it.
@RestController
@RequestMapping("/api/v1/{collection}/{key}")
class RecordApi {

    private final Found found;
    private final RecordTypes types;
    private final Acts acts;
    private final Body bodies;
    private final Answers answers;
    private final Idempotency idempotency;
    private final Histories histories;
    private final HistoryAnswer historyAnswer;
    private final ActionsAnswer actionsAnswer;

    RecordApi(
            Found found,
            RecordTypes types,
            Acts acts,
            Body bodies,
            Answers answers,
            Idempotency idempotency,
            Histories histories,
            HistoryAnswer historyAnswer,
            ActionsAnswer actionsAnswer) {
        this.found = found;
        this.types = types;
        this.acts = acts;
        this.bodies = bodies;
        this.answers = answers;
        this.idempotency = idempotency;
        this.histories = histories;
        this.historyAnswer = historyAnswer;
        this.actionsAnswer = actionsAnswer;
    }

    @GetMapping
    ResponseEntity<byte[]> read(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            Actor actor) {
        var instant = Asked.instant(asOf);
        return answers.record(
                actor,
                instant == null ? found.record(actor, collection, key) : found.record(actor, collection, key, instant));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<byte[]> edit(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var input = bodies.input(bodies.needed(request));
        var record = found.record(actor, collection, key);
        var outcome = acts.edit(
                actor, record.type(), record.id(), input, Found.version(record, version), Asked.yes("dry_run", dryRun));
        return answers.of(actor, outcome, reader);
    }

    @DeleteMapping
    ResponseEntity<byte[]> delete(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Actor actor,
            Locale reader) {
        var record = found.record(actor, collection, key);
        var outcome = acts.delete(
                actor, record.type(), record.id(), Found.version(record, version), Asked.yes("dry_run", dryRun));
        return answers.of(actor, outcome, reader);
    }

    /// Undoes a deletion, until the record is purged.
    @PostMapping(path = "/restore", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> restore(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var type = types.byCollection(collection)
                    .orElseThrow(NoSuchRecord::new)
                    .type();
            return answers.of(actor, acts.restore(actor, type, key), reader);
        });
    }

    @GetMapping("/actions")
    ResponseEntity<byte[]> actions(
            @PathVariable String collection, @PathVariable String key, Actor actor, Locale reader) {
        var record = found.record(actor, collection, key);
        return answers.ok(actionsAnswer.render(record.type(), acts.possible(actor, record), reader));
    }

    /// What has a route of its own is no action: another method or media type is refused there.
    @PostMapping(
            path = "/{action:(?!(?:actions|history|why|comments|attachments|links|watchers)$).+}",
            consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> act(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String action,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var record = found.record(actor, collection, key);
            var input = bodies.input(body);
            var outcome = acts.act(
                    actor,
                    record.type(),
                    record.id(),
                    action,
                    input,
                    Found.version(record, version),
                    Asked.yes("dry_run", dryRun));
            return answers.of(actor, outcome, reader);
        });
    }

    @GetMapping("/history")
    ResponseEntity<byte[]> history(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        var record = found.record(actor, collection, key);
        var history = histories.of(actor, record, Asked.limit(limit), cursor);
        return answers.ok(historyAnswer.render(actor, types.current(record.type()), history));
    }

    /// Why values are as they are: for each attribute the last change that set it, with the rule's
    /// reason.
    @GetMapping("/why")
    ResponseEntity<byte[]> why(@PathVariable String collection, @PathVariable String key, Actor actor, Locale reader) {
        Snapshot record = found.record(actor, collection, key);
        return answers.ok(historyAnswer.why(actor, record, reader));
    }
}
