package org.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Chromium;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What runs in the browser, on a page that allows it nothing beyond its own files.
class AssetsTests {

    private static final Path ASSETS = Path.of("target/classes/static/assets");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";

    private final Map<String, String> names =
            JsonMapper.shared().readValue(ASSETS.resolve("manifest.json"), new TypeReference<Map<String, String>>() {});
    private final List<String> complaints = new ArrayList<>();

    @Test
    void everythingRunsUnderTheStrictPolicy() {
        try (var page = open(ColorScheme.LIGHT)) {
            assertThat(page.evaluate("htmx.config.allowEval || htmx.config.includeIndicatorStyles"))
                    .isEqualTo(false);
            assertThat(page.evaluate("getComputedStyle(document.body).fontVariantNumeric"))
                    .isEqualTo("tabular-nums");
            assertThat(page.locator("svg use").first().boundingBox().width).isPositive();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theThemeFollowsThePersonAndThenTheirChoice() {
        try (var page = open(ColorScheme.DARK)) {
            assertThat(theme(page)).isEqualTo("dark");
            page.click("[data-switch-theme]");
            assertThat(theme(page)).isEqualTo("light");
            page.reload();
            assertThat(theme(page)).isEqualTo("light");
            assertThat(complaints).isEmpty();
        }
    }

    private Page open(ColorScheme scheme) {
        var context = Chromium.browser().newContext(new NewContextOptions().setColorScheme(scheme));
        var page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        context.route("**/assets/*", route -> {
            var file = route.request().url().replaceFirst(".*/", "");
            route.fulfill(new FulfillOptions().setPath(ASSETS.resolve(file)));
        });
        context.route(
                "http://mainstay.test/",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", POLICY))
                        .setBody(html())));
        page.navigate("http://mainstay.test/");
        return page;
    }

    private String html() {
        return """
                <!doctype html><html lang="en"><head><title>Assets</title>
                <link rel="icon" href="data:,">
                <script src="/assets/%s"></script>
                <link rel="stylesheet" href="/assets/%s">
                <script type="module" src="/assets/%s"></script></head>
                <body><svg class="icon"><use href="/assets/%s#search"/></svg>
                <button data-switch-theme>Theme</button></body></html>
                """.formatted(names.get("theme.js"), names.get("app.css"), names.get("app.js"), names.get("icons.svg"));
    }

    private static Object theme(Page page) {
        return page.evaluate("document.documentElement.dataset.bsTheme");
    }
}
