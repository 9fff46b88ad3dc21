package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Attribute;
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

/// Values of a record are changed where they stand, by keys or pointer, also by two people at once.
@MainstayTest
class InPlaceJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private UUID incident;
    private String path;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        var reported = new Reports(store, cast).incident("Changed in its place", cast.max());
        incident = reported.id();
        path = Reports.path(reported);
    }

    private static Locator place(Window window, String attribute) {
        return window.page().locator(".fields .in-place[data-attribute=" + attribute + "]");
    }

    /// By keys: an option that is chosen with the pointer is saved at once.
    private static Locator open(Window window, String attribute) {
        place(window, attribute).locator(".opener").press("Enter");
        return place(window, attribute).locator("[name=" + attribute + "]:not([type=hidden])");
    }

    private <T> void miaSets(Attribute<T> attribute, T value) {
        var plan = Plan.of(Cause.EDITED);
        plan.edit(store.get(cast.mia(), IncidentType.INCIDENT, incident).orElseThrow())
                .set(attribute, value);
        assertInstanceOf(Saved.Done.class, store.save(cast.mia(), plan));
    }

    @Test
    void aValueIsChangedByKeysAlone() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            var keys = sam.page().keyboard();
            var impact = place(sam, "impact");
            impact.locator(".opener").focus();
            keys.press("Enter");
            var input = impact.locator("select");
            assertThat(input).isFocused();
            keys.press("Escape");
            assertThat(input).hasCount(0);
            assertThat(impact.locator(".opener")).isFocused();

            keys.press("Enter");
            assertThat(input).isFocused();
            keys.type("High");
            impact.locator(".btn-primary").press("Enter");
            assertThat(impact).containsText("High");
            // what follows from it is there as well
            assertThat(sam.page().locator(".timeline .items")).containsText("Impact");
            sam.settled();
        }
    }

    @Test
    void theKeyOfEditingOpensTheFirstValue() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path).page().keyboard().press("e");
            assertThat(place(sam, "priority").locator("select")).isFocused();
            sam.page().reload();
            // where no value opens, the form is the way
            sam.page().evaluate("document.querySelectorAll('.fields .opener').forEach(it => it.remove())");
            sam.page().keyboard().press("e");
            sam.page().waitForURL("**/edit");
        }
    }

    @Test
    void whatIsMissingIsAskedForAtTheValue() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            open(sam, "priority").selectOption("1");
            var priority = place(sam, "priority");
            priority.locator(".btn-primary").click();
            assertThat(priority.locator(".input-error")).isVisible();
            priority.locator("[name=priority_reason]").fill("The board is waiting");
            priority.locator(".btn-primary").click();
            assertThat(priority.locator(".rank")).hasText("P1");
            assertThat(place(sam, "priority_reason")).containsText("The board is waiting");
            sam.settled();
        }
    }

    @Test
    void whatIsSetToNothingByKeysIsSaved() {
        miaSets(IncidentType.CHANNEL, "phone");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            open(sam, "channel").selectOption("");
            sam.page().locator("#comment").focus();
            var channel = place(sam, "channel");
            channel.locator(".btn-primary").press("Enter");
            assertThat(channel.locator("select")).hasCount(0);
            assertThat(channel).not().containsText("Phone");
        }
    }

    @Test
    void editsOfTwoPeopleAreMerged() {
        try (var sam = Window.of(port, "sam", Look.DESK);
                var mia = Window.of(port, "mia", Look.DESK)) {
            sam.open(path);
            mia.open(path);
            var sams = open(sam, "impact");
            var mias = open(mia, "urgency");
            sams.selectOption("high");
            place(sam, "impact").locator(".btn-primary").click();
            assertThat(place(sam, "impact")).containsText("High");
            mias.selectOption("high");
            place(mia, "urgency").locator(".btn-primary").click();
            assertThat(place(mia, "urgency")).containsText("High");
            assertThat(place(mia, "impact")).containsText("High");
            assertThat(place(sam, "urgency")).containsText("High");
            assertThat(sam.page().locator(".state-line .rank")).hasText("P1");
        }
    }

    @Test
    void aConflictShowsBothValuesAndOneIsChosen() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            var impact = place(sam, "impact");
            open(sam, "impact").selectOption("low");
            miaSets(IncidentType.IMPACT, Level.HIGH);
            impact.locator(".btn-primary").click();
            assertThat(impact.locator(".input-now")).containsText("High");
            assertThat(impact.locator("select")).hasValue("low");
            sam.press("Take theirs");
            assertThat(impact).containsText("High");
            assertThat(impact.locator("select")).hasCount(0);

            open(sam, "impact").selectOption("low");
            miaSets(IncidentType.IMPACT, Level.MEDIUM);
            impact.locator(".btn-primary").click();
            assertThat(impact.locator(".input-now")).containsText("Medium");
            sam.press("Keep mine");
            assertThat(impact).containsText("Low");
            assertThat(impact.locator("select")).hasCount(0);
            sam.settled();
        }
    }

    @Test
    void whatIsTypedWhileTheConnectionIsLostIsKept() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            var due = open(sam, "parent_incident");
            due.fill("No such incident");
            place(sam, "parent_incident").locator(".btn-primary").click();
            assertThat(place(sam, "parent_incident").locator(".input-error")).isVisible();
            assertThat(due).hasValue("No such incident");
            sam.page().reload();
            open(sam, "parent_incident");
            assertThat(due).hasValue("No such incident");
            sam.press("Discard it");
            assertThat(due).hasValue("");
        }
    }

    @Test
    void anOptionChosenWithThePointerIsSavedAtOnce() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            place(sam, "urgency").locator(".opener").click();
            place(sam, "urgency").locator("select").selectOption("high");
            assertThat(place(sam, "urgency").locator("select")).hasCount(0);
            assertThat(place(sam, "urgency")).containsText("High");
        }
    }

    @Test
    void aStateOffersWhatChangesIt() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            var state = place(sam, "state");
            state.locator(".opener").click();
            assertThat(state.locator(".btn").first()).isFocused();
            state.getByText("Cancel", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(state.locator("[data-attribute=state]")).hasText("New");
        }
    }

    @Test
    void withoutScriptsAValueLeadsToTheForm() {
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open(path);
            place(sam, "impact").locator(".opener").click();
            sam.choose("Impact", "high").press("Save");
            assertThat(place(sam, "impact")).containsText("High");
        }
    }
}
