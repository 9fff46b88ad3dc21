package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A dashboard is made, filled, arranged and read in the browser, without code.
@MainstayTest
class DashboardJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        new Reports(store, cast).incident("Counted on a dashboard", cast.sam());
    }

    @Test
    void somebodyMakesADashboardOfTheirOwn() {
        try (var window = Window.of(port, "sam", Look.DESK)) {
            window.open("/dashboards").press("New dashboard");
            window.fill("Title", "Sam's figures").press("Create").reads("This dashboard has no tiles yet.");
            window.press("Add a tile");
            window.fill("Title", "Open now").field("Which of them").fill("state:nw");
            assertThat(window.page().locator("#tile-preview .error")).containsText("nw");
            window.press("Save");
            assertThat(window.page().locator("#f-filter-error")).isVisible();
            window.field("Which of them").fill("state:new");
            assertThat(window.page().locator("#tile-preview .figure a")).hasText(Pattern.compile("\\d+"));
            window.press("Save").press("Add a tile");
            window.choose("Shape", "bar").choose("Grouped by", "priority").fill("Title", "By priority");
            window.press("Save").press("Move By priority towards the beginning");
            assertThat(window.page().locator(".arrange li").first()).containsText("By priority");
            window.press("Done").complete();
            assertThat(window.page().locator(".tile .figures")).isVisible();
            window.page().locator(".figure a").click();
            assertThat(window.page()).hasURL(Pattern.compile("/incidents\\?filter=state%3Anew$"));
            window.settled();
        }
    }

    @Test
    void aShippedDashboardFillsAScreenAndReadsWithoutScripts() {
        try (var window = Window.of(port, "sam", Look.DESK)) {
            window.open("/dashboards").press("Flow").complete();
            assertThat(window.page().locator(".tile .error")).hasCount(0);
            assertThat(window.page().locator("svg.chart.wide-only").first()).isVisible();
            window.press("Full screen").complete();
            assertThat(window.page().locator("nav.menu")).hasCount(0);
            window.settled();
        }
        try (var window = Window.of(port, "max", Look.WITHOUT_SCRIPTS)) {
            window.open("/dashboards").press("Flow").press("Show the figures").reads("Open the list");
            window.settled();
        }
    }
}
