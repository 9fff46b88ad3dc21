package org.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.OwnInstallationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OwnInstallationTest
class AdministrationTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;
    Api api;
    String ada;
    String sam;
    String mark;

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
        api = new Api(port, "ada");
        ada = client.signIn("ada", Cast.PASSWORD);
        sam = client.signIn("sam", Cast.PASSWORD);
        mark = "a" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String page(String cookie, String path) {
        var answer = client.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String cookie, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", client.csrf(cookie));
        return client.post(path, all, "Cookie", cookie);
    }

    @Test
    void administratorsSeeWhatCanBeConfiguredAndWhatItIsFor() {
        for (var language : new String[] {"en", "de"}) {
            var page = client.get("/administration", "Cookie", ada, "Accept-Language", language)
                    .body();
            assertThat(page)
                    .contains("/custom-fields", "/priority-matrix", "/configuration", "/templates", "/layouts")
                    .doesNotContainPattern(">(web|administration|incident|transfer)\\.[a-z_.-]+<");
        }
        assertThat(client.get("/administration", "Cookie", sam).statusCode()).isEqualTo(403);
    }

    @Test
    void theMatrixIsChangedAsAMatrix() {
        assertThat(page(ada, "/priority-matrix")).contains("name=\"high.low\"");
        assertThat(page(sam, "/priority-matrix")).doesNotContain("name=\"high.low\"");
        var before = api.get("/priority-rules/high.low").json().get("priority").asInt();
        var after = before == 5 ? 4 : before + 1;
        var changed = Map.of(
                "high.low", Integer.toString(after), "was.high.low", Integer.toString(before), "low.low", "nine");
        var sent = send(ada, "/priority-matrix", changed);
        assertThat(page(ada, sent.headers().firstValue("Location").orElseThrow()))
                .contains("One cell was changed");
        assertThat(api.get("/priority-rules/high.low").json().get("priority").asInt())
                .isEqualTo(after);
        assertThat(send(ada, "/priority-matrix", changed).statusCode())
                .as("what somebody else changed since the page was made")
                .isEqualTo(409);
        assertThat(send(sam, "/priority-matrix", Map.of("high.low", "1")).statusCode())
                .isEqualTo(403);
        send(
                ada,
                "/priority-matrix",
                Map.of("high.low", Integer.toString(before), "was.high.low", Integer.toString(after)));
        assertThat(api.get("/priority-rules/high.low").json().get("priority").asInt())
                .isEqualTo(before);
    }

    @Test
    void anAnnouncementIsOnThePagesOfThoseItIsFor() {
        var text = "Lift <b>" + mark + "</b>";
        var made = api.post("/announcements", "{\"text\":\"" + text + "\",\"for_organisation\":\"" + cast.two() + "\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
        var olga = client.signIn("olga", Cast.PASSWORD);
        assertThat(page(olga, "/")).contains("Lift &lt;b&gt;" + mark);
        assertThat(page(sam, "/")).doesNotContain(mark);
        api.as("sam").get("/announcements/" + made).problem(404);
        assertThat(api.as("sam").get("/announcements").text()).doesNotContain(mark);
        api.as("sam").post("/announcements", "{\"text\":\"Mine\"}").problem(403);

        var key = made + "." + api.get("/announcements/" + made).json().get("version");
        var put = send(olga, "/announcements/dismiss", Map.of("key", key, "back", "//evil.example"));
        assertThat(put.headers().firstValue("Location").orElseThrow())
                .endsWith("/")
                .doesNotContain("evil");
        var dismissed = Client.cookie(put);
        assertThat(page(olga + "; " + dismissed, "/")).doesNotContain(mark);
        // another wording is another announcement
        api.patch("/announcements/" + made, "{\"text\":\"Stairs " + mark + "\"}")
                .is(200);
        assertThat(page(olga + "; " + dismissed, "/")).contains("Stairs " + mark);
        api.patch("/announcements/" + made, "{\"ends_at\":\"2020-01-01T00:00:00Z\"}")
                .is(200);
        assertThat(page(olga, "/")).doesNotContain(mark);
        api.patch("/announcements/" + made, "{\"starts_at\":\"2021-01-01T00:00:00Z\"}")
                .refused(422, "/ends_at");
        api.delete("/announcements/" + made);
        assertThat(page(olga + "; dismissed=%00_x_ANN1.1_" + "y".repeat(4_000), "/"))
                .isNotEmpty();
        assertThat(send(ada, "/announcements/preview", Map.of("text", "<i>Now</i>", "kind", "warning"))
                        .body())
                .contains("&lt;i&gt;Now", "data-kind=\"warning\"");
    }

    @Test
    void aFieldSaysWhatItsValuesWouldSufferFromAChange() {
        api.post(
                        "/custom-fields",
                        "{\"record_type\":\"location\",\"code\":\"" + mark
                                + "\",\"kind\":\"choice\",\"label\":\"Colour\"}")
                .is(201);
        var list = "custom:location." + mark;
        for (var code : new String[] {"red", "blue"}) {
            api.post("/picks", "{\"list\":\"" + list + "\",\"code\":\"" + code + "\",\"label\":\"Col " + code + "\"}")
                    .is(201);
            api.post("/locations", "{\"name\":\"" + mark + code + "\",\"custom\":{\"" + mark + "\":\"" + code + "\"}}")
                    .is(201);
        }
        api.patch("/picks/" + list + ":blue", "{\"active\":false}").is(200);
        var page = page(ada, "/custom-fields/location." + mark + "/usage");
        assertThat(page).contains("2 Locations hold a value", "Col red: 1", "Col blue is no option any more: 1");
        assertThat(client.get("/custom-fields/location." + mark + "/usage", "Cookie", sam)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLayoutDecidesTheColumnsOfItsRole() {
        var made = api.post(
                        "/layouts",
                        "{\"name\":\"" + mark + "\",\"record_type\":\"location\",\"role\":\"agent\","
                                + "\"columns\":\"country  name,number\",\"sort\":\"country,city,name\",\"position\":1}")
                .is(201)
                .json();
        var path = "/layouts/" + made.get("number").stringValue();
        assertThat(made.get("columns").stringValue()).isEqualTo("country name number");
        assertThat(page(sam, "/locations")).contains("fields=number%2Ccountry%2Cname\"", "sort=country%2Ccity%2Cname");
        assertThat(page(client.signIn("paula", Cast.PASSWORD), "/locations"))
                .doesNotContain("fields=number%2Ccountry%2Cname\"");
        api.patch(path, "{\"columns\":\"name nonsense\"}").refused(422, "/columns");
        api.patch(path, "{\"sort\":\"address\"}").refused(422, "/sort");
        api.as("sam").patch(path, "{\"columns\":\"name\"}").problem(403);
        api.post("/layouts", "{\"name\":\"x\",\"record_type\":\"nothing\",\"columns\":\"name\"}")
                .refused(422, "/record_type");
        assertThat(send(ada, "/layouts/preview", Map.of("record_type", "location", "columns", "name nonsense city"))
                        .body())
                .contains("<th scope=\"col\">Name</th>", "address");
        api.delete(path);
        assertThat(page(sam, "/locations")).doesNotContain("fields=number%2Ccountry%2Cname\"");
    }

    @Test
    void aLayoutDecidesTheSectionsOfThePageForItsRole() {
        var incident = new Api(port, "sam")
                .post("/incidents", "{\"title\":\"" + mark + "\",\"impact\":\"high\",\"caller\":\"max\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
        var made = api.post(
                        "/layouts",
                        "{\"name\":\"" + mark + "\",\"record_type\":\"incident\",\"role\":\"agent\",\"position\":1,"
                                + "\"sections\":\"Triage " + mark
                                + ": state impact category\\npeople: caller, group\"}")
                .is(201)
                .json();
        var path = "/layouts/" + made.get("number").stringValue();
        assertThat(page(sam, "/incidents/" + incident))
                .contains("Triage " + mark, "People")
                .doesNotContain("What it is about");
        assertThat(page(client.signIn("max", Cast.PASSWORD), "/incidents/" + incident))
                .contains("What it is about");
        assertThat(page(sam, "/incidents/" + incident + "/edit"))
                .contains("name=\"title\"", "name=\"impact\"", "name=\"caller\"")
                .doesNotContain("name=\"channel\"");
        assertThat(page(sam, "/incidents/new?channel=phone")).contains("name=\"channel\"");
        api.patch(path, "{\"sections\":\"state impact\"}").refused(422, "/sections");
        api.patch(path, "{\"sections\":\"A: state\\nB: state\"}").refused(422, "/sections");
        api.patch(path, "{\"sections\":\"A: nonsense\"}").refused(422, "/sections");
        api.patch(path, "{\"sections\":null}").refused(422, "/columns");
        assertThat(send(
                                ada,
                                "/layouts/preview",
                                Map.of("record_type", "incident", "sections", "Triage: state\npeople: caller"))
                        .body())
                .contains("<dt>Triage</dt><dd>State</dd>", "<dt>People</dt><dd>Caller</dd>");
        api.delete(path);
        assertThat(page(sam, "/incidents/" + incident)).contains("What it is about");
    }

    @Test
    void theConfigurationIsComparedAndAppliedOnItsPage() {
        var text = "format: 1\ncategory:\n  Page " + mark + ":\n";
        var compared = send(ada, "/configuration", Map.of("text", text)).body();
        assertThat(compared).contains("Page " + mark, "Is created", "name=\"apply\"");
        var seen = compared.replaceAll("(?s).*name=\"mark\" value=\"([0-9a-f]+)\".*", "$1");
        var other = send(ada, "/configuration", Map.of("text", text + " ", "apply", "true", "mark", seen));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Look again");
        var applied = send(ada, "/configuration", Map.of("text", text, "apply", "true", "mark", seen));
        assertThat(applied.headers().firstValue("Location").orElseThrow()).contains("/configuration?told=applied");
        assertThat(page(ada, "/categories?filter=" + mark)).contains("Page " + mark);
        assertThat(page(ada, "/configuration?told=applied")).contains("Take back");
        assertThat(send(ada, "/configuration", Map.of("text", "format: 1\n<script>: ["))
                        .body())
                .doesNotContain("<script>:");
        assertThat(client.get("/configuration", "Cookie", sam).statusCode()).isEqualTo(403);
        assertThat(client.get("/configuration/text", "Cookie", sam).statusCode())
                .isEqualTo(403);
        assertThat(client.get("/configuration/text", "Cookie", ada).body()).startsWith("# The configuration");
    }
}
