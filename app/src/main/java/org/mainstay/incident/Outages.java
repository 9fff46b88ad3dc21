package org.mainstay.incident;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// Major incidents as everybody of their organisation is told of them, and how somebody says that they are affected,
/// too: one incident, however many people it hits.
public final class Outages {

    private static final int MOST = 20;
    private static final Pattern NUMBER = Pattern.compile("INC\\d{1,12}");

    /// Those who were affected are shown for so long that it is over.
    private static final Duration SHOWN = Duration.ofDays(7);

    /// Shorter words tell nothing.
    private static final int TELLING = 4;

    private final RecordStore store;
    private final OutageQueries queries;
    private final Transactions transactions;
    private final Clock clock;

    Outages(RecordStore store, OutageQueries queries, Transactions transactions, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What goes on in the reader's organisation, the latest first.
    public List<Outage> ongoing(Actor actor) {
        return queries.ongoing(actor.organisation(), actor.id(), MOST);
    }

    /// What affects the reader, and what did lately.
    public List<Outage> affecting(Actor actor) {
        return queries.affecting(actor.id(), clock.instant().minus(SHOWN), MOST);
    }

    /// What goes on and shares words with the text, the likest first.
    public List<Outage> like(Actor actor, String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        record Like(Outage outage, long shared) {}
        return ongoing(actor).stream()
                .map(it -> new Like(it, shared(it, words)))
                .filter(it -> it.shared > 0)
                .sorted(Comparator.comparingLong(Like::shared).reversed())
                .map(Like::outage)
                .toList();
    }

    private static long shared(Outage outage, Set<String> words) {
        var told = words(outage.text() + " " + outage.service());
        return words.stream()
                .filter(it -> told.stream().anyMatch(word -> word.startsWith(it) || it.startsWith(word)))
                .count();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Texts.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() >= TELLING)
                .collect(Collectors.toSet());
    }

    /// The public part of the incident; empty for those who are not told of it.
    public Optional<Outage> find(Actor actor, String number) {
        return NUMBER.matcher(number).matches()
                ? queries.one(number, actor.organisation(), actor.id())
                : Optional.empty();
    }

    /// Those of the incidents whose public part the actor follows because they are affected.
    public List<Outage> followed(Actor actor, Collection<UUID> incidents) {
        return queries.followed(actor.id(), incidents);
    }

    /// Whom each of the incidents affects. Serves decisions of the house; nobody is shown it.
    ///
    /// @param most of each
    public Map<UUID, List<UUID>> people(Collection<UUID> incidents, int most) {
        return queries.people(incidents, most);
    }

    /// Says that the actor is affected, too. Saying it again changes nothing, also when both are said at once.
    ///
    /// @return as it is then; empty for those who are not told of it
    public Optional<Outage> join(Actor actor, String number) {
        var outage = find(actor, number);
        if (outage.isEmpty() || outage.get().affected() || !(actor instanceof Actor.Person)) {
            return outage;
        }
        return transactions.within(() -> {
            queries.hold(outage.get().id());
            var now = find(actor, number);
            if (now.isEmpty() || now.get().affected() || now.get().over()) {
                return now;
            }
            var incident = store.get(
                    Installation.ITSELF, IncidentType.INCIDENT, now.get().id());
            var plan = Plan.of(Cause.action(AddAffected.NAME));
            plan.edit(incident.orElseThrow()).add(new Affected(actor.id()));
            if (!(store.save(actor, plan) instanceof Saved.Done)) {
                throw new IllegalStateException("not noted as affected: " + number);
            }
            return find(actor, number);
        });
    }
}
