package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// `Idempotency-Key` on POST: the first answer is replayed for 24 hours, from any node. The key's row is
/// written in the transaction of the work itself, so either both are there or neither; the answer to a
/// failure of ours is not kept.
public final class Idempotency {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private final IdempotencyQueries queries;
    private final Transactions transactions;
    private final Problems problems;
    private final Messages messages;

    Idempotency(IdempotencyQueries queries, Transactions transactions, Problems problems, Messages messages) {
        this.queries = queries;
        this.transactions = transactions;
        this.problems = problems;
        this.messages = messages;
    }

    /// Does the work, or answers as it was answered the first time.
    public ResponseEntity<byte[]> once(
            HttpServletRequest request,
            Actor actor,
            byte[] body,
            Locale reader,
            Supplier<ResponseEntity<byte[]>> work) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST || key.indexOf('\0') >= 0) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "bad-idempotency-key", "rest.idempotency.bad_key", reader);
        }
        var hash = hash(request, body);
        return transactions.within(() -> {
            if (!queries.claim(actor.id(), key, hash)) {
                return replay(actor, key, hash, reader);
            }
            var first = work.get();
            if (first.getStatusCode().is5xxServerError()) {
                queries.forget(actor.id(), key);
            } else {
                queries.keep(actor.id(), key, first);
            }
            return first;
        });
    }

    private ResponseEntity<byte[]> replay(Actor actor, String key, byte[] hash, Locale reader) {
        var kept = queries.kept(actor.id(), key).orElse(null);
        if (kept == null) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return problems.answer(
                    HttpStatus.CONFLICT,
                    "in-progress",
                    messages.say(reader, "rest.idempotency.running"),
                    List.of(),
                    headers);
        }
        if (!MessageDigest.isEqual(kept.hash(), hash)) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "rest.idempotency.reused", reader);
        }
        return kept.answer();
    }

    private ResponseEntity<byte[]> problem(HttpStatus status, String name, String key, Locale reader) {
        return problems.answer(status, name, messages.say(reader, key), List.of());
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getMethod().getBytes(StandardCharsets.UTF_8));
            digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            digest.update(String.valueOf(request.getQueryString()).getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
