package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.OrganisationType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Candidates against the rule as another reads it, with incidents of the database.
@MainstayTest
class CandidateOracleTests {

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    CandidateQueries queries;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    /// Nobody else looks at it meanwhile.
    private UUID organisation() {
        cast.everybody();
        var plan = Plan.of(Cause.CREATED);
        var step = plan.create(OrganisationType.ORGANISATION);
        step.values().set(OrganisationType.NAME, "Random " + step.id());
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        queries.looked(step.id(), clock.instant().plus(Duration.ofDays(9_999)));
        return step.id();
    }

    @Test
    void itFindsInTheDatabaseWhatTheRuleSaysOfRandomIncidents() {
        long seed = 20261130;
        System.out.println("CandidateOracleTests seed " + seed);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var organisation = organisation();
        var settings = new ProblemSettings(LocalTime.of(2, 0), Duration.ofDays(30), 5, 1.5, "");
        var candidates = new Candidates(store, queries, transactions, settings, new ShiftingClock(now), ZoneOffset.UTC);
        var random = new Random(seed);
        var made = new ArrayList<Occurrence>();
        var plan = Plan.of(Cause.CREATED);
        var item = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
        item.values()
                .set(ConfigurationItemType.NAME, "Scan " + item.id())
                .set(ConfigurationItemType.CLASS, "business_service")
                .set(Header.ORGANISATION, organisation);
        var service = item.id();
        for (int i = 0; i < 150; i++) {
            var any = ClusteringTests.any(random, i);
            var opened = now.minus(Duration.ofMinutes(random.nextInt(1, 60 * 24 * 60)));
            var of = any.service() == null ? null : service;
            var step = plan.create(IncidentType.INCIDENT);
            step.values()
                    .set(IncidentType.TITLE, any.title())
                    .set(IncidentType.SERVICE, of)
                    .set(IncidentType.OPENED_AT, opened)
                    .set(Header.ORGANISATION, organisation);
            made.add(new Occurrence(step.id(), any.title(), of, null, null, null, opened, null));
        }
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        candidates.look(organisation);
        var since = now.minus(Duration.ofDays(30));
        var recent = made.stream()
                .filter(it -> it.service() != null && it.openedAt().isAfter(since))
                .toList();
        var expected = ClusteringTests.oracle(recent, 5).values();
        assertThat(expected).isNotEmpty();
        var found = store
                .list(
                        cast.system(),
                        ProblemCandidateType.PROBLEM_CANDIDATE,
                        Query.of(Filter.is(Header.ORGANISATION, organisation)))
                .items()
                .stream()
                .map(Snapshot::id)
                .map(it -> queries.of(it).stream().collect(Collectors.toSet()))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
}
