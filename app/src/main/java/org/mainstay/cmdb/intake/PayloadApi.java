package org.mainstay.cmdb.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.BadPayload;
import org.mainstay.cmdb.discovery.NmapScan;
import org.mainstay.cmdb.discovery.PayloadJson;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/discovery/payloads`: the door for every source that is no agent. Payloads come as JSON, scans as the
/// XML that nmap writes.
@RestController
class PayloadApi {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /// Larger ones, and those that do not say how large they are, are taken one at a time.
    private static final long LARGE_BYTES = 4L * 1024 * 1024;

    private static final int PATIENCE_IN_SECONDS = 20;

    /// A scan is held in memory whole.
    private static final int MOST_SCANNED = 32 * 1024 * 1024;

    private final RecordStore store;
    private final Intake intake;
    private final PayloadAnswer answer;
    private final Answers answers;
    private final Problems problems;
    private final Messages messages;
    private final Semaphore large = new Semaphore(1, true);

    PayloadApi(
            RecordStore store,
            Intake intake,
            PayloadAnswer answer,
            Answers answers,
            Problems problems,
            Messages messages) {
        this.store = store;
        this.intake = intake;
        this.answer = answer;
        this.answers = answers;
        this.problems = problems;
        this.messages = messages;
    }

    @PostMapping(
            path = "/api/v1/discovery/payloads",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<byte[]> deliver(
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        boolean dry = Asked.yes("dry_run", dryRun);
        if (!actor.may(SourceApi.MANAGE)) {
            return problems.denied(Message.of("kernel.access.permission_needed", SourceApi.MANAGE), reader);
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            return tooLarge(reader);
        }
        long announced = request.getContentLengthLong();
        boolean waits = announced < 0 || announced > LARGE_BYTES;
        if (waits && !place()) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(PATIENCE_IN_SECONDS));
            return problems.unavailable("discovery.others_first", headers, reader);
        }
        try {
            return taken(source, dry, request, actor, reader);
        } finally {
            if (waits) {
                large.release();
            }
        }
    }

    private boolean place() throws InterruptedIOException {
        try {
            return large.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another payload is taken");
        }
    }

    private ResponseEntity<byte[]> taken(
            @Nullable String source, boolean dry, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var counted = new Counted(request.getInputStream(), MOST_BYTES);
        try {
            boolean scan = String.valueOf(request.getContentType()).contains("xml");
            var reading = scan
                    ? new PayloadJson.Reading(NmapScan.read(counted.readNBytes(MOST_SCANNED + 1)), null, List.of())
                    : PayloadJson.read(counted);
            var known = source == null ? reading.source() : source;
            var found = source(actor, known);
            if (found.isEmpty()) {
                return problems.refused(
                        List.of(new Problem(
                                "source",
                                known == null
                                        ? Message.of("discovery.source_needed")
                                        : Message.of("discovery.no_such_source", known))),
                        reader);
            }
            if (!actor.may(SourceApi.MANAGE, found.get().organisation())) {
                return problems.denied(Message.of("kernel.access.permission_needed", SourceApi.MANAGE), reader);
            }
            if (!found.get().active()) {
                return problems.refused(
                        List.of(new Problem("source", Message.of("discovery.source_inactive"))), reader);
            }
            var manner = new Reconciler.Manner(!scan, dry, request.getRemoteAddr());
            var report = intake.take(
                    found.get(), reading.payload(), manner, reading.refused().size());
            return answers.ok(answer.render(report, reading, dry, reader));
        } catch (BadPayload e) {
            if (counted.exceeded()) {
                return tooLarge(reader);
            }
            var sentence = messages.say(e.reason(), reader);
            return problems.answer(HttpStatus.BAD_REQUEST, "bad-payload", sentence, List.of());
        }
    }

    private ResponseEntity<byte[]> tooLarge(Locale reader) {
        return problems.answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                messages.say(reader, "rest.too_large", MOST_BYTES),
                List.of());
    }

    private Optional<DiscoverySource> source(Actor actor, @Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(it -> store.find(actor, DiscoverySourceType.DISCOVERY_SOURCE, it))
                .map(DiscoverySource::of);
    }
}
