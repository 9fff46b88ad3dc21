package org.mainstay.cmdb.impact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/// Items are made, related and asked about in a browser.
@MainstayTest
class RelationPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    @Test
    void aServerIsMadeRelatedAndAskedWhatItsFailureHits() {
        new Api(port, "ada")
                .post(
                        "/configuration-items",
                        "{\"class\":\"business_service\",\"name\":\"%s service\"}".formatted(mark))
                .is(201);
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            ada.open("/configuration-items/new").fill("Name", mark + " server");
            assertThat(ada.page().getByLabel("Memory (MB)")).hasCount(0);
            ada.choose("Class", "linux_server");
            ada.fill("Memory (MB)", "4096");
            assertThat(ada.field("Name").first()).hasValue(mark + " server");
            ada.press("Create").reads("4096").reads("No relations of this item are known");

            var part = ada.page().locator(".part:has(select[name=way])");
            part.locator("select[name=way]").selectOption("depends_on to");
            part.locator("input[name=other]").fill("no such thing");
            part.getByText("Relate").last().click();
            assertThat(part.locator(".error")).isVisible();
            assertThat(part.locator("input[name=other]")).hasValue("no such thing");
            part.locator("select[name=way]").selectOption("depends_on to");
            part.locator("input[name=other]").fill(mark + " service");
            part.getByText("Relate").last().click();
            assertThat(part).containsText("One item is hit if this fails.");
            ada.press("One item is hit if this fails.").reads(mark + " service").reads("Business service");
        }
    }
}
