package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody answers a few questions about people who begin, sees what that orders, and orders it.
@MainstayTest
class BundleJourneyTests {

    private static final String ASKS = """
            {"code":"role","kind":"choice","label":"What will they do?","required":true,
             "options":[{"code":"desk","label":"Sit at a desk"},{"code":"road","label":"Be on the road"}]},
            {"code":"calls","kind":"yes_no","label":"Do they call customers?","show_when":"role:desk"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = Plan.newId().toString().substring(24);
    private Api ada;
    private Shop shop;
    private String bundle;

    @BeforeEach
    void aBundleIsOffered() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
        shop.form("starts" + mark, ASKS);
        shop.form(
                "sits" + mark, "{\"code\":\"colour\",\"kind\":\"text\",\"label\":\"Which colour?\",\"required\":true}");
        var account = shop.item("Badge " + mark, "", "Print it@Service desk");
        var chair = shop.item("Stool " + mark, "\"form\":\"sits" + mark + "\"", "Carry it@Service desk");
        var headset = shop.item("Earphones " + mark, "\"price\":{\"amount\":\"79\",\"currency\":\"EUR\"}", "Send it");
        bundle = shop.draft("Beginner " + mark, "\"form\":\"starts" + mark + "\"");
        var first = Shop.number(
                ada.post("/bundle-items", "{\"bundle\":\"%s\",\"item\":\"%s\"}".formatted(bundle, account)));
        Shop.number(ada.post(
                "/bundle-items",
                "{\"bundle\":\"%s\",\"item\":\"%s\",\"condition\":\"role:desk\",\"depends_on\":\"%s\"}"
                        .formatted(bundle, chair, first)));
        Shop.number(ada.post(
                "/bundle-items",
                "{\"bundle\":\"%s\",\"item\":\"%s\",\"condition\":\"calls:yes\"}".formatted(bundle, headset)));
        shop.publish(bundle);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void chosenAnsweredAndOrdered(Look look) {
        try (var theirs = Window.of(port, cast.userName(cast.newcomer()), look)) {
            theirs.open("/catalog/items/" + bundle)
                    .reads("This orders one thing")
                    .settled();
            theirs.page().getByLabel("Sit at a desk").check();
            if (!look.scripts()) {
                theirs.press("Show what else is asked");
            }
            theirs.reads("This orders 2 things").reads("What will they do? Sit at a desk");
            theirs.page().getByLabel("Yes").check();
            if (look.scripts()) {
                theirs.reads("This orders 3 things").reads("€79.00").settled();
            }
            theirs.press("Order now").reads("Which colour?").settled();
            theirs.page()
                    .locator(".cart-line")
                    .filter(new Locator.FilterOptions().setHasText("Stool"))
                    .getByText("Change the answers")
                    .click();
            theirs.fill("Which colour?", "Blue").press("Save in the cart").reads("From “Beginner " + mark + "”");
            theirs.press("Order all of it")
                    .reads("Waits for “Badge " + mark + "”")
                    .settled();
        }
    }

    @Test
    void aBundleIsOrderedByAnswersOnAPhone() {
        chosenAnsweredAndOrdered(Look.PHONE);
    }

    @Test
    void aBundleIsOrderedByAnswersInTheDarkWithoutScripts() {
        chosenAnsweredAndOrdered(new Look(390, 844, ColorScheme.DARK, false, "en"));
    }

    @Test
    void fivePeopleGetEverythingAtOnce() {
        var people = IntStream.range(0, 5)
                .mapToObj(_ -> cast.userName(cast.newcomer()))
                .collect(Collectors.joining(", "));
        try (var sams = Window.of(port, "sam", Look.DESK)) {
            sams.open("/catalog/items/" + bundle);
            sams.fill("For whom?", people);
            sams.page().getByLabel("Be on the road").check();
            sams.reads("This orders one thing")
                    .press("Order now")
                    .reads("Badge " + mark)
                    .settled();
            var request = sams.page().url().replaceAll(".*/requests/([A-Z0-9]+).*", "$1");
            assertThat(shop.items(ada, request)).hasSize(5);
        }
    }
}
