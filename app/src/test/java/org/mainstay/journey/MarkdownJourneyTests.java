package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Texts are written with help: mentions complete themselves, and one sees how it will look before it is sent.
@MainstayTest
class MarkdownJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private Snapshot incident;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        incident = new Reports(store, cast).incident("Written about", cast.max());
    }

    @Test
    void peopleAndNumbersAreCompletedByKeys() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(Reports.path(incident));
            var text = sam.page().locator("#comment");
            var offered = sam.page().locator("#comment-mentions [role=option]");
            var keys = sam.page().keyboard();
            text.pressSequentially("Ask @nin");
            assertThat(offered.first()).containsText("@nina");
            keys.press("Enter");
            assertThat(text).hasValue("Ask @nina ");
            assertThat(offered.first()).not().isVisible();

            var digits = incident.number().replaceFirst("INC0*", "");
            text.pressSequentially("about inc" + digits);
            assertThat(offered.first()).containsText("Written about");
            keys.press("Tab");
            assertThat(text).hasValue("Ask @nina about " + incident.number() + " ");
            assertThat(text).isFocused();

            text.pressSequentially("and @nin");
            assertThat(offered.first()).isVisible();
            keys.press("Escape");
            assertThat(offered.first()).not().isVisible();
            keys.press("Enter");
            assertThat(text).hasValue("Ask @nina about " + incident.number() + " and @nin\n");
        }
    }

    @Test
    void aTextIsSeenBeforeItIsSentAndNothingInItRuns() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(Reports.path(incident));
            sam.page()
                    .locator("#comment")
                    .fill("**Bold** for @nina <script>alert(1)</script><img src=x onerror=alert(2)>");
            sam.press("Preview");
            var shown = sam.page().locator(".comment-form .markdown-preview");
            assertThat(shown.locator("strong")).hasText("Bold");
            assertThat(shown.locator("a")).hasText("@nina");
            assertThat(shown.locator("script, img")).hasCount(0);
            sam.press("Write");
            assertThat(sam.page().locator("#comment")).isFocused();
            sam.settled();
        }
    }
}
