package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What people type that nobody expects: too long, without a blank, pasted from elsewhere, sent twice.
@MainstayTest
class InputJourneyTests {

    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC67 \uD83D\uDD25";

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

    @Test
    void whatIsTooLongIsRefusedWithItsLimitAndKept() {
        var long500 = "X".repeat(500);
        try (var sam = Window.of(port, "sam", Look.PHONE)) {
            sam.open("/incidents/new").fill("Title", long500).fill("Description", "Kept as well");
            sam.press("Create").reads("200").settled();
            assertThat(sam.field("Title")).hasValue(long500);
            assertThat(sam.field("Description")).hasValue("Kept as well");
        }
    }

    @Test
    void aLongWordBreaksNoLayout() {
        var caller = cast.newcomer();
        var word = "W".repeat(200);
        var incident = new Reports(store, cast).incident(word, caller);
        for (var attribute : List.of("assignee", "description")) {
            acts.edit(
                    cast.sam(),
                    IncidentType.INCIDENT,
                    incident.id(),
                    Input.texts(Map.of(attribute, attribute.equals("assignee") ? "nina" : word)),
                    null,
                    false);
        }
        for (var look : List.of(Look.PHONE, Look.DESK)) {
            try (var nina = Window.of(port, "nina", look);
                    var theirs = Window.of(port, cast.userName(caller), look)) {
                nina.open("/incidents?filter=" + word.substring(0, 20))
                        .complete()
                        .settled();
                nina.page().keyboard().press("j");
                nina.page().keyboard().press("p");
                assertThat(nina.page().locator("#drawer")).containsText(word);
                nina.settled();
                nina.open(Reports.path(incident)).complete().settled();
                nina.open(Reports.path(incident) + "/edit").complete().settled();
                nina.open(Reports.path(incident) + "/history").complete().settled();
                nina.open("/").complete().settled();
                nina.open("/notifications?show=all").reads(word).settled();
                nina.open("/incidents/new?quick=yes").fill("Title", word);
                assertThat(nina.page().locator(".form-similar")).containsText(incident.number());
                nina.settled();
                theirs.open("/portal").reads(word).settled();
                theirs.page().locator("a.request").first().click();
                theirs.reads(word).settled();
            }
        }
    }

    @Test
    void picturesWrittenAsLettersComeBackAsTheyWere() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").fill("Title", "Dach brennt " + FAMILY).fill("Description", FAMILY);
            sam.press("Create").is("New").reads("Dach brennt " + FAMILY);
            sam.fill("Comment", FAMILY).press("Comment");
            assertThat(sam.page().locator(".item[data-kind=comment]")).containsText(FAMILY);
            sam.open("/incidents?filter=%F0%9F%94%A5")
                    .reads("Dach brennt " + FAMILY)
                    .settled();
        }
    }

    @Test
    void whatIsPastedFromElsewhereNeitherRunsNorLooksLikeOurs() {
        var path = Reports.path(new Reports(store, cast).incident("Pasted into", cast.max()));
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            sam.page().locator("#comment").focus();
            sam.page().evaluate("""
                    () => {
                      const data = new DataTransfer();
                      const html = '<b style="position:fixed">Bold</b><script>window.ran = 1</script><img src=x onerror="window.ran = 1">';
                      data.setData('text/html', html);
                      data.setData('text/plain', html + '\\n\\n<a href="javascript:window.ran=1">press</a>');
                      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
                      const field = document.querySelector('#comment');
                      if (field.dispatchEvent(paste)) {
                        field.setRangeText(data.getData('text/plain'));
                        field.dispatchEvent(new Event('input', { bubbles: true }));
                      }
                    }""");
            sam.page()
                    .getByText("Preview", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(sam.page().locator(".markdown-preview").first()).containsText("Bold");
            sam.page().locator(".comment-form .btn-primary").click();
            var said = sam.page().locator(".item[data-kind=comment] .prose");
            assertThat(said).containsText("Bold");
            assertThat(said.locator("script, [style], [onerror], a[href^=javascript]"))
                    .hasCount(0);
            assertThat(sam.page().evaluate("window.ran")).isNull();
        }
    }

    @Test
    void whatIsSentTwiceIsThereOnce() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").fill("Title", "Steinkauz sent twice");
            sam.page().locator(".record-form .btn-primary").dblclick();
            sam.is("New").fill("Comment", "Said once");
            sam.page().locator(".comment-form .btn-primary").dblclick();
            assertThat(sam.page().locator(".item[data-kind=comment]")).hasCount(1);
            sam.open("/incidents?filter=Steinkauz");
            assertThat(sam.page().locator("tr[data-number]")).hasCount(1);
        }
    }

    @Test
    void goingBackAfterwardsOffersNothingToSendAgain() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/new").fill("Title", "Wachtelkönig goes back").choose("Impact", "High");
            sam.press("Create").is("New").fill("Comment", "Said before going back");
            sam.page().locator(".comment-form .btn-primary").click();
            assertThat(sam.page().locator("#comment")).hasValue("");
            sam.reads("commented").page().goBack();
            assertThat(sam.page().locator("#comment")).hasValue("");
            sam.page().goBack();
            assertThat(sam.field("Title")).hasValue("");
            sam.readsNot("What you had typed here is back");
        }
    }
}
