package org.mainstay.cmdb.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.AgentAnswer;
import org.mainstay.cmdb.discovery.AgentCall;
import org.mainstay.cmdb.discovery.BadPayload;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.ReconciliationRules;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `/inventory/{token}`: where inventory agents call, in the XML of OCS and FusionInventory or the JSON of GLPI. What
/// an agent delivers is taken before it is answered.
@RestController
class InventoryApi {

    /// By which an agent that speaks JSON tells answers apart.
    private static final String REQUEST_ID = "GLPI-Request-ID";

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int HOURS = 24;

    /// So many bodies are held in memory at a time; others wait.
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_IN_SECONDS = 20;

    private final SourceTokens tokens;
    private final ReconciliationRules sources;
    private final Intake intake;
    private final Messages messages;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    InventoryApi(SourceTokens tokens, ReconciliationRules sources, Intake intake, Messages messages) {
        this.tokens = tokens;
        this.sources = sources;
        this.intake = intake;
        this.messages = messages;
    }

    @PostMapping(path = "/inventory/{token}", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> call(
            @PathVariable String token,
            @RequestHeader(name = AgentCall.AGENT_ID, required = false) @Nullable String agent,
            @RequestHeader(name = REQUEST_ID, required = false) @Nullable String requestId,
            HttpServletRequest request,
            Locale reader)
            throws IOException {
        var source =
                tokens.source(token).flatMap(sources::source).filter(it -> it.kind() == DiscoverySource.Sort.INVENTORY);
        if (source.isEmpty() || !source.get().active()) {
            return status(HttpStatus.UNAUTHORIZED);
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            return status(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (!place()) {
            return status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            return body.length > MOST_BYTES
                    ? status(HttpStatus.CONTENT_TOO_LARGE)
                    : answer(source.get(), body, agent, requestId, request.getRemoteAddr(), reader);
        } finally {
            places.release();
        }
    }

    private boolean place() throws InterruptedIOException {
        try {
            return places.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while other deliveries are taken");
        }
    }

    private ResponseEntity<byte[]> answer(
            DiscoverySource source,
            byte[] body,
            @Nullable String agent,
            @Nullable String requestId,
            String origin,
            Locale reader) {
        try {
            var call = AgentCall.read(body, agent);
            if (call.purpose() == AgentCall.Purpose.DELIVERY) {
                intake.take(source, call.payload(), new Reconciler.Manner(false, false, origin), 0);
            }
            return answer(HttpStatus.OK, AgentAnswer.taken(call, HOURS), requestId);
        } catch (BadPayload e) {
            var sentence = messages.say(e.reason(), reader);
            intake.failed(source, origin, sentence);
            return answer(HttpStatus.BAD_REQUEST, AgentAnswer.refused(body, sentence), requestId);
        }
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, AgentAnswer answer, @Nullable String requestId) {
        var headers = new HttpHeaders();
        Optional.ofNullable(requestId)
                .filter(it -> it.length() <= 64 && it.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .ifPresent(it -> headers.set(REQUEST_ID, it));
        headers.set(HttpHeaders.CONTENT_TYPE, answer.contentType());
        return ResponseEntity.status(status).headers(headers).body(answer.body());
    }

    private static ResponseEntity<byte[]> status(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body(status.getReasonPhrase().getBytes(StandardCharsets.US_ASCII));
    }
}
