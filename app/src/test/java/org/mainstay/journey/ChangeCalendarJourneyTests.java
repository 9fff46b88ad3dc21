package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/// Carl plans changes where nothing stands in their way, by dragging and by one press.
@MainstayTest
class ChangeCalendarJourneyTests {

    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "k" + UUID.randomUUID().toString().substring(0, 6);
    Api carl;
    String server;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        server = number(carl.as("ada")
                .post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"%s\"}".formatted(mark)));
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private String change(String title, int day, int from, int to) {
        return number(carl.post("/changes", """
                {"title":"%s %s","type":"normal","configuration_item":"%s","planned_start":"%s","planned_end":"%s"}""".formatted(title, mark, server, at(day, from), at(day, to))));
    }

    private String start(String change) {
        return carl.get("/changes/" + change).json().get("planned_start").asString();
    }

    private Locator drawn(Window window, String title) {
        return window.page()
                .locator(".ec-event.change")
                .filter(new Locator.FilterOptions().setHasText(title + " " + mark));
    }

    private Window week() {
        return Window.of(port, "carl", Look.DESK)
                .open("/changes/calendar?view=week&date=" + MONDAY + "&filter=" + mark);
    }

    /// Drags by so many days.
    private static void drag(Window window, Locator event, int days) {
        var box = event.boundingBox();
        double width = window.page().locator(".ec-body .ec-day").first().boundingBox().width;
        var mouse = window.page().mouse();
        double x = box.x + box.width / 2;
        double y = box.y + 10;
        mouse.move(x, y);
        mouse.down();
        mouse.move(x + 20, y);
        mouse.move(x + days * width, y);
    }

    /// What is moved makes the page load again.
    private static void drawnAnew(Window window, Runnable press) {
        window.page().waitForResponse(it -> it.request().isNavigationRequest(), press);
        window.page().waitForLoadState();
    }

    @Test
    void whereNothingStandsInTheWayADropIsEnough() {
        var one = change("Patch", 1, 18, 20);
        try (var window = week()) {
            assertThat(drawn(window, "Patch")).isVisible();
            drag(window, drawn(window, "Patch"), 1);
            drawnAnew(window, () -> window.page().mouse().up());
            assertThat(start(one)).isEqualTo(at(2, 18).toString());
            assertThat(drawn(window, "Patch")).isVisible();
            window.settled();
        }
    }

    @Test
    void whatStandsInTheWayIsShownBeforeAndAskedAfterTheDrop() {
        var one = change("Patch", 1, 18, 20);
        var other = change("Release", 3, 17, 21);
        try (var window = week()) {
            drag(window, drawn(window, "Patch"), 2);
            assertThat(window.page().locator(".ec-bg-event.shade")).hasCount(1);
            window.page().mouse().up();
            var dialog = window.page().locator(".calendar-move");
            assertThat(dialog).containsText(other);
            dialog.getByText("Put it back").click();
            assertThat(window.page().locator(".ec-bg-event.shade")).hasCount(0);
            assertThat(start(one)).isEqualTo(at(1, 18).toString());

            drag(window, drawn(window, "Patch"), 2);
            window.page().mouse().up();
            drawnAnew(window, () -> dialog.getByText("Plan it anyway").click());
            assertThat(start(one)).isEqualTo(at(3, 18).toString());
            assertThat(drawn(window, "Patch")).isVisible();
            window.settled();
        }
    }

    @Test
    void whoDragsWhatSomebodyElseMovedIsTold() {
        var one = change("Patch", 1, 18, 20);
        try (var window = week()) {
            assertThat(drawn(window, "Patch")).isVisible();
            var elsewhere = "{\"planned_start\":\"%s\",\"planned_end\":\"%s\"}".formatted(at(4, 18), at(4, 20));
            carl.patch("/changes/" + one, elsewhere).is(200);
            drag(window, drawn(window, "Patch"), 1);
            window.page().mouse().up();
            assertThat(window.page().locator(".change-calendar > .error")).containsText(one);
            assertThat(start(one)).isEqualTo(at(4, 18).toString());
        }
    }

    @Test
    void aFreeTimeIsOnePressAway() {
        var one = change("Patch", 1, 18, 20);
        change("Release", 1, 17, 21);
        try (var window = Window.of(port, "carl", Look.PHONE).open("/changes/" + one + "/conflicts")) {
            window.reads("Same item").reads("Release");
            window.page().getByText("Plan for then").first().click();
            window.reads("Patch " + mark);
            assertThat(start(one)).isEqualTo(at(1, 21).toString());
            window.open("/changes/calendar?date=" + MONDAY + "&filter=" + mark)
                    .reads("Patch")
                    .reads("Release");
            window.settled();
        }
    }
}
