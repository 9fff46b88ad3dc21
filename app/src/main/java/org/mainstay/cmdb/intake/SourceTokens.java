package org.mainstay.cmdb.intake;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.secret.RandomSecret;

/// The tokens by which agents name their source. A token is shown once; what is kept is its hash.
final class SourceTokens {

    private final IntakeQueries queries;
    private final Clock clock;

    SourceTokens(IntakeQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /// A new token, which ends the one before.
    String renew(UUID source) {
        var token = RandomSecret.next();
        queries.token(source, RandomSecret.hash(token), clock.instant());
        return token;
    }

    Optional<UUID> source(String token) {
        return RandomSecret.possible(token) ? queries.source(RandomSecret.hash(token)) : Optional.empty();
    }
}
