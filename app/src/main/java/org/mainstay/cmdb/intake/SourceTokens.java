package org.mainstay.cmdb.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// The tokens by which agents name their source. A token is shown once; what is kept is its hash, which at 256 bits of
/// chance needs no salt.
final class SourceTokens {

    private static final int BYTES = 32;
    private static final int LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IntakeQueries queries;
    private final Clock clock;

    SourceTokens(IntakeQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /// A new token, which ends the one before.
    String renew(UUID source) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        queries.token(source, hash(token), clock.instant());
        return token;
    }

    Optional<UUID> source(String token) {
        return token.length() == LENGTH ? queries.source(hash(token)) : Optional.empty();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
