package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Chromium;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The description of the API as people see it.
@MainstayTest
class DocsTests {

    private static final List<String> PAGES = List.of("/api/docs", "/api/docs?of=Incidents", "/api/docs?of=Schemas");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private Client client;

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
    }

    @Test
    void strangersSignInFirstAndComeBack() {
        var answer = client.get("/api/docs");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fapi%2Fdocs");
        assertThat(client.get("/api/v1/openapi.json").statusCode()).isEqualTo(401);
    }

    @Test
    void everyPartIsShownInBothLanguagesAndNoOther() {
        var cookie = client.signIn("max", Cast.PASSWORD);
        for (String path : PAGES) {
            for (String language : List.of("en", "de")) {
                var page = client.get(path, "Cookie", cookie, "Accept-Language", language);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).doesNotContain("rest.docs.", "{records}", "{Record}", "style=\"");
            }
        }
        assertThat(client.get("/api/docs?of=Nothing", "Cookie", cookie).statusCode())
                .isEqualTo(404);
        assertThat(client.get("/incidents", "Cookie", cookie).body()).contains("href=\"/api/docs\"");
        var incidents = client.get("/api/docs?of=Incidents", "Cookie", cookie).body();
        assertThat(incidents).contains("/incidents/{key}/resolve", "resolution_code", "IncidentInput", "dry_run");
    }

    @Test
    void itIsReadInBothThemesOnAnyScreenUnderTheStrictPolicy() {
        try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(it -> complaints.add(it.text()));
            page.navigate("http://127.0.0.1:" + port + "/sign-in?next=/api/docs");
            page.fill("[name=username]", "sam");
            page.fill("[name=password]", Cast.PASSWORD);
            page.press("[name=password]", "Enter");
            page.waitForURL("**/api/docs");
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                PAGES.forEach(it -> read(page, it, theme));
            }
            assertThat(complaints).noneMatch(it -> it.contains("Content Security Policy") || it.contains("Error:"));
        }
    }

    private void read(Page page, String path, ColorScheme theme) {
        page.navigate("http://127.0.0.1:" + port + path);
        page.locator("details").all().stream()
                .limit(2)
                .forEach(it -> it.locator("summary").click());
        for (int width : new int[] {390, 1280, 1920}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits %s", path, width)
                    .isEqualTo(true);
            var shots = System.getProperty("mainstay.shots");
            if (shots != null) {
                var name = path.replaceAll("\\W+", "-") + "-" + width + "-" + theme + ".png";
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(shots, name)));
            }
        }
        var axe = new AxeBuilder(page).setLegacyMode(true);
        if (theme == ColorScheme.DARK) {
            axe.withRules(List.of("color-contrast")); // the rest is the same
        }
        var violations = axe.analyze().getViolations().stream()
                .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                .map(it -> it.getId() + " " + it.getNodes().getFirst().getHtml())
                .toList();
        assertThat(violations).as("%s %s", path, theme).isEmpty();
    }
}
