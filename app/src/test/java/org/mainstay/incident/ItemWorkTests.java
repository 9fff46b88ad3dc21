package org.mainstay.incident;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/// What is being worked on at an item, on its page.
@MainstayTest
class ItemWorkTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private String item(String name) {
        return ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"%s\",\"organisation\":\"%s\"}"
                                .formatted(mark + name, cast.one()))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private void incident(String title, String item) {
        ada.post(
                        "/incidents",
                        "{\"title\":\"%s\",\"caller\":\"max\",\"configuration_item\":\"%s\"}"
                                .formatted(mark + title, item))
                .is(201);
    }

    @Test
    void anItemShowsTheOpenIncidentsOfItselfAndCountsThoseOfWhatItDependsOn() {
        var upper = item("upper");
        var lower = item("lower");
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(upper, lower))
                .is(201);
        incident("above", upper);
        incident("below", lower);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/configuration-items/" + upper);
            var part = sam.page().locator(".part", new Page.LocatorOptions().setHasText("Open work"));
            assertThat(part).containsText(mark + "above");
            assertThat(part).not().containsText(mark + "below");
            part.getByText("One open incident of what it depends on").click();
            sam.reads(mark + "above").reads(mark + "below");
            sam.open("/configuration-items/" + lower).reads("No incident of what it depends on is open.");
        }
        try (var max = Window.of(port, "eve", Look.DESK)) {
            max.open("/configuration-items/" + upper + "/open-work").reads("No incident of this item is open.");
        }
    }
}
