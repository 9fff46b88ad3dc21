package org.mainstay.journey;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of the portal as people with and without good eyes meet them.
@MainstayTest
class PortalLookTests {

    private static final Fitness FITNESS = new Fitness();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    @Test
    void pagesOfThePortalAreFitForEverybody() {
        var ada = new Api(port, "ada");
        var mark = "look" + UUID.randomUUID().toString().substring(0, 8);
        var who = cast.userName(cast.newcomer());
        var service = Shop.number(ada.post(
                "/configuration-items", "{\"name\":\"Ovens %s\",\"class\":\"business_service\"}".formatted(mark)));
        var device = Shop.number(ada.post(
                "/configuration-items",
                "{\"name\":\"Laptop %s\",\"class\":\"computer\",\"owner\":\"%s\",\"model\":\"X13\"}"
                        .formatted(mark, who)));
        var outage = Shop.number(ada.post(
                "/incidents",
                "{\"title\":\"Hidden\",\"status_text\":\"Ovens stay cold %s\",\"service\":\"%s\"}"
                        .formatted(mark, service)));
        ada.post("/incidents/" + outage + "/accept_major", "{}").is(200);
        var theirs = ada.as(who);
        var other = Shop.number(
                ada.post("/incidents", "{\"title\":\"Hidden\",\"status_text\":\"Lifts %s\"}".formatted(mark)));
        ada.post("/incidents/" + other + "/accept_major", "{}").is(200);
        theirs.post("/outages/" + other + "/me_too", "").is(200);
        var solved = "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}";
        ada.post("/incidents/" + other + "/resolve", solved).is(200);
        var incident = Shop.number(theirs.post("/incidents", "{\"title\":\"The oven door jams\"}"));
        var shop = new Shop(ada);
        var item = shop.item("Oven gloves " + mark, "\"short_text\":\"Warm\"");
        var request = Shop.number(theirs.post("/catalog-items/" + item + "/order", "{}"));
        var one = Shop.text(shop.items(theirs, request).getFirst(), "number");
        ada.post("/request-items/" + one + "/fulfil", "{}").is(200);
        theirs.post("/request-items/" + one + "/rate", "{\"rating\":4,\"rating_text\":\"Warm indeed\"}")
                .is(200);
        FITNESS.check(
                port,
                who,
                "/portal",
                "/portal/search?q=oven",
                "/portal/search?q=" + mark + "zzz",
                "/portal/report",
                "/portal/report?about=" + device + "&title=oven",
                "/portal/incidents",
                "/portal/incidents?closed=true",
                "/portal/incidents/" + incident,
                "/portal/outages/" + outage,
                "/portal/outages/" + other,
                "/portal/devices",
                "/portal/devices/" + device,
                "/portal/services/" + service,
                "/portal/decisions",
                "/catalog/requests/" + one,
                "/profile");
        FITNESS.check(port, "sam", "/incidents/" + outage + "/affected");
        shop.close();
        ada.post("/incidents/" + outage + "/cancel", "{\"reason\":\"Over\"}").is(200);
    }
}
