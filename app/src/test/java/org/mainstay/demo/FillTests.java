package org.mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mainstay.Mainstay;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.people.PersonType;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

@MainstayTest
class FillTests {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RecordStore records;

    @Test
    void onlyADemoIsFilled() throws Exception {
        assertThat(fill(application, "10")).isEqualTo(2);
        assertThat(records.list(system(application), PersonType.PERSON, caller())
                        .items())
                .isEmpty();
    }

    @Test
    void twoFillingsAreOneDesk() throws Exception {
        try (var context = SpringApplication.run(
                Mainstay.class,
                "--spring.datasource.url=" + TestDatabase.fresh(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--mainstay.demo=true",
                "--mainstay.demo-password=a-password-for-the-demo",
                "--server.port=0")) {
            var store = context.getBean(RecordStore.class);
            long before = count(store, system(context), Filter.EVERYTHING);
            assertThat(fill(context, "many")).isEqualTo(2);
            assertThat(fill(context, "600")).isZero();
            assertThat(fill(context, "300")).isZero();

            var system = system(context);
            assertThat(count(store, system, Filter.EVERYTHING)).isEqualTo(before + 900);
            var open = Filter.is(IncidentType.STATE, State.NEW, State.IN_PROGRESS, State.ON_HOLD);
            assertThat(count(store, system, open)).isBetween(90L, 360L);
            var actors = context.getBean(Actors.class);
            var requester = actors.of(person(store, system, Customers.REQUESTER));
            assertThat(count(store, requester, Filter.EVERYTHING)).isEqualTo(12);
            var agent = actors.of(person(store, system, Customers.AGENT));
            assertThat(count(store, agent, Filter.EVERYTHING)).isBetween(20L, 90L);
            assertThat(HistoryReplay.check(
                            context.getBean(DSLContext.class), context.getBean(RecordTypes.class), Instant.EPOCH))
                    .isGreaterThan(900);
        }
    }

    private static int fill(ApplicationContext context, String count) throws Exception {
        var fill = context.getBeanProvider(Command.class).stream()
                .filter(it -> it.name().equals("fill"))
                .findFirst()
                .orElseThrow();
        return fill.run(List.of(count));
    }

    private static Query caller() {
        return Query.of(Filter.is(PersonType.EMAIL, Customers.REQUESTER + "@example.org"));
    }

    private static UUID person(RecordStore store, Actor system, String userName) {
        return store.find(system, PersonType.PERSON, userName).orElseThrow().id();
    }

    private static Actor system(ApplicationContext context) {
        return context.getBean(Actors.class).machine("system");
    }

    private static long count(RecordStore store, Actor actor, Filter filter) {
        return store.count(actor, IncidentType.INCIDENT, filter).value();
    }
}
