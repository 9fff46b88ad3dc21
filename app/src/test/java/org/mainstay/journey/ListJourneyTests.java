package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
            assertThat(row).containsText("in the reeds");
            assertThat(row).hasCount(1);
            sam.press("2 new");
            assertThat(row).hasCount(3);
        }
    }

    @Test
    void aRowInWhichSomebodyWritesStaysWhileOthersCome() {
        incidents("Sumpfohreule", 2);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Sumpfohreule&sort=number");
            var rows = sam.page().locator("tr[data-number]");
            rows.first().locator("td").nth(1).dblclick();
            var title = rows.first().locator("input[name=title]");
            title.fill("Half a thought");
            rows.nth(1).locator("a.number").focus();
            sam.page().keyboard().press("p");
            assertThat(sam.page().locator("#drawer-news")).containsText("Sumpfohreule 2");
            for (int i = 0; i < 2; i++) {
                acts.edit(
                        cast.sam(),
                        IncidentType.INCIDENT,
                        store.find(
                                        cast.sam(),
                                        IncidentType.INCIDENT,
                                        rows.nth(i).getAttribute("data-number"))
                                .orElseThrow()
                                .id(),
                        Input.texts(Map.of("impact", "high")),
                        null,
                        false);
            }
            incidents("Sumpfohreule", 1);
            var shown = sam.page().getByText("1 new");
            assertThat(shown).isVisible();
            assertThat(title).hasValue("Half a thought");
            shown.click();
            assertThat(rows).hasCount(3);
            assertThat(title).hasValue("Half a thought");
            assertThat(rows.nth(1)).hasClass(Pattern.compile(".*previewed.*"));
            // the drawer closes to the row that stands there now
            sam.page().locator("h1").click();
            sam.page().keyboard().press("Escape");
            assertThat(rows.nth(1).locator("a.number")).isFocused();
            title.press("Enter");
            assertThat(rows.first()).containsText("Half a thought");
            assertThat(sam.page().locator("tr .opener.hidden")).hasCount(0);
        }
    }

    @Test
    void aListThatStaysTheSameCountsNothingAnew() {
        incidents("Neuntöter", 1);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Neunt%C3%B6ter").complete();
            var counted = new ArrayList<String>();
            sam.page().onRequest(it -> {
                if (it.url().contains("/count") || it.url().contains("/tabs")) {
                    counted.add(it.url());
                }
            });
            sam.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            sam.page()
                    .waitForResponse(
                            it -> it.url().contains("filter=Neunt"),
                            () -> sam.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
            sam.complete();
            assertThat(counted).isEmpty();
            incidents("Neuntöter", 1);
            sam.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            sam.shows("1 new");
            assertThat(sam.page().locator("h1 .count")).hasText("2");
            sam.page().locator(".tabs a").first().focus();
            sam.page()
                    .waitForResponse(
                            it -> it.url().contains("/tabs"),
                            () -> sam.page().evaluate("htmx.trigger(document.body, 'fresh')"));
            sam.complete();
            assertThat(sam.page().locator(".tabs a").first()).isFocused();
        }
    }

    @Test
    void oneEscapeLeavesOneThing() {
        incidents("Wiedehopf", 1);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Wiedehopf");
            sam.page().keyboard().press("j");
            sam.page().keyboard().press("p");
            var more = sam.page().locator("#drawer .verbs details.drop");
            more.locator("summary").click();
            assertThat(more.locator("ul")).isVisible();
            sam.page().keyboard().press("Escape");
            assertThat(more.locator("ul")).isHidden();
            assertThat(sam.page().locator("#drawer")).isVisible();
            sam.page().keyboard().press("Escape");
            assertThat(sam.page().locator("#drawer")).isHidden();
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
    void aValueIsChangedWithinTheListAndBesideIt() {
        incidents("Ziegenmelker", 1);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents?filter=Ziegenmelker");
            var cells = sam.page().locator("tr[data-number] td");
            cells.nth(1).dblclick();
            assertThat(cells.nth(1).locator("input[name=title]")).isFocused();
            sam.page().keyboard().press("Escape");
            assertThat(sam.page().locator("tr[data-number] a.number")).isFocused();
            assertThat(cells.nth(1).locator("button")).hasCount(0);
            cells.nth(1).dblclick();
            cells.nth(1).locator("input[name=title]").fill("Ziegenmelker on the roof");
            sam.page().keyboard().press("Enter");
            assertThat(cells.nth(1)).hasText("Ziegenmelker on the roof");
            sam.page().locator("tr[data-number] a.number").focus();
            sam.page().keyboard().press("e");
            assertThat(sam.page().locator("#drawer .in-place-form").first()).isVisible();
            sam.page().keyboard().press("Escape");
            assertThat(sam.page().locator("#drawer .in-place-form")).hasCount(0);
            assertThat(sam.page().locator("#drawer")).isVisible();
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
