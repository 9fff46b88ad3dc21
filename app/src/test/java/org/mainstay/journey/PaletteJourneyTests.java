package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
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

/// Everything that is done by keys alone, from anywhere: the palette and the letters.
@MainstayTest
class PaletteJourneyTests {

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
        return new Reports(store, cast).incident(title, cast.eve()).number();
    }

    private static Locator chosen(Window window) {
        return window.page().locator("#palette [aria-selected=true]");
    }

    private static Window type(Window window, String text) {
        window.page().keyboard().press("Control+K");
        assertThat(window.page().locator("#palette")).isVisible();
        window.page().keyboard().type(text);
        return window;
    }

    @Test
    void recordsActionsAndPagesAreReachedByTyping() {
        var number = incident("Pelikan swallows the paper");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/");
            type(sam, "pelikan swall");
            assertThat(chosen(sam)).containsText(number);
            sam.page().keyboard().press("Enter");
            sam.page().waitForURL(Pattern.compile(".*/incidents/" + number));

            type(sam, "resol");
            assertThat(chosen(sam)).hasText("Resolve");
            sam.page().keyboard().press("Enter");
            sam.page().waitForURL(Pattern.compile(".*/" + number + "/actions/resolve"));

            type(sam, number.toLowerCase(Locale.ROOT));
            assertThat(chosen(sam)).containsText("Pelikan");
            sam.page().keyboard().press("Escape");
            assertThat(sam.page().locator("#palette")).isHidden();

            type(sam, "locat");
            assertThat(chosen(sam)).containsText("Locations");
            sam.page().keyboard().press("Enter");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/locations"));
            sam.settled();
        }
    }

    @Test
    void arrowsGoThroughAllAndRoundAgain() {
        incident("Marabu one");
        incident("Marabu two");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/");
            type(sam, "marabu");
            assertThat(chosen(sam)).containsText("Marabu");
            var first = chosen(sam).textContent();
            sam.page().keyboard().press("ArrowUp");
            assertThat(chosen(sam)).containsText("All incidents with");
            sam.page().keyboard().press("ArrowDown");
            assertThat(chosen(sam)).hasText(first);
            sam.settled();
        }
    }

    @Test
    void nobodyIsOfferedWhatTheyDoNotSee() {
        var number = incident("Kormoran in secret");
        try (var max = Window.of(port, "max", Look.DESK)) {
            max.open("/incidents");
            type(max, "kormoran");
            assertThat(max.page().locator("#palette-found")).containsText("Nothing fits");
            max.page().keyboard().press("Escape");
            type(max, number);
            assertThat(max.page().locator("#palette-found")).containsText("Nothing fits");
            max.settled();
        }
    }

    @Test
    void lettersAreSwitchedOffAndOnAgain() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/people").page().keyboard().press("?");
            var letters = sam.page().locator("#shortcuts").getByLabel("Shortcuts with single letters");
            assertThat(letters).isChecked();
            letters.uncheck();
            sam.page().keyboard().press("Escape");
            for (var key : List.of("?", "j", "c", "g", "i")) {
                sam.page().keyboard().press(key);
            }
            // the palette answers after whatever the letters began
            type(sam, "locat");
            assertThat(chosen(sam)).containsText("Locations");
            assertThat(sam.page().locator("#quick")).isHidden();
            assertThat(sam.page().locator("#shortcuts")).isHidden();
            assertThat(sam.page()).hasURL(Pattern.compile(".*/people"));
            sam.open("/profile");
            assertThat(sam.field("Shortcuts with single letters")).not().isChecked();
            sam.field("Shortcuts with single letters").check();
            sam.open("/people").page().keyboard().press("c");
            assertThat(sam.page().locator("#quick")).isVisible();
        }
    }

    @Test
    void lettersWorkWhereNobodyWrites() {
        incident("Reiher first in the list");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/");
            sam.page().keyboard().press("g");
            sam.page().keyboard().press("i");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/incidents"));
            sam.open("/incidents?filter=Reiher");
            sam.page().keyboard().press("j");
            sam.page().keyboard().press("o");
            assertThat(sam.page()).hasURL(Pattern.compile(".*/incidents/INC\\d+"));
            sam.page().keyboard().press("r");
            sam.page().keyboard().type("gi je ?");
            assertThat(sam.page().locator("#comment")).hasValue("gi je ?");
            sam.page().locator("#comment").blur();
            sam.page().keyboard().press("?");
            assertThat(sam.page().locator("#shortcuts")).containsText("Edit the record");
            sam.page().keyboard().press("Escape");
            assertThat(sam.page().locator("#shortcuts")).isHidden();
            sam.page().reload();
            sam.page().locator("body").press("e");
            assertThat(sam.page().locator(".in-place-form")).isVisible();
            sam.settled();
        }
    }
}
