package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What those think of it who got something, and that nobody says so in their place.
@MainstayTest
class RatingTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    Api ada;
    Api who;
    Shop shop;
    String item;

    @BeforeEach
    void something() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
        who = ada.as(cast.userName(cast.newcomer()));
        var offered = shop.item("Rated " + UUID.randomUUID(), "");
        var request = Shop.number(who.post("/catalog-items/" + offered + "/order", "{}"));
        item = Shop.text(shop.items(who, request).getFirst(), "number");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Api.Answer rate(Api as, String body) {
        return as.post("/request-items/" + item + "/rate", body);
    }

    private void delivered() {
        ada.post("/request-items/" + item + "/fulfil", "{}").is(200);
    }

    @Test
    void whatIsNotDeliveredIsNotRated() {
        rate(who, "{\"rating\":5}").problem(403);
    }

    @Test
    void whoeverGotItRatesItAndThinksBetterOfIt() {
        delivered();
        rate(who, "{\"rating\":2,\"rating_text\":\"It came late\"}").is(200);
        who.post("/request-items/" + item + "/close", "{}").is(200);
        rate(who, "{\"rating\":4}").is(200);
        var now = ada.get("/request-items/" + item).is(200).json();
        assertThat(now.get("rating").asInt()).isEqualTo(4);
        assertThat(now.get("rating_text").isNull()).isTrue();
        assertThat(now.get("rated_at").isNull()).isFalse();
        assertThat(ada.get("/request-items/" + item + "/history").is(200).text())
                .contains("[2,4]", "It came late");
        assertThat(ada.get("/request-items?filter=rating:4%20beneficiary:" + who.who())
                        .is(200)
                        .text())
                .contains(item);
    }

    @Test
    void nobodyElseRatesIt() {
        delivered();
        for (var other : List.of("ada", "sam")) {
            rate(ada.as(other), "{\"rating\":5}").problem(403);
        }
        for (var other : List.of("eve", "tim", "olga")) {
            rate(ada.as(other), "{\"rating\":5}").problem(404);
        }
        who.patch("/request-items/" + item, "{\"rating\":5}").problem(403);
        ada.patch("/request-items/" + item, "{\"rating\":5}").refused(422, "/rating");
        assertThat(ada.get("/request-items/" + item).json().get("rating").isNull())
                .isTrue();
    }

    @Test
    void aRatingIsOneToFiveAndASentence() {
        delivered();
        for (var wrong : List.of("0", "6", "-1", "2.5", "\"many\"", "null", "[5]", "99999999999999999999")) {
            rate(who, "{\"rating\":" + wrong + "}").refused(422, "/rating");
        }
        rate(who, "{}").refused(422, "/rating");
        rate(who, "{\"rating\":5,\"rating_text\":\"" + "x".repeat(401) + "\"}").refused(422, "/rating_text");
        assertThat(ada.get("/request-items/" + item).json().get("rated_at").isNull())
                .isTrue();
    }

    @Test
    void itIsChangedForFourteenDays() {
        delivered();
        rate(who, "{\"rating\":1}").is(200);
        rated(Duration.ofDays(13));
        rate(who, "{\"rating\":2}").is(200);
        rated(Duration.ofDays(15));
        assertThat(rate(who, "{\"rating\":3}").problem(403).json().get("detail").asString())
                .contains("14");
    }

    private void rated(Duration ago) {
        Snapshot now =
                store.find(cast.ada(), RequestItemType.REQUEST_ITEM, item).orElseThrow();
        var plan = Plan.of(Cause.EDITED);
        plan.edit(now).set(RequestItemType.RATED_AT, Instant.now().minus(ago).truncatedTo(ChronoUnit.MICROS));
        store.save(cast.ada(), plan);
    }
}
