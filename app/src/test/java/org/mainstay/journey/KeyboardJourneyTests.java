package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole life of an incident at a desk without a mouse, while its caller uses a phone.
@MainstayTest
class KeyboardJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    @Test
    void anIncidentLivesWithoutAMouse() {
        var word = "Kormoran" + UUID.randomUUID().toString().substring(0, 6);
        var caller = cast.userName(cast.newcomer());
        try (var desk = Window.of(port, "sam", Look.DESK);
                var phone = Window.of(port, caller, Look.PHONE)) {
            var sam = new Keys(desk.open("/"));
            reports(sam, word, caller);
            var number = desk.path().replaceAll(".*/incidents/|#.*", "");
            triagesFromTheList(sam, word, number);
            works(sam);
            sam.does("hold", "Put on hold").to("Hold reason").type("Awaiting c");
            sam.to("Comment")
                    .type("Which of the gates is it?")
                    .toButton("Put on hold")
                    .press("Enter");
            desk.is("On hold");

            phone.open("/portal/incidents/" + number).reads("Which of the gates is it?");
            phone.fill("Your reply", "The one at the river.")
                    .press("Send reply")
                    .reads("Being worked on");
            phone.settled();

            desk.is("In progress").reads("The one at the river.");
            resolves(sam, "Freed the gate.");
            phone.open("/portal/incidents/" + number).reads("Freed the gate.");
            phone.page().locator("summary").getByText("It is still broken").click();
            phone.fill("What is still broken?", "It moves by itself now")
                    .press("Tell us")
                    .reads("Being worked on");
            desk.is("In progress").reads("It moves by itself now");
            resolves(sam, "Replaced its switch.");
            sam.does("close", "Close");
            desk.reads("What will change");
            sam.press("Enter");
            desk.is("Closed").settled();
            phone.open("/portal/incidents/" + number).reads("This is done.").settled();
        }
    }

    private static void reports(Keys sam, String word, String caller) {
        var desk = sam.window();
        sam.press("c");
        assertThat(desk.page().locator("#quick")).isVisible();
        assertThat(desk.field("Title")).isFocused();
        sam.type(word + " blocks the gate").to("Caller").type(caller);
        sam.toButton("Create").press("Enter");
        desk.reads(word + " blocks the gate").is("New");
    }

    private static void triagesFromTheList(Keys sam, String word, String number) {
        var desk = sam.window();
        sam.press("g", "i");
        assertThat(desk.page()).hasURL(Pattern.compile(".*/incidents$"));
        sam.to("Filter").type(word).press("Enter");
        assertThat(desk.page().locator("tr[data-number]")).hasCount(1);
        sam.press("Escape").to(desk.page().locator("tr[data-number] a.number"));
        sam.press("p");
        var drawer = desk.page().locator("#drawer");
        assertThat(drawer).containsText(word + " blocks the gate");
        sam.press("Escape");
        assertThat(drawer).isHidden();
        sam.press("e");
        assertThat(drawer.locator(".in-place-form select, .in-place-form input:not([type=hidden])")
                        .first())
                .isVisible();
        sam.press("Escape", "Escape");
        sam.to(desk.page().locator("tr[data-number] a.number")).press("o");
        assertThat(desk.page()).hasURL(Pattern.compile(".*/incidents/" + number + "$"));
        sam.does("assign", "Assign").to("Assignee").type("sam");
        sam.toButton("Assign").press("Enter");
        desk.reads("Sam Lindqvist");
        sam.does("start", "Start work");
        desk.reads("What will change");
        sam.press("Enter");
        desk.is("In progress");
    }

    /// A note with a mention that is completed, and a file.
    private static void works(Keys sam) {
        var desk = sam.window();
        sam.press("r");
        assertThat(desk.field("Comment")).isFocused();
        sam.type("Seen by @nin");
        assertThat(desk.page().locator("#comment-mentions [role=option]").first())
                .containsText("Nina");
        sam.press("Enter");
        assertThat(desk.field("Comment")).hasValue(Pattern.compile("Seen by @nina\\s*"));
        var file = desk.page().locator(".file-button input");
        // the browser takes a moment to hand its choosers over; whoever asks only when the key is pressed may miss it
        desk.page().onFileChooser(_ -> {});
        sam.to(file);
        var chooser = desk.page().waitForFileChooser(() -> sam.press("Enter"));
        chooser.setFiles(new FilePayload("gate.txt", "text/plain", "log".getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.page().locator("#panel")).containsText("gate.txt");
        sam.to("Work note, only for those who work on it").press("Space");
        sam.toButton("Comment").press("Enter");
        desk.reads("work note");
        assertThat(desk.field("Comment")).hasValue("");
    }

    private static void resolves(Keys sam, String how) {
        sam.does("resolve", "Resolve").to("Resolution code").type("Fixed");
        sam.to("Resolution *").type(how).toButton("Resolve").press("Enter");
        sam.window().is("Resolved");
    }
}
