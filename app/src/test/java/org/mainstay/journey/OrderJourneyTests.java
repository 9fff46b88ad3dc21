package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
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

/// Somebody orders on a phone, agents prepare it, and it arrives.
@MainstayTest
class OrderJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Shop shop;

    @BeforeEach
    void open() {
        cast.everybody();
        shop = new Shop(new Api(port, "ada"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void orderedPreparedAndConfirmed(Look look) {
        var name = "Telescope " + Plan.newId().toString().substring(24);
        shop.item(
                name,
                "\"price\":{\"amount\":\"250\",\"currency\":\"EUR\"},\"promise\":\"P3D\",\"most\":5,"
                        + "\"short_text\":\"To see far\",\"description\":\"With a **tripod**.\"",
                "Polish the lens@Service desk",
                "Pack it@Service desk");
        var who = cast.userName(cast.newcomer());
        try (var theirs = Window.of(port, who, look)) {
            theirs.open("/catalog").reads("Order something").settled();
            theirs.fill("Search the catalogue", name)
                    .press("Search")
                    .reads("€250.00")
                    .settled();
            theirs.page().getByText(name).first().click();
            theirs.reads("With a tripod").settled();
            theirs.fill("How many?", "2")
                    .press("Put into the cart")
                    .reads("€500.00")
                    .settled();
            theirs.press("Order all of it")
                    .reads("Being prepared")
                    .reads("Polish the lens")
                    .settled();
            var request = theirs.path().replaceAll(".*/requests/|#.*", "");

            try (var desk = Window.of(port, "sam", Look.DESK)) {
                desk.open("/requests/" + request).complete().reads(name);
                var sam = new Api(port, "sam");
                var item = Shop.text(shop.items(sam, request).getFirst(), "number");
                desk.open("/request-items/" + item)
                        .complete()
                        .reads("Polish the lens")
                        .reads("Pack it");
                for (var task : shop.tasks(sam, item)) {
                    desk.open("/tasks/" + Shop.text(task, "number"));
                    desk.press("Take").complete();
                    sam.post("/tasks/" + Shop.text(task, "number") + "/complete", "{}")
                            .is(200);
                }
            }
            theirs.open("/catalog/requests").reads("Delivered on").settled();
            theirs.page().getByText(name).first().click();
            theirs.press("It has arrived").reads("Closed").settled();
            theirs.press("Order again").reads("€500.00");
            assertThat(theirs.path()).startsWith("/catalog/cart");
        }
    }

    @Test
    void somebodyOrdersOnAPhone() {
        orderedPreparedAndConfirmed(Look.PHONE);
    }

    @Test
    void somebodyOrdersWithoutScriptsInTheDark() {
        var phone = Look.WITHOUT_SCRIPTS;
        orderedPreparedAndConfirmed(new Look(390, 844, ColorScheme.DARK, phone.scripts(), phone.language()));
    }
}
