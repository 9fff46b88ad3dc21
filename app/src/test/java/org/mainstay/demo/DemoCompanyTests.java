package org.mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mainstay.Mainstay;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.accuracy.AccuracyCheckType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.people.PersonType;
import org.mainstay.testing.TestDatabase;
import org.springframework.boot.SpringApplication;

class DemoCompanyTests {

    @Test
    void theCompanyIsThereAfterTheFirstStartAndOnlyOnce() {
        var settings = new String[] {
            "--spring.datasource.url=" + TestDatabase.fresh(),
            "--spring.datasource.username=" + TestDatabase.USER,
            "--mainstay.demo=true",
            "--mainstay.demo-password=a-password-for-the-demo",
            "--server.port=0"
        };
        long found = start(settings);
        assertThat(found).isBetween(280L, 340L);
        assertThat(start(settings)).isEqualTo(found);
    }

    private static long start(String... settings) {
        try (var context = SpringApplication.run(Mainstay.class, settings)) {
            var store = context.getBean(RecordStore.class);
            var actors = context.getBean(Actors.class);
            var system = actors.machine("system");
            var max = actors.of(
                    store.find(system, PersonType.PERSON, "max").orElseThrow().id());
            var eve = actors.of(
                    store.find(system, PersonType.PERSON, "eve").orElseThrow().id());
            var reported = Filter.is(IncidentType.CALLER, max.id());
            assertThat(store.count(max, IncidentType.INCIDENT, reported).value())
                    .isPositive();
            assertThat(store.count(eve, IncidentType.INCIDENT, reported).value())
                    .isZero();
            assertThat(HistoryReplay.check(
                            context.getBean(DSLContext.class), context.getBean(RecordTypes.class), Instant.EPOCH))
                    .isGreaterThan(300);
            assertThat(store.count(system, AccuracyCheckType.ACCURACY_CHECK, Filter.EVERYTHING)
                            .value())
                    .isEqualTo(39);
            var waiting = Filter.is(ChangeType.STATE, Change.State.AUTHORIZE);
            assertThat(store.count(system, ChangeType.CHANGE, waiting).value()).isOne();
            return store.count(system, IncidentType.INCIDENT, Filter.EVERYTHING).value();
        }
    }
}
