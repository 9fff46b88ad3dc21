package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/// Lists that are filtered and paged, forms that two people fill at once, and what administrators define.
@MainstayTest
class ListAndFormJourneyTests {

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

    private UUID incidents(String title, int many) {
        var plan = Plan.of(Cause.CREATED);
        for (int i = 1; i <= many; i++) {
            plan.create(IncidentType.INCIDENT).values().set(IncidentType.TITLE, title + " " + i);
        }
        assertThat(store.save(cast.sam(), plan)).isInstanceOf(Saved.Done.class);
        return plan.steps().getFirst().id();
    }

    @Test
    void aWrongFilterIsShownAndCorrected() {
        incidents("Kolibri", 2);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents")
                    .fill("Filter", "Kolibri stte:new")
                    .press("Apply")
                    .reads("Position 9");
            assertThat(sam.page().locator("mark")).hasText("stte");
            assertThat(sam.field("Filter")).hasValue("Kolibri stte:new");
            sam.press("state").reads("Kolibri 1").reads("Kolibri 2");
            assertThat(sam.page().locator("h1 .count")).hasText("2");
            sam.fill("Filter", "Kolibri state:closed").press("Apply").reads("Nothing matches this filter");
            sam.press("Clear");
            assertThat(sam.field("Filter")).hasValue("");
            sam.settled();
        }
    }

    @Test
    void theFilterCompletesNamesAndValues() {
        incidents("Sperber", 1);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents");
            var field = sam.field("Filter");
            var offered = sam.page().locator("#completions [role=option]");
            var keyboard = sam.page().keyboard();
            field.pressSequentially("Sperber stat");
            assertThat(offered.first()).containsText("state:");
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            assertThat(field).hasValue("Sperber state:");
            assertThat(offered).hasCount(6);
            field.pressSequentially("n");
            assertThat(offered).hasCount(1);
            keyboard.press("ArrowDown");
            keyboard.press("Tab");
            assertThat(field).hasValue("Sperber state:new ");
            field.pressSequentially("caller.dep");
            assertThat(offered.first()).containsText("caller.department:");
            keyboard.press("Escape");
            assertThat(offered.first()).isHidden();
            field.fill("Sperber opened by:");
            field.fill("Sperber opened_by:me");
            assertThat(offered.first()).containsText("me");
            keyboard.press("Enter");
            sam.reads("Sperber 1");
            sam.settled();
        }
    }

    @Test
    void aLongListIsPagedWithoutGapsOrRepeats() {
        incidents("Albatros", 120);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Albatros&sort=number");
            Set<String> seen = new HashSet<>(numbers(sam));
            sam.press("Next page").reads("First page");
            seen.addAll(numbers(sam));
            sam.press("Next page").reads("End of the list");
            seen.addAll(numbers(sam));
            assertThat(seen).hasSize(120);
            assertThat(numbers(sam)).hasSize(20);
            sam.press("First page").reads("Next page");
            assertThat(numbers(sam)).hasSize(50);
            var export = sam.page().waitForDownload(() -> {
                sam.page().getByText("Export").click();
                sam.press("CSV");
            });
            assertThat(export.suggestedFilename()).isEqualTo("incidents.csv");
        }
    }

    private static List<String> numbers(Window window) {
        return window.page().locator("tbody a.number").allTextContents();
    }

    @Test
    void twoEditOneRecordAndNothingIsLost() {
        var path = "/incidents/" + incidents("Two at once", 1);
        try (var sam = Window.of(port, "sam", Look.DESK);
                var mia = Window.of(port, "mia", Look.DESK)) {
            sam.open(path + "/edit");
            mia.open(path + "/edit")
                    .fill("Description", "By Mia\nin two lines")
                    .press("Save")
                    .reads("By Mia");
            sam.fill("Title", "By Sam").press("Save").reads("By Sam").reads("By Mia");

            sam.open(path + "/edit").fill("Title", "Sam wins").fill("Location", "");
            mia.open(path + "/edit")
                    .fill("Title", "Mia was first")
                    .choose("Urgency", "Low")
                    .press("Save")
                    .reads("Mia was first");
            sam.fill("Description", "And more").press("Save").reads("what you typed is kept");
            assertThat(sam.field("Title")).hasValue("Sam wins");
            assertThat(sam.field("Description")).hasValue("And more");
            assertThat(sam.field("Urgency")).hasValue("low");
            assertThat(sam.page().locator(".input-now")).hasCount(1);
            assertThat(sam.page().locator(".input-now")).containsText("Mia was first");
            sam.press("Save").reads("Sam wins").reads("And more");
            sam.reads("Low");
        }
    }

    @Test
    void whatDoesNotFitStandsAtItsFieldAndTheRestIsKept() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new")
                    .fill("Description", "<script>alert(1)</script>")
                    .fill("Caller", "nobody-like-this");
            sam.fill("Title", " ").press("Create").reads("There is no nobody-like-this.");
            assertThat(sam.field("Description")).hasValue("<script>alert(1)</script>");
            assertThat(sam.field("Caller")).hasAttribute("aria-invalid", "true");
            sam.fill("Caller", "").press("Create").reads("This is needed.");
            assertThat(sam.field("Title")).hasAttribute("aria-invalid", "true");
            sam.fill("Title", "Now it fits").field("Caller").fill("eve");
            assertThat(sam.page().locator("#f-caller-list option").first()).hasAttribute("value", "Eve Laurent [eve]");
            sam.fill("Caller", "Eve Laurent [eve]")
                    .press("Create")
                    .reads("Eve Laurent")
                    .reads("<script>alert(1)</script>");
            sam.settled();
        }
    }

    @Test
    void anAdministratorDefinesAFieldAndACategoryAndUsesThemAtOnce() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            ada.open("/")
                    .press("Categories")
                    .press("New category")
                    .fill("Name", "Forklifts")
                    .press("Create");
            ada.reads("Forklifts").press("Custom fields").press("New custom field");
            ada.choose("Record type", "incident").fill("Code", "bay").choose("Kind", "Text");
            ada.fill("Label *", "Loading bay")
                    .fill("Position", "10")
                    .press("Create")
                    .reads("Loading bay");
            ada.press("Report an incident").press("All fields");
            ada.fill("Title", "It does not lift").fill("Category", "Forklifts");
            ada.fill("Loading bay", "Bay 7").press("Create").reads("Bay 7").reads("Forklifts");
            ada.open("/incidents?filter=custom.bay:%22Bay%207%22")
                    .reads("It does not lift")
                    .settled();
        }
    }

    @Test
    void whoChoosesGermanReadsGerman() {
        var newcomer = cast.userName(cast.newcomer());
        try (var window = Window.of(port, newcomer, Look.DESK)) {
            window.open("/profile").choose("Language", "German").press("Save").reads("Passwort ändern");
            window.press("Incident melden")
                    .fill("Titel", "Auf Deutsch")
                    .press("Anlegen")
                    .is("Neu");
            window.reads("Kommentieren").reads("hat dies angelegt").settled();
        }
    }
}
