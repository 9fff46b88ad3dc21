package org.mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mainstay.Mainstay;
import org.mainstay.approval.ApprovalType;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.people.PersonType;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.Request;
import org.mainstay.request.RequestItemType;
import org.mainstay.request.RequestType;
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

    @Test
    void twoFillingsOfRequestsAreOneShop() throws Exception {
        try (var context = SpringApplication.run(
                Mainstay.class,
                "--spring.datasource.url=" + TestDatabase.fresh(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--mainstay.demo=true",
                "--mainstay.demo-password=a-password-for-the-demo",
                "--server.port=0")) {
            var store = context.getBean(RecordStore.class);
            var system = system(context);
            var all = Filter.EVERYTHING;
            long before = store.count(system, RequestType.REQUEST, all).value();
            assertThat(fill(context, "requests")).isEqualTo(2);
            assertThat(fill(context, "requests", "400")).isZero();
            assertThat(fill(context, "requests", "20")).isZero();

            assertThat(store.count(system, RequestType.REQUEST, all).value()).isEqualTo(before + 400 + 2 + 20 + 1);
            assertThat(store.count(system, CatalogItemType.CATALOG_ITEM, offered())
                            .value())
                    .isEqualTo(2_000);
            var actors = context.getBean(Actors.class);
            var requester = actors.of(person(store, system, Customers.REQUESTER));
            assertThat(store.count(requester, RequestType.REQUEST, all).value()).isEqualTo(12);
            assertThat(store.count(requester, CatalogItemType.CATALOG_ITEM, all).value())
                    .isBetween(1_300L, 1_900L);
            var waiting = Filter.is(RequestItemType.STATE, Request.State.WAITING_FOR_APPROVAL);
            var manager =
                    actors.of(store
                            .list(system, RequestItemType.REQUEST_ITEM, Query.of(Filter.all(waiting, ofCustomers())))
                            .items()
                            .stream()
                            .map(it -> store.get(system, PersonType.PERSON, it.need(RequestItemType.BENEFICIARY))
                                    .orElseThrow())
                            .map(it -> it.need(PersonType.MANAGER))
                            .findFirst()
                            .orElseThrow());
            assertThat(store.count(manager, ApprovalType.APPROVAL, Filter.is(ApprovalType.WAITING_FOR, manager.id()))
                            .value())
                    .isPositive();
            assertThat(HistoryReplay.check(
                            context.getBean(DSLContext.class), context.getBean(RecordTypes.class), Instant.EPOCH))
                    .isGreaterThan(5_000);
        }
    }

    private static Filter offered() {
        return new Filter.Compare(
                Filter.Path.of(CatalogItemType.PUBLISHED_AT),
                Filter.Comparison.LESS,
                Instant.parse("2024-12-31T00:00:00Z"));
    }

    private static Filter ofCustomers() {
        return new Filter.Compare(
                Filter.Path.of(RequestItemType.PRICE), Filter.Comparison.AT_LEAST, Money.of("1000", "EUR"));
    }

    private static int fill(ApplicationContext context, String... words) throws Exception {
        var fill = context.getBeanProvider(Command.class).stream()
                .filter(it -> it.name().equals("fill"))
                .findFirst()
                .orElseThrow();
        return fill.run(List.of(words));
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
