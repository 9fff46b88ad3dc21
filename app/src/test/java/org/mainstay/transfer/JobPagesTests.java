package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.JsonNodeFactory;

/// Imports and bulks as people watch them.
@MainstayTest
class JobPagesTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    DSLContext db;

    Client client;
    Api sam;

    private final String mark = "j" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private String incident() {
        return sam.post("/incidents", "{\"title\":\"Printer " + mark + "\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
    }

    /// The address of a dry run of sam's that says something about the incident.
    private String tried(String number) {
        var asked = "{\"records\":[\"" + number + "\"],\"comment\":{\"text\":\"Once\"}}";
        return "/bulk/"
                + sam.post("/incidents/bulk?dry_run=true", asked)
                        .is(200)
                        .json()
                        .get("id")
                        .stringValue();
    }

    private String sent(String path, String cookie) {
        var answer = client.post(path, Map.of("_csrf", client.csrf(cookie)), "Cookie", cookie);
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }

    private int said(String number) {
        return sam.get("/incidents/" + number + "/comments").json().get("items").size();
    }

    @Test
    void whatWasTriedIsDoneOnceHoweverOftenTheButtonIsPressed() {
        var number = incident();
        var tried = tried(number);
        var cookie = client.signIn("sam", Cast.PASSWORD);
        var first = sent(tried + "/apply", cookie);
        assertThat(first).isNotEqualTo(tried);
        assertThat(sent(tried + "/apply", cookie)).isEqualTo(first);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(first, "Cookie", cookie).body(), it -> it.contains("data-job=\"done\""));
        assertThat(said(number)).isOne();
    }

    @Test
    void whatSomebodyElseTriedIsTriedAnewAndNotDone() {
        var number = incident();
        var tried = tried(number);
        var ada = client.signIn("ada", Cast.PASSWORD);
        assertThat(client.get(tried, "Cookie", client.signIn("sam", Cast.PASSWORD))
                        .body())
                .contains(tried + "/apply");
        assertThat(client.get(tried, "Cookie", ada).body())
                .contains("/incidents/bulk?record=" + number)
                .doesNotContain(tried + "/apply");
        assertThat(sent(tried + "/apply", ada)).isEqualTo(tried);
        assertThat(said(number)).isZero();
    }

    @Test
    void eachKindIsListedPageByPageWhateverIsBetween() {
        var imports = new ArrayList<String>();
        var bulks = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            imports.add("/imports/" + over(ImportJob.KIND, imported()));
            bulks.add("/bulk/" + over(BulkJob.KIND, bulk()));
        }
        var cookie = client.signIn("ada", Cast.PASSWORD);
        assertThat(listed("/imports", cookie, 20)).containsAll(imports);
        assertThat(listed("/bulk", cookie, 50)).containsAll(bulks);
    }

    private UUID over(String kind, Object payload) {
        var id = Plan.newId();
        db.insertInto(DSL.table("kernel.job"))
                .columns(
                        DSL.field("id"),
                        DSL.field("kind"),
                        DSL.field("owner"),
                        DSL.field("payload"),
                        DSL.field("state"),
                        DSL.field("finished_at"))
                .values(id, kind, cast.ada().id(), JSONB.valueOf(payload.toString()), "done", DSL.currentInstant())
                .execute();
        return id;
    }

    private Object imported() {
        return new ImportOrder(
                        "",
                        "incidents",
                        mark + ".csv",
                        ImportFile.CSV,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        "",
                        null,
                        Set.of(),
                        false,
                        true,
                        "",
                        List.of(),
                        null)
                .payload();
    }

    private static Object bulk() {
        var values = JsonNodeFactory.instance.objectNode();
        return new BulkOrder("incidents", "take", values, false, "", false, "", true, null, null, List.of()).payload();
    }

    /// The jobs of all pages of a list; each but the last is full.
    private List<String> listed(String path, String cookie, int page) {
        var job = Pattern.compile("href=\"(" + path + "/[0-9a-f-]{36})\"");
        var all = new ArrayList<String>();
        var next = path;
        while (!next.isEmpty()) {
            var body = client.get(next, "Cookie", cookie).body();
            var found = job.matcher(body).results().map(it -> it.group(1)).toList();
            all.addAll(found);
            var further = NEXT.matcher(body);
            next = further.find() ? further.group(1) : "";
            assertThat(found).hasSizeLessThanOrEqualTo(page);
            assertThat(next.isEmpty() || found.size() == page).as(next).isTrue();
        }
        assertThat(all).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        return all;
    }

    @Test
    void aFilterThatCannotBeReadIsToldWhereSomethingIsToBeDoneToAll() {
        var cookie = client.signIn("sam", Cast.PASSWORD);
        var path = "/incidents/bulk";
        var page = client.get(path + "?all=true&filter=nonsense:1", "Cookie", cookie)
                .body();
        assertThat(page).contains("role=\"alert\"", "nonsense");
        var form = Map.of("_csrf", client.csrf(cookie), "all", "true", "filter", "nonsense:1", "comment", "x");
        var sent = client.post(path + "/preview", form, "Cookie", cookie);
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body().split("There is no", -1)).hasSameSizeAs(page.split("There is no", -1));
        assertThat(client.get(path + "?all=true&filter=" + mark, "Cookie", cookie)
                        .body())
                .doesNotContain("role=\"alert\"");
    }
}
