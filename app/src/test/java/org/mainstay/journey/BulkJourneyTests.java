package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The same to two incidents: from what was chosen in a list over a preview to what was done, and back.
@MainstayTest
class BulkJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api sam;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private List<String> two(String title) {
        return List.of(incident(title + " one"), incident(title + " two"));
    }

    private String incident(String title) {
        return sam.post("/incidents", "{\"title\":\"" + title + "\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
    }

    private String impact(String number) {
        return sam.get("/incidents/" + number).json().get("impact").stringValue();
    }

    private static String chosen(List<String> numbers) {
        return "/incidents/bulk?record=" + String.join("&record=", numbers);
    }

    @Test
    void whatIsChosenIsSeenDoneAndTakenBack() {
        var numbers = two("Together");
        try (var window = Window.of(port, "sam", Look.DESK)) {
            window.open(chosen(numbers)).reads("2 Incidents").reads(numbers.getFirst());
            window.press("Look at what changes").reads("Say what is to be done");
            window.choose("Impact", "High").fill("Comment on each", "We look at both.");
            window.press("Look at what changes").reads("Nothing is written yet").reads("Medium → High");
            assertThat(impact(numbers.getFirst())).isEqualTo("medium");
            window.settled();
            sam.patch("/incidents/" + numbers.get(1), "{\"impact\":\"high\"}").is(200);
            window.press("Do it").reads("List what was changed").settled();
            assertThat(numbers).extracting(this::impact).containsOnly("high");
            sam.patch("/incidents/" + numbers.get(1), "{\"impact\":\"low\"}").is(200);
            var done = window.path();
            window.press("List what was changed").reads("Together one").reads("Together two");
            window.open(done).press("Undo").reads("taken back");
            PlaywrightAssertions.assertThat(window.page().locator("[data-job=done]"))
                    .isVisible();
            assertThat(numbers).extracting(this::impact).containsExactly("medium", "low");
            window.open("/bulk").reads("Undoing Set Impact").settled();
        }
    }

    @Test
    void anActionAsksAndSaysWhatItRefusesWithoutScripts() {
        var numbers = two("Refused");
        sam.post("/incidents/" + numbers.get(1) + "/cancel", "{\"reason\":\"Twice\"}")
                .is(200);
        try (var window = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            window.open(chosen(numbers)).press("Resolve (1 of 2)");
            window.press("Look at what changes").reads("This is needed.");
            window.choose("Resolution code", "Fixed").fill("Resolution *", "Done.");
            window.press("Look at what changes").reads("Would be refused").reads("Would be changed");
            window.press("Choose something else").reads("2 Incidents");
        }
    }

    @Test
    void whatIsTypedIsKeptForTheseRecordsUntilItIsLookedAt() {
        var numbers = two("Kept");
        var others = two("Not kept");
        try (var window = Window.of(port, "sam", Look.DESK)) {
            window.open(chosen(numbers)).fill("Comment on each", "Half a thought");
            window.page().context().clearCookies();
            window.press("Look at what changes");
            window.fill("User name", "sam").fill("Password", Cast.PASSWORD).press("Sign in");
            window.shows("Home");
            window.open(chosen(others));
            PlaywrightAssertions.assertThat(window.field("Comment on each")).hasValue("");
            window.open(chosen(numbers));
            PlaywrightAssertions.assertThat(window.field("Comment on each")).hasValue("Half a thought");
            window.press("Look at what changes").reads("Nothing is written yet");
            window.open(chosen(numbers));
            PlaywrightAssertions.assertThat(window.field("Comment on each")).hasValue("");
        }
    }

    @Test
    void everythingAFilterFindsIsChosenOnAPhone() {
        two("Zebrabulk");
        try (var window = Window.of(port, "sam", Look.PHONE)) {
            window.open("/incidents/bulk?all=true&filter=Zebrabulk")
                    .reads("2 Incidents")
                    .settled();
            window.choose("Urgency", "Low")
                    .press("Look at what changes")
                    .reads("Would be changed")
                    .settled();
        }
    }
}
