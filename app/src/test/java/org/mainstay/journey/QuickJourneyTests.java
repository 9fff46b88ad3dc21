package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A new record is begun from anywhere, over the page one is on.
@MainstayTest
class QuickJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private static Locator dialog(Window window) {
        return window.page().locator("#quick");
    }

    private static Locator title(Window window) {
        return dialog(window).locator("[name=title]");
    }

    @Test
    void whatIsBegunByAKeyIsKeptRefusedAndCreatedInPlace() {
        new Reports(store, cast).incident("Kranich stands on the runway", cast.max());
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/people");
            sam.page().keyboard().press("j");
            var row = sam.page().locator("a.number:focus");
            var here = row.getAttribute("href");
            sam.page().keyboard().press("c");
            assertThat(dialog(sam)).hasAccessibleName("New incident");
            assertThat(title(sam)).isFocused();
            title(sam).pressSequentially("Kranich stands");
            assertThat(dialog(sam).locator(".similar")).containsText("on the runway");
            sam.page().keyboard().press("Escape");
            assertThat(dialog(sam)).isHidden();
            assertThat(row).hasAttribute("href", here);

            sam.press("Report an incident");
            assertThat(title(sam)).hasValue("Kranich stands");
            dialog(sam).getByText("Cancel").click();
            assertThat(dialog(sam)).isHidden();
            assertThat(sam.page().locator("a.create")).isFocused();

            sam.press("Report an incident");
            dialog(sam).getByLabel("Caller").fill("nobody-like-this");
            sam.press("Create");
            assertThat(dialog(sam)).containsText("There is no nobody-like-this.");
            assertThat(dialog(sam).locator("[name=caller]")).isFocused();
            assertThat(title(sam)).hasValue("Kranich stands");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/people"));
            sam.settled();
            dialog(sam).getByLabel("Caller").fill("");
            sam.press("Create").is("New").reads("Kranich stands");
            sam.press("Report an incident");
            assertThat(title(sam)).hasValue("");
        }
    }

    @Test
    void whatIsSuggestedIsTakenAlsoWhereTheFormDoesNotShowIt() {
        for (int i = 0; i < 2; i++) {
            var plan = Plan.of(Cause.CREATED);
            plan.create(IncidentType.INCIDENT)
                    .values()
                    .set(IncidentType.TITLE, "Waldkauz sits on the antenna")
                    .set(IncidentType.GROUP, cast.network());
            assertInstanceOf(Saved.Done.class, store.save(cast.sam(), plan));
        }
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/").press("Report an incident");
            title(sam).pressSequentially("Waldkauz sits on the antenna");
            sam.press("Take it");
            assertThat(dialog(sam).getByText("Taken.")).isFocused();
            sam.press("Create").is("New").reads("Waldkauz sits on the antenna");
            assertThat(sam.page().locator(".fields").first()).containsText("Network");
        }
    }

    @Test
    void whatIsLongerIsFinishedOnItsPage() {
        try (var sam = Window.of(port, "sam", Look.PHONE)) {
            sam.open("/").press("Report an incident").fill("Title", "Begun in a dialog");
            sam.settled();
            sam.press("All fields").reads("What you had typed here is back");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/incidents/new"));
            assertThat(sam.field("Title")).hasValue("Begun in a dialog");
        }
    }

    @Test
    void itIsCreatedOnceHoweverOftenOneClicks() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/").press("Report an incident").fill("Title", "Goldammer clicked twice");
            dialog(sam).locator(".btn-primary").dblclick();
            sam.is("New").open("/incidents?filter=Goldammer");
            assertThat(sam.page().locator("tr[data-number]")).hasCount(1);
        }
    }

    @Test
    void whoIsSignedOutMeanwhileLosesNothing() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/")
                    .press("Report an incident")
                    .fill("Title", "Dompfaff waits")
                    .complete();
            sam.page().context().clearCookies();
            sam.press("Create");
            assertThat(dialog(sam)).containsText("You are signed out.");
            assertThat(title(sam)).hasValue("Dompfaff waits");
        }
    }

    @Test
    void withoutScriptsThePageIsTheWay() {
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open("/people").press("Report an incident").fill("Title", "Without a dialog");
            sam.press("Create").is("New");
        }
    }
}
