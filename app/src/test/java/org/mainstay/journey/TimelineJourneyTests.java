package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A long timeline is read without leaving the page, and what is being written stays.
@MainstayTest
class TimelineJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    private Snapshot incident;

    @BeforeEach
    void muchWasSaid() {
        cast.everybody();
        incident = new Reports(store, cast).incident("Much talked about", cast.max());
        says("> one\n> two\n> three\n> four\n\nThe first word", false);
        says("Among us", true);
        for (int i = 0; i < 60; i++) {
            says("Comment " + i, false);
        }
    }

    private void says(String text, boolean internal) {
        assertInstanceOf(
                Outcome.Done.class,
                acts.add(cast.sam(), IncidentType.INCIDENT, incident.id(), new Comment(text, internal)));
    }

    private static Locator entries(Window window) {
        return window.page().locator(".timeline .items > .item");
    }

    @Test
    void whatCameEarlierIsReadInItsPlace() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(Reports.path(incident));
            assertThat(entries(sam)).hasCount(50);
            sam.page().locator("#comment").fill("Still writing");
            sam.press("Earlier").reads("The first word");
            assertThat(sam.page().locator(".earlier")).hasCount(0);
            assertThat(entries(sam).nth(50)).isFocused();
            assertThat(sam.page().locator(".quote blockquote")).not().isVisible();
            sam.page().locator(".quote summary").click();
            assertThat(sam.page().locator(".quote blockquote")).isVisible();

            // what happens meanwhile comes in, and what was loaded stays
            says("News", false);
            sam.reads("News").reads("The first word");
            sam.press("Work notes").reads("Among us").readsNot("Comment 59");
            assertThat(sam.page().locator("#comment")).hasValue("Still writing");
            sam.page().locator(".shows").getByText("Changes").click();
            sam.readsNot("Among us");
            assertThat(sam.page().locator(".shows a[aria-current]")).isFocused();
            sam.settled();
        }
    }

    @Test
    void aLinkToAnEntryLeadsThereFromAnywhere() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(Reports.path(incident)).press("Earlier").reads("The first word");
            var link = entries(sam)
                    .filter(new Locator.FilterOptions().setHasText("The first word"))
                    .locator(".item-head > a")
                    .getAttribute("href");
            sam.open(link).reads("The first word").readsNot("Comment 59");
            assertThat(sam.page().locator(".item:target")).containsText("The first word");
            // as it was linked to before there were pages
            sam.open(Reports.path(incident) + link.substring(link.indexOf('#'))).reads("The first word");
        }
    }
}
