package org.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainstayTest
class PagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;
    String sam;

    @BeforeEach
    void signIn() {
        cast.everybody();
        client = new Client(port);
        sam = client.signIn("sam", Cast.PASSWORD);
    }

    private String page(String path, String language) {
        var answer = client.get(path, "Cookie", sam, "Accept-Language", language);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theMenuMarksTheOneEntryThatIsNearest() {
        assertThat(page("/catalog/usage", "en"))
                .containsPattern("href=\"/catalog/usage\"[^>]* aria-current")
                .doesNotContainPattern("href=\"/catalog\"[^>]* aria-current");
        assertThat(page("/catalog/cart", "en")).containsPattern("href=\"/catalog\"[^>]* aria-current");
    }

    @Test
    void aDeletedRecordIsBroughtBackFromItsOwnAddress() {
        var ada = client.signIn("ada", Cast.PASSWORD);
        var csrf = client.csrf(ada);
        var report = Map.of("_csrf", csrf, "title", "Deleted on a page", "impact", "low", "urgency", "low");
        var href = path(client.post("/incidents/new", report, "Cookie", ada));

        var deleted = client.post(href + "/delete", Map.of("_csrf", csrf), "Cookie", ada);

        assertThat(path(deleted)).isEqualTo(href + "/restore");
        assertThat(client.get(href, "Cookie", sam).statusCode()).isEqualTo(404);
        assertThat(client.get(href + "/restore", "Cookie", sam).statusCode()).isEqualTo(404);
        assertThat(path(client.get(href, "Cookie", ada))).isEqualTo(href + "/restore");
        assertThat(client.get(href + "/restore", "Cookie", ada).body()).contains("Deleted on a page");
        assertThat(path(client.post(href + "/restore", Map.of("_csrf", csrf), "Cookie", ada)))
                .isEqualTo(href);
        assertThat(page(href, "en")).contains("Deleted on a page");
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("http://[^/]+", "")
                .replaceFirst("#.*", "");
    }

    @Test
    void anIncidentIsReportedCommentedAndResolvedOnPages() {
        var csrf = client.csrf(sam);
        var created = client.post(
                "/incidents/new",
                Map.of(
                        "_csrf",
                        csrf,
                        "title",
                        "From a <i>page</i>",
                        "impact",
                        "high",
                        "urgency",
                        "low",
                        "caller",
                        "max"),
                "Cookie",
                sam);
        assertThat(created.statusCode()).as(created.body()).isIn(302, 303);
        var href = path(created);
        var page = page(href, "en");
        assertThat(page).contains("From a &lt;i&gt;page&lt;/i&gt;").doesNotContain("From a <i>page");
        client.post(
                href + "/comments", Map.of("_csrf", csrf, "text", "Hello **there** <script>x</script>"), "Cookie", sam);
        assertThat(page(href, "en")).contains("<strong>there</strong>").doesNotContain("<script>x");
        var refused =
                client.post(href + "/actions/resolve", Map.of("_csrf", csrf, "resolution", "typed"), "Cookie", sam);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("typed");
        var resolved = client.post(
                href + "/actions/resolve",
                Map.of("_csrf", csrf, "resolution", "Done", "resolution_code", "fixed"),
                "Cookie",
                sam);
        assertThat(resolved.statusCode()).isIn(302, 303);
        assertThat(page(href, "de")).contains("data-code=\"resolved\"");
        assertThat(client.get(href, "Cookie", client.signIn("eve", Cast.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyGenericPageIsThereInBothLanguages() {
        for (var language : new String[] {"en", "de"}) {
            for (var path : new String[] {
                "/",
                "/incidents",
                "/incidents/new",
                "/services",
                "/people",
                "/groups",
                "/people/sam",
                "/incidents?filter=nonsense:1"
            }) {
                assertThat(page(path, language))
                        .as(path)
                        .doesNotContainPattern(">(web|kernel|incident|person)\\.[a-z_.]+<");
            }
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(client.post("/incidents/new", Map.of("title", "x"), "Cookie", sam)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/incidents").statusCode()).isIn(302, 303);
    }

    @Test
    void whatIsMissingOrForbiddenIsAPageInTheFrameOfAllPages() {
        for (var path : new String[] {"/nothing/of/this/kind/at/all", "/nonsense", "/incidents/INC9999999"}) {
            var answer = client.get(path, "Cookie", sam);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("class=\"notice\"").contains("id=\"menu\"");
        }
        for (var path : new String[] {"/audit", "/categories/new", "/people/max/set-up-link", "/people/max/edit"}) {
            var answer = client.get(path, "Cookie", sam);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("class=\"notice\"").contains("id=\"menu\"");
        }
    }

    @Test
    void whatNoPageSendsIsRefusedAndNoFault() {
        for (var path : List.of("/incidents/complete?at=abc", "/incidents/INC0000001/live?version=x")) {
            assertThat(client.get(path, "Cookie", sam).statusCode()).as(path).isEqualTo(400);
        }
        for (var path : List.of(
                "/search?q=INC%00",
                "/palette?q=INC%00",
                "/palette?q=print%00er",
                "/palette?at=/incidents/a%00",
                "/palette?q=" + "x".repeat(7_000),
                "/incidents/complete?filter=caller:%00",
                "/incidents/complete?filter=" + "caller.".repeat(900) + "&at=-7")) {
            assertThat(client.get(path, "Cookie", sam).statusCode()).as(path).isBetween(200, 302);
        }
        assertThat(client.get("/palette?q=%3Cscript%3Ehi", "Cookie", sam).body())
                .doesNotContain("<script>hi");
    }

    @Test
    void anAdministratorReadsTheAuditMakesALinkAndDeletes() {
        var ada = client.signIn("ada", Cast.PASSWORD);
        var csrf = client.csrf(ada);
        assertThat(client.get("/audit", "Cookie", ada).body()).contains("Signed in");
        var newcomer = cast.userName(cast.newcomer());
        var link = client.post("/people/" + newcomer + "/set-up-link", Map.of("_csrf", csrf), "Cookie", ada);
        assertThat(link.body()).containsPattern("http://127.0.0.1:\\d+/set-up/[\\w-]+");
        var category = client.post("/categories/new", Map.of("_csrf", csrf, "name", "Short-lived"), "Cookie", ada);
        var href = path(category);
        assertThat(client.get(href + "/delete", "Cookie", ada).statusCode()).isEqualTo(200);
        assertThat(client.get(href + "/delete", "Cookie", sam).statusCode()).isEqualTo(403);
        client.post(href + "/delete", Map.of("_csrf", csrf), "Cookie", ada);
        assertThat(client.get(href, "Cookie", sam).statusCode()).isEqualTo(404);
    }

    @Test
    void anActionThatIsNotPossibleSaysWhy() {
        var created = client.post(
                "/incidents/new", Map.of("_csrf", client.csrf(sam), "title", "Not resolved yet"), "Cookie", sam);
        var href = path(created);
        var close = client.get(href + "/actions/close", "Cookie", sam);
        assertThat(close.statusCode()).isEqualTo(403);
        assertThat(close.body()).contains("It is not resolved.");
    }
}
