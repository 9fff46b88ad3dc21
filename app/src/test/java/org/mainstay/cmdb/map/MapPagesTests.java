package org.mainstay.cmdb.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The map of what surrounds an item, drawn and as a list.
@MainstayTest
class MapPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;
    private String service = "";
    private String application = "";
    private String server = "";

    @BeforeEach
    void thereIsAService() {
        cast.everybody();
        ada = new Api(port, "ada");
        service = item("service", "business_service", cast.one());
        application = item("application", "application_component", cast.one());
        server = item("server", "linux_server", cast.one());
        relate("depends_on", service, application);
        relate("runs_on", application, server);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ada.get("/configuration-items/" + service + "/impact").status() == 200);
    }

    private String item(String name, String itemClass, UUID organisation) {
        return ada.post(
                        "/configuration-items",
                        "{\"class\":\"%s\",\"name\":\"%s %s\",\"organisation\":\"%s\"}"
                                .formatted(itemClass, mark, name, organisation))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String relate(String type, String from, String to) {
        return ada.post("/relations", "{\"type\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(type, from, to))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private void incident(String item, String level) {
        ada.post(
                        "/incidents",
                        "{\"title\":\"%s is down\",\"caller\":\"max\",\"configuration_item\":\"%s\",\"impact\":\"%s\",\"urgency\":\"%s\"}"
                                .formatted(mark, item, level, level))
                .is(201);
    }

    private String page(String userName, String path) {
        var client = new Client(port);
        var answer = client.get(path, "Cookie", client.signIn(userName, Cast.PASSWORD));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String map(String of) {
        return "/configuration-items/" + of + "/map";
    }

    @Test
    void aMapIsDrawnExpandedAndSaved() throws IOException {
        var storage = item("storage", "storage", cast.one());
        relate("depends_on", server, storage);
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var sam = Window.of(port, "sam", Look.DESK.in(theme))) {
                sam.open("/services/" + service + "/map");
                var drawn = sam.page().locator("#map");
                assertThat(drawn).hasAttribute("data-drawn", "3/2");
                sam.page().locator("[data-key=" + server + "] summary").click();
                sam.press("Show its neighbours");
                assertThat(drawn).hasAttribute("data-drawn", "4/3");
                assertThat(sam.path()).contains("expand=" + server);
                var saved = sam.page().waitForDownload(() -> sam.press("SVG"));
                assertThat(Files.readString(saved.path()))
                        .startsWith("<?xml")
                        .contains(mark + " storage: Storage · Operational")
                        .endsWith("</svg>\n");
                sam.choose("How far", "1");
                sam.page().waitForURL(it -> it.contains("depth=1"));
                sam.settled();
            }
        }
    }

    @Test
    void theListSaysTheSameWithoutScripts() {
        incident(server, "high");
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open(map(service)).reads("3 items, 2 relations.").reads(mark + " is down");
            assertThat(sam.page().locator(".map-node")).hasCount(3);
            assertThat(sam.page().locator("[data-key=" + server + "] summary"))
                    .containsText("Linux server · Disrupted");
            assertThat(sam.page().locator("[data-key=" + service + "] summary")).containsText("Affected");
            sam.choose("How far", "1").press("Show");
            assertThat(sam.page().locator(".map-node")).hasCount(2);
            sam.choose("Colours say", "incidents").press("Show").reads("None open");
        }
    }

    @Test
    void theSliderLeadsToThePastAndBackAgain() {
        try (var sam = Window.of(port, "sam", Look.PHONE)) {
            sam.open(map(service));
            var slider = sam.field("As it was within the last");
            slider.press("ArrowLeft");
            sam.page().waitForURL(it -> it.matches(".*as_of=[0-9T%A-]+.*"));
            sam.reads("The item was not there then.").settled();
            slider.press("ArrowRight");
            sam.reads("3 items, 2 relations.");
            sam.page().goBack();
            sam.reads("The item was not there then.");
        }
    }

    @Test
    void typesAndClassesAreChosen() {
        assertThat(page("sam", map(service) + "?type=depends_on"))
                .contains("data-key=\"" + application)
                .doesNotContain("data-key=\"" + server);
        assertThat(page("sam", map(service) + "?class=server"))
                .contains("data-key=\"" + server)
                .doesNotContain("data-key=\"" + application);
    }

    @Test
    void twoMomentsAreCompared() {
        var before = Instant.now();
        var added = item("added", "linux_server", cast.one());
        relate("depends_on", service, added);
        ada.patch("/configuration-items/" + application, "{\"description\":\"Another\"}")
                .is(200);
        var then = page("sam", map(service) + "?as_of=" + before);
        assertThat(then).doesNotContain(added).contains("data-key=\"" + server);

        var compared = page("sam", map(service) + "?before=" + before);
        assertThat(node(compared, added)).contains("data-tone=\"added\"");
        assertThat(node(compared, application)).contains("data-tone=\"changed\"");
        assertThat(node(compared, server)).contains("data-tone=\"none\"");
        assertThat(compared).contains("What changed between the two moments").contains("Description");
        assertThat(page("sam", map(service) + "?before=2020-01-01T00:00:00Z"))
                .contains("Only the last 90 days can be compared.");
    }

    private static String node(String page, String key) {
        int at = page.indexOf("data-key=\"" + key + "\"");
        return page.substring(at, page.indexOf('>', at));
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        var hidden = item("hidden", "linux_server", cast.two());
        var behind = item("behind", "storage", cast.one());
        relate("depends_on", service, hidden);
        relate("depends_on", hidden, behind);
        incident(hidden, "high");
        var seen = page("max", map(service) + "?depth=3&expand=" + hidden);
        assertThat(seen)
                .contains("3 items, 2 relations.")
                .doesNotContain(mark + " hidden")
                .doesNotContain(mark + " behind")
                .doesNotContain(mark + " is down");
        assertThat(page("ada", map(service) + "?depth=3")).contains(mark + " hidden", mark + " behind");
        var client = new Client(port);
        for (var path : List.of(map(hidden), map("CI9999999"), map("nothing"))) {
            var answer = client.get(path, "Cookie", client.signIn("max", Cast.PASSWORD));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        for (var query : List.of(
                "depth=99999999999",
                "depth=-1",
                "colour=%3Cscript%3E",
                "colour=difference",
                "type=%27%3Bdrop",
                "class=%00",
                "expand=" + "9".repeat(150),
                "open=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "as_of=" + "x".repeat(5_000))) {
            assertThat(page("sam", map(service) + "?" + query))
                    .as(query)
                    .doesNotContain("<script>alert")
                    .contains("id=\"map\"");
        }
        assertThat(page("sam", map(service) + "?as_of=yesterday")).contains("role=\"alert\"");
    }

    @Test
    void fiveThousandNeighboursAreOneGroup() {
        var hub = store.find(cast.ada(), ConfigurationItemType.CONFIGURATION_ITEM, server)
                .orElseThrow()
                .id();
        for (int batch = 0; batch < 10; batch++) {
            var plan = Plan.of(Cause.CREATED);
            var made = IntStream.range(0, 510)
                    .mapToObj(it -> {
                        var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
                        created.values()
                                .set(ConfigurationItemType.NAME, mark + " machine " + it)
                                .set(ConfigurationItemType.CLASS, "virtual_machine");
                        return created.id();
                    })
                    .toList();
            store.save(cast.ada(), plan);
            var relations = Plan.of(Cause.CREATED);
            made.forEach(it -> relations
                    .create(Relations.RELATION)
                    .values()
                    .set(Relations.TYPE, "runs_on")
                    .set(Relations.FROM, it)
                    .set(Relations.TO, hub));
            store.save(cast.ada(), relations);
        }
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            ada.open(map(server) + "?depth=1").reads("× Virtual machine").reads("the nearest 5,000 were looked at");
            assertThat(ada.page().locator("#map")).hasAttribute("data-drawn", "3/2");
            ada.page().locator(".map-node[data-shape=group] summary").click();
            ada.press("Show one by one").reads("100 × Virtual machine");
            ada.page().locator(".map-node[data-shape=group] summary").first().click();
            ada.page().locator(".map-node[open] [data-opens]").click();
            assertThat(ada.page().locator(".map-node")).hasCount(151);
            ada.settled();
        }
    }

    @Test
    void aServiceSaysHowItDoesAndWhy() {
        assertThat(page("sam", "/services/" + service + "/state"))
                .contains("Operational", "2 single points of failure:", mark + " server");
        incident(server, "low");
        assertThat(page("sam", "/services/" + service + "/state")).contains("Degraded", mark + " is down");
        incident(server, "high");
        assertThat(page("sam", "/services/" + service + "/state")).contains("Disrupted");
        assertThat(page("eve", "/services/" + service + "/state"))
                .contains("Operational")
                .doesNotContain(mark + " is down");
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/services/" + service).reads("Disrupted");
            assertThat(sam.page().locator(".map-part")).hasAttribute("data-drawn", "3/2");
            sam.press("Map").reads("3 items, 2 relations.");
        }
    }

    @Test
    void whatStandsInKeepsAServiceFromBeingDisrupted() {
        var one = item("one", "linux_server", cast.one());
        var other = item("other", "linux_server", cast.one());
        for (var it : List.of(one, other)) {
            ada.post(
                            "/relations",
                            "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\",\"redundancy\":\"web\",\"needed\":1}"
                                    .formatted(service, it))
                    .is(201);
        }
        incident(one, "high");
        assertThat(page("sam", "/services/" + service + "/state"))
                .contains("Degraded", "(something stands in for it)")
                .doesNotContain("Disrupted");
    }
}
