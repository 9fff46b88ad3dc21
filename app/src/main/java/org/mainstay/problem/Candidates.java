package org.mainstay.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.problem.ProblemCandidate.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/// Looks each night, organisation by organisation, for incidents that a problem may be behind ([Clustering] says how),
/// and keeps a candidate for each cluster. A cluster that was found before keeps its candidate: the one with the same
/// signature, else the one that at least half of its incidents were in. An open one gets the figures of the night; one
/// that there are too few incidents of fades until there are more; a dismissed one stays away until it has grown by the
/// factor that the settings state; while the problem that was made of one is open, nothing more is said of it, and
/// after
/// that only incidents count that were opened later.
///
/// Each candidate is saved by itself, and what was done already is found done: a round that was broken off begins
/// again.
public final class Candidates {

    private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);
    private static final String NAME = "problem_candidates";

    private final RecordStore store;
    private final CandidateQueries queries;
    private final Transactions transactions;
    private final ProblemSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    Candidates(
            RecordStore store,
            CandidateQueries queries,
            Transactions transactions,
            ProblemSettings settings,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.queries = queries;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /// Looks at one organisation that was not looked at since the latest night.
    ///
    /// @return whether there may be more
    boolean step() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = queries.due(night(now));
        due.ifPresent(it -> {
            look(it);
            queries.looked(it, now);
        });
        return due.isPresent();
    }

    private Instant night(Instant now) {
        var local = now.atZone(zone);
        var tonight = local.with(settings.candidatesAt());
        return (tonight.isAfter(local) ? tonight.minusDays(1) : tonight).toInstant();
    }

    /// Looks at an organisation now.
    public void look(UUID organisation) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var since = now.minus(settings.candidatePeriod());
        var known = queries.known(organisation, since.minus(settings.candidatePeriod()));
        var round = new CandidateRound(known, settings, since, now);
        transactions.reading(() -> queries.each(organisation, since.minus(settings.candidatePeriod()), now, round));
        var found = round.findings();
        found.forEach(it -> keep(organisation, it));
        var again = new HashSet<UUID>();
        found.forEach(it -> {
            var of = it.known();
            if (of != null) {
                again.add(of.candidate());
            }
        });
        known.stream()
                .filter(it -> it.state() == State.OPEN && !again.contains(it.candidate()))
                .forEach(it -> fade(it.candidate()));
    }

    /// By itself, so that nothing is held for long.
    private void keep(UUID organisation, Finding found) {
        try {
            boolean kept = transactions.within(() -> {
                var id = saved(organisation, found);
                id.ifPresent(it -> queries.keep(it, found.signature(), found.incidents()));
                return id.isPresent();
            });
            if (!kept) {
                LOG.info("Somebody else is at the candidate {}; the next night will tell", found.signature());
            }
        } catch (DataIntegrityViolationException e) {
            LOG.info("Another node kept the candidate {}", found.signature());
        }
    }

    private Optional<UUID> saved(UUID organisation, Finding found) {
        var plan = Plan.of(Cause.job(NAME));
        var known = found.known();
        if (known == null) {
            var created = plan.create(ProblemCandidateType.PROBLEM_CANDIDATE);
            figures(found, null).all().forEach(created.values()::put);
            created.values().set(Header.ORGANISATION, organisation).set(ProblemCandidateType.TITLE, found.title());
            return store.save(Installation.ITSELF, plan) instanceof Saved.Done
                    ? Optional.of(created.id())
                    : Optional.empty();
        }
        var candidate = store.get(Installation.ITSELF, ProblemCandidateType.PROBLEM_CANDIDATE, known.candidate())
                .filter(it -> it.need(ProblemCandidateType.STATE) == known.state());
        if (candidate.isEmpty()) {
            return Optional.empty();
        }
        var edit = plan.edit(candidate.get());
        figures(found, candidate.get().get(ProblemCandidateType.FIRST_SEEN))
                .set(ProblemCandidateType.STATE, State.OPEN)
                .set(ProblemCandidateType.DISMISSAL_REASON, null)
                .set(ProblemCandidateType.DECIDED_AT, null)
                .set(ProblemCandidateType.DECIDED_BY, null)
                .all()
                .forEach((attribute, value) -> {
                    if (!same(candidate.get().get(attribute), value)) {
                        edit.values().put(attribute, value);
                    }
                });
        return edit.values().isEmpty() || store.save(Installation.ITSELF, plan) instanceof Saved.Done
                ? Optional.of(known.candidate())
                : Optional.empty();
    }

    /// An amount is the same however many zeros it is kept with.
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof Money(var amount, var currency) && other instanceof Money(var another, var second)
                ? amount.compareTo(another) == 0 && currency.equals(second)
                : Objects.equals(one, other);
    }

    private Values figures(Finding found, @Nullable Instant first) {
        return new Values()
                .set(ProblemCandidateType.WORDS, found.words().isEmpty() ? null : found.words())
                .set(ProblemCandidateType.SERVICE, found.service())
                .set(ProblemCandidateType.CONFIGURATION_ITEM, found.item())
                .set(ProblemCandidateType.CATEGORY, found.category())
                .set(ProblemCandidateType.INCIDENT_COUNT, (long) found.count())
                .set(ProblemCandidateType.INCIDENT_COUNT_BEFORE, (long) found.before())
                .set(ProblemCandidateType.GROWTH, found.growth())
                .set(ProblemCandidateType.PEOPLE, (long) found.people())
                .set(ProblemCandidateType.MINUTES_LOST, found.minutes())
                .set(ProblemCandidateType.COST, settings.cost(found.minutes()))
                .set(
                        ProblemCandidateType.FIRST_SEEN,
                        first != null && first.isBefore(found.first()) ? first : found.first())
                .set(ProblemCandidateType.LAST_SEEN, found.last());
    }

    private void fade(UUID id) {
        store.get(Installation.ITSELF, ProblemCandidateType.PROBLEM_CANDIDATE, id)
                .filter(it -> it.need(ProblemCandidateType.STATE) == State.OPEN)
                .ifPresent(it -> {
                    var plan = Plan.of(Cause.job(NAME));
                    plan.edit(it).set(ProblemCandidateType.STATE, State.FADED);
                    store.save(Installation.ITSELF, plan);
                });
    }
}
