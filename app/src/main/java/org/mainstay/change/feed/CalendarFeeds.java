package org.mainstay.change.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.secret.RandomSecret;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.Audit;

/// People's feeds, kept as their tokens are: the secret is shown once, what stays is its hash, and a feed never tells
/// more than its person sees when it is read.
final class CalendarFeeds {

    static final int MOST = 50;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_FILTER = 2_000;

    private static final Duration TOUCH = Duration.ofMinutes(5);

    /// So long a revoked feed says that it was revoked.
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final FeedQueries queries;
    private final FilterParser parser;
    private final Actors actors;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    CalendarFeeds(
            FeedQueries queries,
            FilterParser parser,
            Actors actors,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.parser = parser;
        this.actors = actors;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    sealed interface Outcome {

        /// @param secret shown now and never again
        record Made(Feed feed, String secret) implements Outcome {}

        record Refused(List<Problem> problems) implements Outcome {}

        record BadFilter(List<FilterError> errors) implements Outcome {}
    }

    /// What a secret leads to.
    sealed interface Found {

        /// @param person with what they may do now
        record Open(Feed feed, Actor.Person person) implements Found {}

        record Revoked() implements Found {}

        /// It was not made here, or its person is here no more.
        record Unknown() implements Found {}
    }

    static boolean permitted(Actor actor) {
        return actor.may(ChangeType.WORK);
    }

    /// Whether the actor may make one is the caller's to ask, see [#permitted].
    Outcome make(Actor.Person actor, String name, String filter, @Nullable String address) {
        var problems = problems(name, filter);
        if (problems.isEmpty() && parsed(actor, filter) instanceof Parsed.Bad(var errors)) {
            return new Outcome.BadFilter(errors);
        }
        var now = now();
        var feed = new Feed(Plan.newId(), actor.id(), name.strip(), filter.strip(), now, null);
        var secret = RandomSecret.next();
        return transactions.within(() -> {
            queries.forget(actor.id(), now.minus(REMEMBERED));
            if (problems.isEmpty() && !queries.add(feed, RandomSecret.hash(secret), MOST)) {
                problems.add(new Problem("name", Message.of("calendar_feed.too_many", MOST)));
            }
            if (!problems.isEmpty()) {
                return new Outcome.Refused(problems);
            }
            audit.record(actor.id(), Audit.TOKEN_CREATED, address, detail(feed.id(), actor.id()));
            return new Outcome.Made(feed, secret);
        });
    }

    private static List<Problem> problems(String name, String filter) {
        var problems = new ArrayList<Problem>();
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.codePoints().allMatch(CalendarFeeds::printable)) {
            problems.add(new Problem("name", Message.of("calendar_feed.name_needed", LONGEST_NAME)));
        }
        if (filter.length() > LONGEST_FILTER || filter.indexOf('\0') >= 0) {
            problems.add(new Problem("filter", Message.of("calendar_feed.filter_too_long", LONGEST_FILTER)));
        }
        return problems;
    }

    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    Parsed parsed(Actor actor, String filter) {
        return parser.parse(filter, ChangeType.CHANGE, new FilterContext(actor, now()));
    }

    Found find(String secret) {
        if (!RandomSecret.possible(secret)) {
            return new Found.Unknown();
        }
        var found = queries.find(RandomSecret.hash(secret)).orElse(null);
        var person = found == null ? null : actors.find(found.feed().person()).orElse(null);
        if (found == null || person == null) {
            return new Found.Unknown();
        }
        return found.revoked() ? new Found.Revoked() : new Found.Open(found.feed(), person);
    }

    /// Notes that it was read; to the minute it need not be.
    void read(Feed feed) {
        var now = now();
        if (feed.lastRead() == null || feed.lastRead().plus(TOUCH).isBefore(now)) {
            queries.read(feed.id(), now);
        }
    }

    /// Newest first, without those that were revoked.
    List<Feed> of(UUID person) {
        return queries.of(person);
    }

    /// @return false when the person has no such feed
    boolean revoke(UUID person, UUID feed, @Nullable String address) {
        return transactions.within(() -> {
            boolean revoked = queries.revoke(person, feed, now());
            if (revoked) {
                audit.record(person, Audit.TOKEN_REVOKED, address, detail(feed, person));
            }
            return revoked;
        });
    }

    private static Map<String, String> detail(UUID feed, UUID person) {
        return Map.of("calendar_feed", feed.toString(), "person", person.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
