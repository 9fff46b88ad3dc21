package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Request.State;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// The figures of catalogue items are those that one gets by counting, and each reader is told of theirs alone.
@MainstayTest
class UsageTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Upkeep upkeep;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    Api ada;
    Api sam;
    Shop shop;
    Api who;

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private JsonNode usage(Api by, String item) {
        return by.get("/catalog-items/" + item + "/usage").is(200).json();
    }

    private UUID id(String item) {
        return store.find(cast.system(), CatalogItemType.CATALOG_ITEM, item)
                .orElseThrow()
                .id();
    }

    /// An order as it was.
    private record Was(Duration ago, State state, Duration took, long rating, boolean foreign) {}

    private void put(UUID item, List<Was> all) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var plan = new Plan(Cause.CREATED, Plan.newId(), null, true, new ArrayList<>());
        for (var was : all) {
            var by = was.foreign ? cast.tim() : cast.max();
            var at = now.minus(was.ago);
            var request = plan.create(RequestType.REQUEST);
            request.values()
                    .set(RequestType.TITLE, "Was")
                    .set(RequestType.REQUESTER, by.id())
                    .set(RequestType.STATE, was.state)
                    .set(RequestType.ORDERED_AT, at)
                    .set(Header.ORGANISATION, by.organisation());
            boolean arrived = was.state == State.FULFILLED || was.state == State.CLOSED;
            plan.create(RequestItemType.REQUEST_ITEM)
                    .values()
                    .set(RequestItemType.TITLE, "Was")
                    .set(RequestItemType.REQUEST, request.id())
                    .set(RequestItemType.ITEM, item)
                    .set(RequestItemType.REQUESTER, by.id())
                    .set(RequestItemType.BENEFICIARY, by.id())
                    .set(RequestItemType.ORDERED_AT, at)
                    .set(RequestItemType.STATE, was.state)
                    .set(RequestItemType.FULFILLED_AT, arrived ? at.plus(was.took) : null)
                    .set(RequestItemType.RATING, was.rating == 0 ? null : was.rating)
                    .set(RequestItemType.RATED_AT, was.rating == 0 ? null : at.plus(was.took))
                    .set(Header.ORGANISATION, by.organisation());
        }
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
    }

    /// Random pasts, counted once by the database and once by hand.
    @Test
    void figuresAreWhatOneCounts() {
        var random = new Random(20261130);
        for (int round = 0; round < 3; round++) {
            var item = shop.item("Counted " + UUID.randomUUID(), "\"promise\":\"P3D\"");
            var all = new ArrayList<Was>();
            for (int i = 0; i < 40 + random.nextInt(60); i++) {
                var state = List.of(State.CLOSED, State.FULFILLED, State.CANCELLED, State.IN_FULFILMENT)
                        .get(random.nextInt(4));
                boolean arrived = state == State.CLOSED || state == State.FULFILLED;
                all.add(new Was(
                        Duration.ofHours(13 + random.nextInt(24 * 760)),
                        state,
                        Duration.ofMinutes(1 + random.nextInt(700)),
                        arrived && random.nextBoolean() ? 1 + random.nextInt(5) : 0,
                        random.nextInt(4) == 0));
            }
            put(id(item), all);
            agrees(usage(ada, item), all, _ -> true);
            agrees(usage(sam, item), all, it -> !it.foreign);
        }
    }

    private static void agrees(JsonNode told, List<Was> all, Predicate<Was> seen) {
        var mine = all.stream().filter(seen).toList();
        for (int days : List.of(30, 90, 365)) {
            assertThat(told.at("/ordered/days_" + days + "/count").asLong())
                    .isEqualTo(between(mine, 0, days).size());
            assertThat(told.at("/ordered/days_" + days + "/before").asLong())
                    .isEqualTo(between(mine, days, 2 * days).size());
        }
        var year = between(mine, 0, 365);
        long cancelled = year.stream().filter(it -> it.state == State.CANCELLED).count();
        assertThat(told.at("/cancelled/count").asLong()).isEqualTo(cancelled);
        if (!year.isEmpty()) {
            assertThat(told.at("/cancelled/cancel_rate").asDouble())
                    .isCloseTo((double) cancelled / year.size(), within(0.0001));
        }
        var arrived = mine.stream()
                .filter(it -> it.state == State.CLOSED || it.state == State.FULFILLED)
                .filter(it -> it.ago.minus(it.took).compareTo(Duration.ofDays(365)) < 0)
                .sorted(Comparator.comparing(Was::took))
                .toList();
        assertThat(told.at("/delivery/cases").asLong()).isEqualTo(arrived.size());
        if (!arrived.isEmpty()) {
            assertThat(Duration.parse(told.at("/delivery/median").asString()))
                    .isEqualTo(arrived.get((int) Math.ceil(arrived.size() * 0.5) - 1).took);
            assertThat(Duration.parse(told.at("/delivery/p80").asString()))
                    .isEqualTo(arrived.get((int) Math.ceil(arrived.size() * 0.8) - 1).took);
        }
        assertThat(told.at("/delivery/promise").asString()).isEqualTo("PT72H");
        var rated = arrived.stream().filter(it -> it.rating > 0).toList();
        assertThat(told.at("/rating/count").asLong()).isEqualTo(rated.size());
        if (!rated.isEmpty()) {
            assertThat(told.at("/rating/mean").asDouble())
                    .isCloseTo(rated.stream().mapToLong(Was::rating).average().orElseThrow(), within(0.0001));
        }
    }

    private static List<Was> between(List<Was> all, int from, int to) {
        return all.stream()
                .filter(it -> it.ago.compareTo(Duration.ofDays(from)) >= 0 && it.ago.compareTo(Duration.ofDays(to)) < 0)
                .toList();
    }

    @Test
    void linesOfCartsAreOrderedTakenOutOrLeft() {
        var item = shop.item("In carts " + UUID.randomUUID(), "\"most\":5");
        who.post("/catalog-items/" + item + "/order", "{}").is(201);
        assertThat(carts(item)).isEqualTo(List.of(1L, 0L, 0L));
        who.post("/carts/mine/items", "{\"item\":\"" + item + "\"}").is(200);
        who.post("/carts/mine/order", "{}").is(201);
        assertThat(carts(item)).isEqualTo(List.of(2L, 0L, 0L));
        who.post("/carts/mine/items", "{\"item\":\"" + item + "\"}").is(200);
        var line = who.get("/carts/mine").json().at("/items/0/id").asString();
        who.delete("/carts/mine/items/" + line).is(204);
        who.delete("/carts/mine/items/" + line).is(404);
        assertThat(carts(item)).isEqualTo(List.of(2L, 1L, 0L));
        who.post("/carts/mine/items", "{\"item\":\"" + item + "\"}").is(200);
        upkeep.count();
        assertThat(carts(item)).isEqualTo(List.of(2L, 1L, 0L));
        assertThat(usage(ada, item).at("/carts/abandon_rate").asDouble()).isCloseTo(1 / 3.0, within(0.001));
        assertThat(carts(sam, item)).isEqualTo(List.of(2L, 1L, 0L));
    }

    @Test
    void whatNobodyTouchesForLongIsTakenOutOfTheCart() {
        var old = shop.item("Left " + UUID.randomUUID(), "");
        var young = shop.item("Kept " + UUID.randomUUID(), "");
        who.post("/carts/mine/items", "{\"item\":\"" + old + "\"}").is(200);
        who.post("/carts/mine/items", "{\"item\":\"" + young + "\"}").is(200);
        assertThat(jdbc.update(
                        "update request.cart_line set touched_at = now() - interval '91 days' where item = ?", id(old)))
                .isOne();
        upkeep.count();
        upkeep.count();
        assertThat(who.get("/carts/mine").json().get("items").size()).isOne();
        assertThat(carts(old)).isEqualTo(List.of(0L, 0L, 1L));
        assertThat(carts(young)).isEqualTo(List.of(0L, 0L, 0L));
    }

    private List<Long> carts(String item) {
        return carts(ada, item);
    }

    private List<Long> carts(Api by, String item) {
        var carts = usage(by, item).get("carts");
        assertThat(carts.get("lines").asLong())
                .isEqualTo(carts.get("ordered").asLong()
                        + carts.get("removed").asLong()
                        + carts.get("expired").asLong());
        return List.of(
                carts.get("ordered").asLong(),
                carts.get("removed").asLong(),
                carts.get("expired").asLong());
    }

    @Test
    void onlyThoseWhoKeepAnItemAreTold() {
        var mine = cast.userName(cast.newcomer());
        var item = shop.item("Kept " + UUID.randomUUID(), "\"owner\":\"" + mine + "\"");
        var path = "/catalog-items/" + item + "/usage";
        who.post("/catalog-items/" + item + "/order", "{}").is(201);
        assertThat(usage(ada.as(mine), item).at("/ordered/days_30/count").asLong())
                .isOne();
        ada.as("max").get(path).problem(403);
        who.get(path).problem(403);
        ada.as("olga").get(path).problem(403);
        ada.get("/catalog-items/NONE/usage").problem(404);
        who.get("/catalog-items/usage").problem(403);
        var owned = ada.as(mine).get("/catalog-items/usage").is(200).json().get("items");
        assertThat(owned.size()).isOne();
        assertThat(owned.at("/0/item/number").asString()).isEqualTo(item);
        ada.get("/catalog-items/usage?days=7").problem(422);
        ada.get("/catalog-items/usage?limit=0").problem(422);
        ada.get("/catalog-items/usage?cursor=-1").problem(422);
        ada.get("/catalog-items/usage?sort=name").problem(422);
    }

    @Test
    void theMostOrderedComesFirstPageByPage() {
        var one = shop.item("Often " + UUID.randomUUID(), "");
        for (int i = 0; i < 3; i++) {
            who.post("/catalog-items/" + one + "/order", "{}").is(201);
        }
        var numbers = new ArrayList<String>();
        var counts = new ArrayList<Long>();
        var next = "0";
        do {
            var page = ada.get("/catalog-items/usage?days=30&limit=50&cursor=" + next)
                    .is(200)
                    .json();
            page.get("items").forEach(it -> {
                numbers.add(it.at("/item/number").asString());
                counts.add(it.at("/ordered/days_30/count").asLong());
            });
            next = page.get("next").asString("");
        } while (!next.isEmpty());
        assertThat(numbers).doesNotHaveDuplicates().contains(one);
        assertThat(counts).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(counts.get(numbers.indexOf(one))).isEqualTo(3);
    }

    /// An administrator of another organisation, who is offered the item too, is told of theirs.
    @Test
    void anAdministratorOfAnotherOrganisationIsToldOfTheirs() {
        var item = shop.item("Shared " + UUID.randomUUID(), "");
        put(
                id(item),
                List.of(
                        new Was(Duration.ofDays(1), State.CLOSED, Duration.ofHours(1), 5, false),
                        new Was(Duration.ofDays(1), State.CLOSED, Duration.ofHours(2), 1, true)));
        var newcomer = cast.userName(cast.newcomer());
        ada.post(
                        "/grants",
                        "{\"person\":\"%s\",\"role\":\"administrator\",\"for_organisation\":\"%s\"}"
                                .formatted(newcomer, cast.two()))
                .is(201);
        var theirs = ada.as(newcomer);
        var told = usage(theirs, item);
        assertThat(told.at("/ordered/days_30/count").asLong()).isOne();
        assertThat(told.at("/rating/mean").asDouble()).isEqualTo(1.0);
        assertThat(usage(ada, item).at("/ordered/days_30/count").asLong()).isEqualTo(2);
    }
}
