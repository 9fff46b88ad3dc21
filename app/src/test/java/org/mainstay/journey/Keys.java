package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.mainstay.testing.Window;

/// Somebody who has a keyboard only, and perhaps hears what they are at instead of seeing it.
record Keys(Window window) {

    /// Nothing that one needs is further away than so many stops.
    private static final int STOPS = 120;

    private static final String NAME_OF_FOCUS = """
            () => {
              const at = document.activeElement;
              const label = [...(at.labels ?? [])].map((it) => it.innerText).join(" ");
              const owned = (at.getAttribute("aria-labelledby") ?? "").split(" ")
                .map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
              return (at.ariaLabel || owned.trim() || label || at.innerText || at.title || "").trim() || at.outerHTML;
            }""";

    Keys press(String... keys) {
        for (var key : keys) {
            window.page().keyboard().press(key);
        }
        return this;
    }

    Keys type(String text) {
        window.page().keyboard().type(text);
        return this;
    }

    /// By Tab, past nothing that has no name.
    Keys to(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < STOPS; i++) {
            if ((boolean) target.evaluate("it => it === document.activeElement")) {
                return this;
            }
            press("Tab");
            assertThat((String) window.page().evaluate(NAME_OF_FOCUS))
                    .as("the name of what has the focus")
                    .doesNotStartWith("<a")
                    .doesNotStartWith("<button")
                    .doesNotStartWith("<input")
                    .doesNotStartWith("<select")
                    .doesNotStartWith("<textarea")
                    .doesNotStartWith("<summary");
        }
        throw new AssertionError("Tab does not lead to " + target);
    }

    Keys to(String label) {
        return to(window.field(label));
    }

    Keys toButton(String name) {
        var named = new Page.GetByRoleOptions().setName(name).setExact(true);
        return to(window.page().getByRole(AriaRole.BUTTON, named).first());
    }

    /// Finds it in the palette.
    Keys does(String words, String found) {
        press("Control+K");
        assertThat(window.page().locator("#palette")).isVisible();
        type(words);
        assertThat(window.page().locator("#palette [aria-selected=true]")).containsText(found);
        return press("Enter");
    }
}
