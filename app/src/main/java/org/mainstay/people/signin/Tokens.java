package org.mainstay.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.secret.RandomSecret;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Audit;

/// Tokens for programs: random, shown once, narrowed to scopes, and never without an end. They never
/// allow more than their person may at the time of the call.
public final class Tokens {

    public static final String PREFIX = "mst_";
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 100;
    private static final int FASTEST = 10_000;

    private final TokenQueries queries;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenQueries queries, Transactions transactions, Audit audit, Clock clock) {
        this.queries = queries;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Sort {
        PERSONAL,
        SERVICE
    }

    /// A token as its person sees it.
    ///
    /// @param readOnly whether it may only read
    /// @param requestsPerSecond its own rate; null for the usual one
    public record Token(
            UUID id,
            String name,
            UUID person,
            Sort kind,
            List<String> scopes,
            boolean readOnly,
            @Nullable Integer requestsPerSecond,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /// What is asked for.
    public record Wish(
            String name,
            UUID person,
            Sort kind,
            List<String> scopes,
            boolean readOnly,
            @Nullable Integer requestsPerSecond,
            Duration lives) {}

    public sealed interface Outcome {

        /// @param secret shown now and never again
        record Made(Token token, String secret) implements Outcome {}

        record Refused(List<Problem> problems) implements Outcome {}
    }

    /// @param epoch of rights, as read with the token
    public record Live(
            UUID id,
            UUID person,
            List<String> scopes,
            boolean readOnly,
            @Nullable Integer requestsPerSecond,
            long epoch) {}

    /// Whether the caller may make a token for this person is the caller's to know.
    public Outcome make(Wish wish, UUID by, @Nullable String address) {
        var problems = problems(wish);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var now = now();
        var token = new Token(
                Plan.newId(),
                wish.name.strip(),
                wish.person,
                wish.kind,
                List.copyOf(wish.scopes),
                wish.readOnly,
                wish.requestsPerSecond,
                now,
                now.plus(wish.lives),
                null);
        var secret = RandomSecret.next();
        return transactions.within(() -> {
            queries.add(token, RandomSecret.hash(secret), by);
            audit.record(by, Audit.TOKEN_CREATED, address, detail(token.id(), token.person()));
            return new Outcome.Made(token, PREFIX + secret);
        });
    }

    private static List<Problem> problems(Wish wish) {
        var problems = new ArrayList<Problem>();
        if (wish.name.isBlank()
                || wish.name.length() > LONGEST_NAME
                || !wish.name.codePoints().allMatch(Tokens::printable)) {
            problems.add(new Problem("name", Message.of("people.token.name_needed", LONGEST_NAME)));
        }
        if (wish.lives.isNegative() || wish.lives.isZero() || wish.lives.compareTo(LONGEST) > 0) {
            problems.add(new Problem("days", Message.of("people.token.must_end", LONGEST.toDays())));
        }
        var unknown = wish.scopes.stream().filter(it -> !Scopes.known(it)).toList();
        if (!unknown.isEmpty()) {
            problems.add(new Problem("scopes", Message.of("people.token.unknown_scope", String.join(", ", unknown))));
        }
        if (wish.requestsPerSecond != null && (wish.requestsPerSecond < 1 || wish.requestsPerSecond > FASTEST)) {
            problems.add(new Problem("requests_per_second", Message.of("people.token.bad_rate", FASTEST)));
        }
        return problems;
    }

    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    /// @param token with its prefix
    public Optional<Live> find(String token) {
        if (!token.startsWith(PREFIX) || !RandomSecret.possible(token.substring(PREFIX.length()))) {
            return Optional.empty();
        }
        var now = now();
        var found = queries.find(RandomSecret.hash(token.substring(PREFIX.length())))
                .filter(it -> it.expires().isAfter(now));
        found.filter(it -> it.lastUsed() == null || it.lastUsed().plus(TOUCH).isBefore(now))
                .ifPresent(it -> queries.used(it.id(), now));
        return found.map(
                it -> new Live(it.id(), it.person(), it.scopes(), it.readOnly(), it.requestsPerSecond(), it.epoch()));
    }

    /// Newest first, without those that were revoked.
    public List<Token> of(UUID person) {
        return queries.of(person);
    }

    /// @return false when the person has no such token
    public boolean revoke(UUID person, UUID token, UUID by, @Nullable String address) {
        return transactions.within(() -> {
            boolean revoked = queries.revoke(person, token, now());
            if (revoked) {
                audit.record(by, Audit.TOKEN_REVOKED, address, detail(token, person));
            }
            return revoked;
        });
    }

    private static Map<String, String> detail(UUID token, UUID person) {
        return Map.of("token", token.toString(), "person", person.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
