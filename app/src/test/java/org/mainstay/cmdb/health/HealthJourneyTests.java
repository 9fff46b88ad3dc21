package org.mainstay.cmdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From a number on the page of health to the record that is mended, and the number is gone.
@MainstayTest
class HealthJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Measuring measuring;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String itemClass = "j" + mark;
    private Api ada;

    @BeforeEach
    void anItemWithoutAGroup() {
        cast.everybody();
        ada = new Api(port, "ada");
        ada.post(
                        "/ci-classes",
                        "{\"code\":\"%s\",\"label\":\"Kranich %s\",\"phase\":\"operational\"}"
                                .formatted(itemClass, mark))
                .is(201);
        ada.post("/configuration-items", "{\"class\":\"%s\",\"name\":\"crane-%s\"}".formatted(itemClass, mark))
                .is(201);
    }

    private boolean measured(Window window) {
        return window.open("/configuration-health").page().content().contains("Kranich " + mark);
    }

    @Test
    void aNumberLeadsToWhatIsToBeMended() {
        measuring.measure();
        try (var window = Window.of(port, "ada", Look.DESK)) {
            assertThat(measured(window)).isTrue();
            var row = window.page().locator("tr", new Page.LocatorOptions().setHasText("Kranich " + mark));
            row.locator(".share a").first().click();
            window.reads("crane-" + mark);
            window.page().getByText("crane-" + mark).first().waitFor();
            window.open("/configuration-health");
            row.locator("a.score").click();
            window.reads("Not filled: Support group")
                    .press("Not filled: Support group")
                    .reads("crane-" + mark);
            var number = ada.get("/configuration-items?filter=class:" + itemClass)
                    .json()
                    .at("/items/0/number")
                    .asString();
            window.open("/configuration-items/" + number + "/findings").reads("Not filled: Support group");
            window.open("/configuration-items/" + number + "/edit")
                    .fill("Support group", "Network")
                    .press("Save")
                    .reads("Network");
            window.settled();
        }
        measuring.measure();
        try (var window = Window.of(port, "ada", Look.WITHOUT_SCRIPTS)) {
            window.open("/configuration-health/why?by=class&key=" + itemClass).readsNot("Not filled");
        }
    }
}
