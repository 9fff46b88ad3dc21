package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Lists as people set them up: conditions, columns, groups, views that are kept, rows that come while one looks.
@MainstayTest
class ListJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private void incidents(String title, int many) {
        var plan = Plan.of(Cause.CREATED);
        for (int i = 1; i <= many; i++) {
            plan.create(IncidentType.INCIDENT).values().set(IncidentType.TITLE, title + " " + i);
        }
        assertThat(store.save(cast.sam(), plan)).isInstanceOf(Saved.Done.class);
    }

    private static Locator chips(Window window) {
        return window.page().locator(".chip");
    }

    @Test
    void conditionsAndTextFollowEachOther() {
        incidents("Zaunkönig", 2);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents").fill("Filter", "Zaunkönig state:new").press("Apply");
            assertThat(chips(sam)).hasCount(2);
            assertThat(chips(sam).nth(1)).containsText("State is New");
            chips(sam).nth(1).locator("summary").click();
            sam.page()
                    .getByLabel("Closed", new Page.GetByLabelOptions().setExact(true))
                    .check();
            chips(sam).nth(1).getByText("Apply").click();
            assertThat(sam.field("Filter")).hasValue("Zaunkönig state:new,closed");
            sam.page().locator(".chips > li:last-child summary").click();
            sam.choose("Filter by", "caller");
            var editor = sam.page().locator(".chips > li:last-child form");
            editor.getByLabel("Caller").last().fill("me");
            editor.getByText("Apply").click();
            assertThat(sam.field("Filter")).hasValue("Zaunkönig state:new,closed caller:me");
            assertThat(chips(sam).nth(2)).containsText("Caller is me");
            sam.press("Without State is New, Closed");
            assertThat(sam.field("Filter")).hasValue("Zaunkönig caller:me");
            sam.settled();
        }
    }

    @Test
    void aViewIsBuiltKeptAndChanged() {
        incidents("Eisvogel", 3);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Eisvogel");
            sam.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Columns"))
                    .click();
            for (var column : List.of("Priority", "Caller", "Service", "Group", "Assignee", "Updated")) {
                sam.page()
                        .locator(".column-choice")
                        .getByLabel(column, new Locator.GetByLabelOptions().setExact(true))
                        .uncheck();
            }
            sam.press("Move State up");
            sam.page().locator("form:has(.column-choice)").getByText("Apply").click();
            assertThat(sam.page().locator(".rows th")).hasText(new String[] {"Number", "State", "Title", "Opened at"});
            sam.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Save view"))
                    .click();
            sam.fill("Name", "Kingfishers").press("Save as a new view");
            var tab = sam.page().locator(".tabs a[aria-current]");
            assertThat(tab).containsText("Kingfishers");
            assertThat(tab.locator(".count")).hasText("3");
            assertThat(sam.page().locator(".rows th")).hasText(new String[] {"Number", "State", "Title", "Opened at"});
            assertThat(sam.field("Filter")).hasValue("Eisvogel");
            sam.fill("Filter", "Eisvogel state:closed").press("Apply").reads("Nothing matches this filter");
            sam.press("Save in Kingfishers");
            assertThat(sam.page().locator(".tabs a[aria-current] .count")).hasText("0");
            sam.settled();
        }
        try (var nina = Window.of(port, "nina", Look.DESK)) {
            nina.open("/incidents").complete().readsNot("Kingfishers");
        }
    }

    @Test
    void aListIsDividedAndEachPartOpens() {
        incidents("Wendehals", 2);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Wendehals").choose("Group by", "state");
            var group = sam.page().locator(".group");
            assertThat(group).hasCount(1);
            assertThat(group.locator("summary")).containsText("New");
            assertThat(group.locator("summary .count")).hasText("2");
            assertThat(group.locator("tr[data-number]")).hasCount(2);
            sam.press("Open as a list");
            assertThat(sam.field("Filter")).hasValue("Wendehals state:new");
            sam.settled();
        }
    }

    @Test
    void rowsThatComeWaitAndRowsThatChangeAreShown() {
        incidents("Rohrdommel", 1);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Rohrdommel");
            var row = sam.page().locator("tr[data-number]");
            assertThat(row).hasCount(1);
            var number = row.getAttribute("data-number");
            var record = store.find(cast.sam(), IncidentType.INCIDENT, number).orElseThrow();
            acts.edit(
                    cast.sam(),
                    IncidentType.INCIDENT,
                    record.id(),
                    Input.texts(Map.of("title", "Rohrdommel in the reeds")),
                    null,
                    false);
            incidents("Rohrdommel", 2);
            assertThat(row)
                    .containsText("in the reeds", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(row).hasCount(1);
            sam.press("2 new");
            assertThat(row).hasCount(3);
        }
    }

    @Test
    void rowsAreWalkedChosenAndPreviewedByKeys() {
        incidents("Haubentaucher", 3);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Haubentaucher&sort=number");
            var keyboard = sam.page().keyboard();
            var drawer = sam.page().locator("#drawer");
            keyboard.press("j");
            keyboard.press("x");
            assertThat(sam.page().locator(".chosen-bar")).containsText("1 chosen");
            keyboard.press("p");
            assertThat(drawer).containsText("Haubentaucher 1");
            keyboard.press("j");
            assertThat(drawer).containsText("Haubentaucher 2");
            keyboard.press("x");
            assertThat(sam.page().locator(".chosen-bar")).containsText("2 chosen");
            keyboard.press("Escape");
            assertThat(drawer).isHidden();
            sam.press("Choose none");
            assertThat(sam.page().locator(".chosen-bar")).isHidden();
            keyboard.press("k");
            keyboard.press("o");
            sam.is("New");
        }
    }

    @Test
    void aListWorksWithoutScripts() {
        incidents("Blaukehlchen", 2);
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open("/incidents").fill("Filter", "Blaukehlchen").press("Apply").reads("Blaukehlchen 2");
            sam.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Save view"))
                    .click();
            sam.fill("Name", "Bluethroats").press("Save as a new view");
            assertThat(sam.page().locator(".tabs a[aria-current]")).containsText("Bluethroats");
            sam.settled();
        }
    }
}
