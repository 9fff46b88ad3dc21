package org.mainstay.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.secret.RandomSecret;

/// Makes guessing slow: after some failures each further attempt has to wait twice as long, by the
/// account from one address, by the account from anywhere and by the address. The wait has a limit, so
/// nobody can lock out anybody. An attempt counts as a failure until it has succeeded, so many at once
/// gain nothing.
final class Throttle {

    private static final Duration MEMORY = Duration.ofMinutes(15);

    private static final Limit BOTH = new Limit(5, Duration.ofMinutes(5));
    private static final Limit ACCOUNT = new Limit(20, Duration.ofMinutes(1));
    private static final Limit ADDRESS = new Limit(50, Duration.ofMinutes(1));

    private final AttemptQueries queries;
    private final Clock clock;

    Throttle(AttemptQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /// An attempt that may be made now.
    record Attempt(long id, String account, String address) {}

    /// @param attempt null while it has to wait
    record Turn(@Nullable Attempt attempt, Duration delay) {}

    private record Limit(int free, Duration longest) {

        Instant next(AttemptQueries.Tally tally, Instant now) {
            int over = tally.attempts() - free;
            if (over < 0 || tally.last() == null) {
                return now;
            }
            var wait = Duration.ofSeconds(1L << Math.min(over + 1, 20));
            return tally.last().plus(wait.compareTo(longest) > 0 ? longest : wait);
        }
    }

    Turn turn(String userName, String address) {
        var account = HexFormat.of().formatHex(RandomSecret.hash(userName), 0, 16);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        queries.purge(now.minus(Duration.ofDays(1)));
        long id = queries.add(account, address, now);
        var others = queries.others(id, account, address, now.minus(MEMORY));
        var next = latest(
                BOTH.next(others.both(), now),
                ACCOUNT.next(others.account(), now),
                ADDRESS.next(others.address(), now));
        if (next.isAfter(now)) {
            queries.remove(id);
            return new Turn(null, Duration.between(now, next));
        }
        return new Turn(new Attempt(id, account, address), Duration.ZERO);
    }

    void succeeded(Attempt attempt) {
        queries.forgive(attempt.account, attempt.address);
    }

    /// The attempt was not decided, so it does not count.
    void withdrawn(Attempt attempt) {
        queries.remove(attempt.id);
    }

    private static Instant latest(Instant... instants) {
        var latest = instants[0];
        for (Instant instant : instants) {
            latest = instant.isAfter(latest) ? instant : latest;
        }
        return latest;
    }
}
