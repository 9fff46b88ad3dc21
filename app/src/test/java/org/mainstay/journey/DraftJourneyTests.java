package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What was typed and not sent is there again, until it is sent, discarded, or one signs out.
@MainstayTest
class DraftJourneyTests {

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

    private String incident(String title) {
        return Reports.path(new Reports(store, cast).incident(title, cast.sam()));
    }

    private static Locator comment(Window window) {
        return window.page().locator("#comment");
    }

    /// Leaves once what was typed is kept.
    private static void typeAndLeave(Window window, Locator field, String text) {
        field.fill(text);
        window.page()
                .waitForCondition(() -> window.page()
                        .evaluate("JSON.stringify(Object.values(localStorage))")
                        .toString()
                        .contains(text));
        window.open("/people");
    }

    @Test
    void aCommentSurvivesLeavingAndIsGoneOnceSent() {
        var path = incident("Draft of a comment");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            typeAndLeave(sam, comment(sam), "Half a thought");
            sam.open(path).reads("What you had typed here is back");
            assertThat(comment(sam)).hasValue("Half a thought");
            sam.page()
                    .getByText("Comment", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            sam.reads("Half a thought");
            assertThat(comment(sam)).hasValue("");
            sam.open(path);
            assertThat(comment(sam)).hasValue("");
            sam.settled();
        }
    }

    @Test
    void aDraftCanBeDiscardedAndIsNobodyElses() {
        var path = incident("Draft to discard");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            typeAndLeave(sam, comment(sam), "Not so");
            sam.open(path).press("Discard it");
            assertThat(comment(sam)).hasValue("");
            typeAndLeave(sam, comment(sam), "Mine alone");
            sam.open("/").press("Sign out").open(path);
            org.assertj.core.api.Assertions.assertThat(
                            sam.page().evaluate("JSON.stringify(Object.values(localStorage))"))
                    .asString()
                    .doesNotContain("Mine alone");
            sam.settled();
        }
    }

    @Test
    void anExpiredSignInLosesNothing() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").fill("Title", "Typed before the sign-in was over");
            sam.page().context().clearCookies();
            sam.page().locator(".record-form .btn-primary").click();
            sam.page().waitForURL("**/sign-in**");
            sam.fill("User name", "sam").fill("Password", Cast.PASSWORD).press("Sign in");
            sam.open("/incidents/new").reads("What you had typed here is back");
            assertThat(sam.field("Title")).hasValue("Typed before the sign-in was over");
            sam.page().locator(".record-form .btn-primary").click();
            sam.reads("Typed before the sign-in was over");
            sam.open("/incidents/new");
            assertThat(sam.field("Title")).hasValue("");
        }
    }
}
