package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Imports and exports as a client has them.
@MainstayTest
class ImportApiTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;

    private final String mark = "a" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.everybody();
    }

    private static String[] as(String who) {
        return new String[] {"Authorization", Client.basic(who, Cast.PASSWORD)};
    }

    private HttpResponse<String> upload(String who, String query, String file) {
        return client.upload(
                INCIDENTS + "/import" + query, "test.csv", file.getBytes(StandardCharsets.UTF_8), Map.of(), as(who));
    }

    private JsonNode over(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> MAPPER.readTree(client.get(location, as("ada")).body()),
                        it -> !"queued running".contains(it.get("state").stringValue()));
    }

    @Test
    void aFileIsImportedAndItsRefusedRowsComeBack() {
        var file = "title,caller,k,note\n=1+1 " + mark + ",max,1,a\n" + mark + ",nobody,2,=cmd\n";
        var job = over(upload("ada", "?key=k&source=" + mark + "&ignore=note", file));
        assertThat(job.get("state").stringValue()).isEqualTo("done");
        assertThat(job.get("result").toString())
                .isEqualTo("{\"created\":1,\"changed\":0,\"unchanged\":0,\"refused\":1}");
        assertThat(job.get("columns").get(3).toString())
                .isEqualTo("{\"column\":\"note\",\"attribute\":null,\"use\":\"ignored\"}");
        var url = job.get("refused_url").stringValue();
        var refused = client.get(url, as("ada"));
        assertThat(refused.body())
                .startsWith("title,caller,k,note,import_reason\n".replace("\n", ""))
                .contains(mark + ",nobody,2,'=cmd,")
                .contains("caller: ")
                .doesNotContain("1+1");
        assertThat(client.get(url, as("sam")).statusCode()).isEqualTo(404);
        assertThat(client.get(url.replace("/refused", ""), as("sam")).statusCode())
                .isEqualTo(404);
        var mended = over(upload(
                "ada", "?key=k&source=" + mark + "&ignore=note", refused.body().replace("nobody", "eve")));
        assertThat(mended.get("result").get("created").longValue()).isEqualTo(1);
        assertThat(client.send("DELETE", url.replace("/refused", ""), "", as("ada"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get(url, as("ada")).statusCode()).isEqualTo(404);
        var exported = client.get(INCIDENTS + "/export?fields=title,caller&filter=external_source:" + mark, as("ada"));
        assertThat(exported.body()).contains("'=1+1 " + mark + ",max").contains(mark + ",eve");
    }

    @Test
    void anImportIsUndoneButNotWhatWasWorkedOnSince() {
        var asked = "?key=k&source=u" + mark;
        over(upload("ada", asked, "k,title,impact\n1,Kept " + mark + ",low\n"));
        var file = "k,title,impact\n1,Other " + mark + ",high\n2,New " + mark + ",\n3,Touched " + mark + ",\n";
        var job = over(upload("ada", asked, file));
        var touched = client.get(INCIDENTS + "?fields=number&filter=Touched%20" + mark, as("ada"));
        var number = MAPPER.readTree(touched.body())
                .get("items")
                .get(0)
                .get("number")
                .stringValue();
        client.send(
                "PATCH",
                INCIDENTS + "/" + number,
                "{\"urgency\":\"high\"}",
                "Authorization",
                Client.basic("ada", Cast.PASSWORD),
                "Content-Type",
                "application/json");
        var undo = "/api/v1/jobs/" + job.get("id").stringValue() + "/undo";
        assertThat(client.send("POST", undo, "", as("sam")).statusCode()).isEqualTo(404);
        var undone = over(client.send("POST", undo, "", as("ada")));
        assertThat(undone.get("result").toString())
                .isEqualTo("{\"created\":0,\"changed\":2,\"unchanged\":0,\"refused\":1}");
        assertThat(client.get(INCIDENTS + "?fields=title,impact&filter=" + mark, as("ada"))
                        .body())
                .contains("Kept " + mark, "\"impact\":\"low\"", "Touched " + mark)
                .doesNotContain("Other " + mark, "New " + mark);
        var again = over(client.send("POST", undo, "", as("ada")));
        assertThat(again.get("result").get("changed").longValue()).isZero();
        assertThat(over(upload("ada", asked, file)).get("result").toString())
                .isEqualTo("{\"created\":1,\"changed\":1,\"unchanged\":1,\"refused\":0}");
    }

    @Test
    void aDryRunTellsByRow() {
        var job = over(upload("ada", "?dry_run=true", "title,impact\nOne,high\nTwo,huge\n"));
        assertThat(job.get("dry_run").booleanValue()).isTrue();
        var first = job.get("preview").get(0);
        assertThat(first.get("outcome").stringValue()).isEqualTo("created");
        assertThat(first.get("changes").get("priority").get(1).longValue()).isEqualTo(2);
        assertThat(job.get("preview").get(1).get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/impact");
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        var unknown = upload("ada", "", "title,colour\nx,red\n");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("?mapping", "colour");
        assertThat(upload("ada", "?blank=clear", "title\nx\n").statusCode()).isEqualTo(422);
        assertThat(upload("ada", "?organisation=Nowhere", "title\nx\n").statusCode())
                .isEqualTo(422);
        assertThat(upload("ada", "?profile=nonsense", "title\nx\n").statusCode())
                .isEqualTo(422);
        assertThat(upload("ada", "", "").statusCode()).isEqualTo(422);
        assertThat(upload("sam", "", "title\nx\n").statusCode()).isEqualTo(403);
        assertThat(client.upload("/api/v1/nothing/import", "x", new byte[] {1}, Map.of(), as("ada"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/jobs", as("ada")).body()).contains("\"items\"");
    }

    @Test
    void anExportIsWhatTheListShows() {
        over(upload("ada", "", "title,impact\nFirst " + mark + ",low\nSecond " + mark + ",high\n"));
        var csv = client.get(INCIDENTS + "/export?fields=title,impact&sort=-impact,title&filter=" + mark, as("sam"));
        assertThat(csv.body().lines())
                .containsExactly("title,impact", "First " + mark + ",low", "Second " + mark + ",high");
        assertThat(client.get(INCIDENTS + "/export?filter=" + mark, as("max")).statusCode())
                .isEqualTo(403);
        assertThat(client.get(INCIDENTS + "/export?filtre=x", as("sam")).statusCode())
                .isEqualTo(422);
        assertThat(client.get(INCIDENTS + "/export?format=pdf", as("sam")).statusCode())
                .isEqualTo(422);
        assertThat(client.get(INCIDENTS + "/export?filter=" + mark, as("olga")).body())
                .doesNotContain(mark);
    }

    @Test
    void aFileIsImportedOnPages() {
        var ada = client.signIn("ada", Cast.PASSWORD);
        var csrf = client.csrf(ada);
        var sent = client.upload(
                "/imports",
                "my.csv",
                ("Kurzbeschreibung,Titel,colour\n,Page <b>" + mark + ",red\n").getBytes(StandardCharsets.UTF_8),
                Map.of("_csrf", csrf, "target", "incidents"),
                "Cookie",
                ada);
        assertThat(sent.statusCode()).as(sent.body()).isIn(302, 303);
        var href = sent.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
        var page = await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(href, "Cookie", ada).body(), it -> it.contains("formaction"));
        assertThat(page).contains("Page &lt;b&gt;" + mark).contains("colour").doesNotContain("<b>" + mark);
        var begun = client.post(href + "/start", Map.of("_csrf", csrf, "column.1", "title"), "Cookie", ada);
        assertThat(begun.statusCode()).as(begun.body()).isIn(302, 303);
        var job = begun.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(job, "Cookie", ada).body(), it -> it.contains("data-job=\"done\""));
        assertThat(client.get(INCIDENTS + "?filter=" + mark, as("ada")).body()).contains("Page <b>" + mark);
        assertThat(client.get("/imports", "Cookie", ada, "Accept-Language", "de")
                        .body())
                .contains("my.csv")
                .doesNotContainPattern(">transfer\\.[a-z_.]+<");
        var wrong = client.upload(
                "/imports",
                "my.csv",
                new byte[] {'P', 'K', 3, 4},
                Map.of("_csrf", csrf, "target", "incidents"),
                "Cookie",
                ada);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Excel");
        var sam = client.signIn("sam", Cast.PASSWORD);
        assertThat(client.get("/imports", "Cookie", sam).statusCode()).isEqualTo(404);
        assertThat(client.get(job, "Cookie", sam).statusCode()).isEqualTo(404);
        assertThat(client.upload("/imports", "x", new byte[] {1}, Map.of("target", "incidents"), "Cookie", ada)
                        .statusCode())
                .isEqualTo(403);
    }
}
