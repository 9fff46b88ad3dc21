package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
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

    @Test
    void whoTypesWhenTheSignInEndsStaysAndGoesOn() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").fill("Title", "Typed before").complete();
            sam.page().context().clearCookies();
            sam.field("Title").pressSequentially(" and after");
            sam.reads("You are signed out.");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/incidents/new"));
            assertThat(sam.field("Title")).hasValue("Typed before and after");
            var tab = sam.page().waitForPopup(() -> sam.press("Sign in in a new tab"));
            tab.getByLabel("User name").fill("sam");
            tab.getByLabel("Password").fill(Cast.PASSWORD);
            tab.locator("button.btn-primary").click();
            assertThat(tab.locator("#bell")).isVisible();
            tab.close();
            sam.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            sam.readsNot("You are signed out.").press("Create").is("New").reads("Typed before and after");
        }
    }

    @Test
    void whoTypesWhileTheConnectionIsLostIsToldAndGoesOn() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").complete();
            sam.offline(() -> sam.fill("Title", "Typed without a connection").reads("The connection is lost."));
            sam.field("Title").pressSequentially(" and with one");
            sam.readsNot("The connection is lost.");
            assertThat(sam.field("Title")).hasValue("Typed without a connection and with one");
        }
    }

    @Test
    void theLastWordBeforeOneLeavesIsKept() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").complete();
            sam.page().evaluate("""
                    () => {
                      const title = document.querySelector('#f-title');
                      title.value = 'Typed in a hurry';
                      title.dispatchEvent(new Event('input', { bubbles: true }));
                      location.assign('/people');
                    }""");
            sam.page().waitForURL("**/people");
            sam.open("/incidents/new");
            assertThat(sam.field("Title")).hasValue("Typed in a hurry");
        }
    }

    @Test
    void allFormsOfANewRecordShareWhatWasTypedAndNothingElse() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new?quick=yes")
                    .fill("Title", "Begun quickly")
                    .fill("Description", "With a word on it")
                    .press("All fields")
                    .reads("What you had typed here is back");
            assertThat(sam.field("Title")).hasValue("Begun quickly");
            typeAndLeave(sam, sam.field("Location"), "The roof");
            sam.open("/incidents/new?impact=high&title=Preset");
            assertThat(sam.field("Impact")).hasValue("high");
            assertThat(sam.field("Title")).hasValue("Begun quickly");
            sam.choose("Impact", "Low").fill("Location", "").fill("Description", "");
            typeAndLeave(sam, sam.field("Title"), "Said otherwise");
            sam.open("/incidents/new?impact=high&description=Preset");
            assertThat(sam.field("Impact")).hasValue("low");
            assertThat(sam.field("Description")).hasValue("Preset");
            assertThat(sam.field("Title")).hasValue("Said otherwise");
        }
    }

    @Test
    void twoTabsDoNotTakeEachOthersWords() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new?quick=yes").complete();
            var other = sam.page().context().newPage();
            other.navigate(sam.page().url());
            sam.fill("Title", "In the first tab");
            typeAndLeave(sam, sam.field("Description"), "Said in the first");
            other.getByLabel("Title").first().fill("In the second tab");
            other.navigate(sam.page().url());
            other.close();
            sam.open("/incidents/new");
            assertThat(sam.field("Title")).hasValue("In the second tab");
            assertThat(sam.field("Description")).hasValue("Said in the first");
        }
    }

    @Test
    void whatIsFoldedAwayOpensWhereADraftIsBack() {
        var path = incident("Not needed any more").replace("/incidents", "/portal/incidents");
        try (var sam = Window.of(port, "sam", Look.DESK);
                var ada = Window.of(port, "ada", Look.DESK)) {
            sam.open(path).page().locator(".portal-verb summary").last().click();
            typeAndLeave(sam, sam.page().locator("#why-cancel"), "It works again");
            sam.open(path);
            assertThat(sam.page().locator("#why-cancel")).hasValue("It works again");
            assertThat(sam.page().locator("#why-cancel")).isVisible();

            ada.open("/configuration").page().locator(".more summary").click();
            typeAndLeave(ada, ada.page().locator("#text"), "priority: none");
            ada.open("/configuration");
            assertThat(ada.page().locator("#text")).hasValue("priority: none");
            assertThat(ada.page().locator("#text")).isVisible();
        }
    }
}
