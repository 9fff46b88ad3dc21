package org.mainstay.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.secret.RandomSecret;
import org.mainstay.people.Audit;

/// Browser sessions, in the database: every node knows them, and one that is ended is over at the next
/// request.
public final class Sessions {

    private static final Duration TOUCH = Duration.ofSeconds(60);
    private static final int LONGEST_AGENT = 300;

    private final SessionQueries queries;
    private final Audit audit;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    /// @param idle how long a session lives without a request
    /// @param longest how long it lives at all
    Sessions(SessionQueries queries, Audit audit, Clock clock, Duration idle, Duration longest) {
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /// @param epoch of rights, as read with the session
    public record Live(UUID id, UUID person, long epoch) {}

    /// A session as its person sees it.
    public record Seen(UUID id, Instant created, Instant lastSeen, String address, String agent) {}

    /// @return the secret for the cookie; it is kept nowhere
    public String open(SignIn.Outcome.Known known, String address, String agent) {
        var now = now();
        queries.purge(now);
        var secret = RandomSecret.next();
        queries.add(
                RandomSecret.hash(secret),
                Plan.newId(),
                known.person(),
                known.credentialVersion(),
                now,
                now.plus(longest),
                address,
                agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent);
        audit.record(known.person(), Audit.SIGNED_IN, address, Map.of("means", "session"));
        return secret;
    }

    public Optional<Live> find(String secret) {
        if (!RandomSecret.possible(secret)) {
            return Optional.empty();
        }
        var now = now();
        var found = queries.find(RandomSecret.hash(secret))
                .filter(it -> it.expires().isAfter(now))
                .filter(it -> it.lastSeen().plus(idle).isAfter(now));
        found.filter(it -> it.lastSeen().plus(TOUCH).isBefore(now)).ifPresent(it -> queries.seen(it.id(), now));
        return found.map(it -> new Live(it.id(), it.person(), it.epoch()));
    }

    /// Newest first.
    public List<Seen> of(UUID person) {
        var now = now();
        return queries.of(person, now.minus(idle), now).stream()
                .map(it -> new Seen(it.id(), it.created(), it.lastSeen(), it.address(), it.agent()))
                .toList();
    }

    /// Ends one of the person's sessions, on all nodes.
    ///
    /// @param event which event the audit keeps
    /// @return false when the person has no such session
    public boolean end(UUID person, UUID session, String event, String address) {
        boolean ended = queries.remove(person, session);
        if (ended) {
            audit.record(person, event, address, Map.of());
        }
        return ended;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
