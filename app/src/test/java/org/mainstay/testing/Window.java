package org.mainstay.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// A person's own browser window on the application under test: what they read and press, in their words.
/// Closing it fails when the browser complained: errors of scripts, of the console, of the content
/// security policy, or a page that scrolls sideways.
public final class Window implements AutoCloseable {

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean offline;

    /// How somebody looks at it.
    public record Look(int width, int height, ColorScheme theme, boolean scripts, String language) {

        public static final Look DESK = new Look(1280, 900, ColorScheme.LIGHT, true, "en");
        public static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT, true, "en");
        public static final Look WITHOUT_SCRIPTS = new Look(1280, 900, ColorScheme.LIGHT, false, "en");

        public Look in(ColorScheme other) {
            return new Look(width, height, other, scripts, language);
        }

        public Look in(String other) {
            return new Look(width, height, theme, scripts, other);
        }
    }

    private Window(int port, Look look) {
        address = "http://127.0.0.1:" + port;
        context = Chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.theme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(look.scripts)
                        .setLocale(look.language)
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(Chromium.PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(this::said);
        page.onPageError(complaints::add);
    }

    /// Of somebody who is not signed in.
    public static Window of(int port, Look look) {
        return new Window(port, look);
    }

    /// Of somebody of the cast, signed in.
    public static Window of(int port, String userName, Look look) {
        var window = new Window(port, look);
        var cookie = new Client(port).signIn(userName, Cast.PASSWORD).split("=", 2);
        window.context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(window.address)));
        return window;
    }

    private void said(ConsoleMessage message) {
        // that a refused form or a page that is not there is answered as such is no fault
        boolean refusal = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        // nor that a page's requests end where one leaves it
        boolean left = message.text().matches("htmx:(sendAbort|afterRequest), .*");
        if (!refusal
                && !left
                && !offline
                && (message.type().equals("error") || message.type().equals("warning"))) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    public Window open(String path) {
        page.navigate(address + path);
        return this;
    }

    /// Presses the button or link of that name.
    public Window press(String name) {
        named(name).click();
        return this;
    }

    /// While the connection is lost, which a browser complains about.
    public Window offline(Runnable meanwhile) {
        offline = true;
        context.setOffline(true);
        meanwhile.run();
        context.setOffline(false);
        offline = false;
        return this;
    }

    /// Waits until there is a button or link of that name.
    public Window shows(String name) {
        assertThat(named(name)).isVisible();
        return this;
    }

    private Locator named(String name) {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        return button.or(link).first();
    }

    public Window fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    public Window choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    public Locator field(String label) {
        return page.getByLabel(label).first();
    }

    /// Waits until the page says so.
    public Window reads(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    public Window readsNot(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /// Waits until the record is in the state.
    public Window is(String state) {
        assertThat(page.locator(".state-line [data-attribute=state]")).hasText(state);
        return this;
    }

    /// Waits until the parts of the page that come after it are there.
    public Window complete() {
        assertThat(page.locator(".htmx-request")).hasCount(0);
        return this;
    }

    /// In the other light from the next page on.
    public Window look(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return this;
    }

    public Page page() {
        return page;
    }

    /// The path without the address.
    public String path() {
        return page.url().substring(address.length());
    }

    public void settled() {
        page.waitForLoadState();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far %s scrolls sideways", page.url())
                .isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
