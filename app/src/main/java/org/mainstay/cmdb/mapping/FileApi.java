package org.mainstay.cmdb.mapping;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.intake.PayloadAnswer;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Problems;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.JobAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/discovery/payloads?mapping=…`: the same door for files that a mapping explains.
@RestController
class FileApi {

    private static final String PATH = "/api/v1/discovery/payloads";
    private static final String MANAGE = "cmdb:manage";

    private final RecordStore store;
    private final Mappings mappings;
    private final MappingChecks checks;
    private final Files files;
    private final Intake intake;
    private final Jobs jobs;
    private final PayloadAnswer answer;
    private final JobAnswer jobAnswer;
    private final Answers answers;
    private final Problems problems;
    private final Messages messages;

    FileApi(
            RecordStore store,
            Mappings mappings,
            MappingChecks checks,
            Files files,
            Intake intake,
            Jobs jobs,
            PayloadAnswer answer,
            JobAnswer jobAnswer,
            Answers answers,
            Problems problems,
            Messages messages) {
        this.store = store;
        this.mappings = mappings;
        this.checks = checks;
        this.files = files;
        this.intake = intake;
        this.jobs = jobs;
        this.answer = answer;
        this.jobAnswer = jobAnswer;
        this.answers = answers;
        this.problems = problems;
        this.messages = messages;
    }

    @PostMapping(
            path = PATH,
            consumes = {"text/csv", "application/x-ndjson", "application/gzip"})
    ResponseEntity<byte[]> table(
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        return deliver(source, mapping, dryRun, request, actor, reader);
    }

    @PostMapping(path = PATH, params = "mapping", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document(
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "mapping") String mapping,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        return deliver(source, mapping, dryRun, request, actor, reader);
    }

    private ResponseEntity<byte[]> deliver(
            @Nullable String source,
            @Nullable String key,
            @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        boolean dry = Asked.yes("dry_run", dryRun);
        if (!actor.may(MANAGE)) {
            return problems.denied(Message.of("kernel.access.permission_needed", MANAGE), reader);
        }
        var mapping = Optional.ofNullable(key).flatMap(it -> mappings.find(actor, it));
        if (mapping.isEmpty()) {
            return refused(
                    "mapping", key == null ? Message.of("mapping.needed") : Message.of("mapping.no_such", key), reader);
        }
        var found = store.get(
                        actor,
                        DiscoverySourceType.DISCOVERY_SOURCE,
                        mapping.get().source())
                .map(DiscoverySource::of)
                .filter(it -> source == null
                        || source.equals(it.number())
                        || source.equals(it.id().toString()));
        if (found.isEmpty()) {
            return refused(
                    "source", Message.of("mapping.other_source", mapping.get().name()), reader);
        }
        if (!actor.may(MANAGE, found.get().organisation())) {
            return problems.denied(Message.of("kernel.access.permission_needed", MANAGE), reader);
        }
        if (!found.get().active()) {
            return refused("source", Message.of("discovery.source_inactive"), reader);
        }
        var wrong = checks.problems(mapping.get());
        if (!wrong.isEmpty()) {
            return problems.refused(
                    wrong.stream().map(it -> new Problem("mapping", it)).toList(), reader);
        }
        return request.getContentLengthLong() > Files.MOST_BYTES
                ? tooLarge(reader)
                : take(found.get(), mapping.get(), dry, request, actor, reader);
    }

    private ResponseEntity<byte[]> take(
            DiscoverySource source,
            DiscoveryMapping mapping,
            boolean dry,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var origin = request.getRemoteAddr();
        try {
            return switch (files.take(actor, source, mapping, request.getInputStream(), dry, origin, reader)) {
                case Files.Answer.Taken taken -> answers.ok(rendered(taken, mapping, dry, reader));
                case Files.Answer.Queued(var job) ->
                    ResponseEntity.accepted()
                            .location(URI.create("/api/v1/jobs/" + job))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(jobAnswer.whole(jobs.find(job).orElseThrow(), actor, reader));
            };
        } catch (Blobs.TooLarge e) {
            return tooLarge(reader);
        } catch (BadFile e) {
            var sentence = messages.say(e.reason(), reader);
            if (!dry) {
                intake.failed(source, origin, sentence);
            }
            return problems.answer(HttpStatus.BAD_REQUEST, "bad-payload", sentence, List.of());
        }
    }

    private byte[] rendered(Files.Answer.Taken taken, DiscoveryMapping mapping, boolean dry, Locale reader) {
        var columns = FileRefusals.columns(mapping);
        PayloadAnswer.Place place = (one, attribute) -> {
            var number = taken.batch().record(one.said().ref()).number();
            var column = columns.get(attribute);
            return column == null ? "/rows/" + number : RecordMapping.pointer(number, column);
        };
        return answer.render(taken.report(), taken.reading(), place, dry, reader);
    }

    private ResponseEntity<byte[]> refused(String parameter, Message reason, Locale reader) {
        return problems.refused(List.of(new Problem(parameter, reason)), reader);
    }

    private ResponseEntity<byte[]> tooLarge(Locale reader) {
        return problems.answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                messages.say(reader, "rest.too_large", Files.MOST_BYTES),
                List.of());
    }
}
