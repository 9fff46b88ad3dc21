package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API as a client sees it who has only its description.
@MainstayTest
class IncidentApiTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordTypes types;

    @Autowired
    Messages messages;

    Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.everybody();
    }

    private HttpResponse<String> call(String who, String method, String path, String body, String... more) {
        var headers = new String[more.length + 4];
        System.arraycopy(more, 0, headers, 4, more.length);
        headers[0] = "Authorization";
        headers[1] = Client.basic(who, Cast.PASSWORD);
        headers[2] = "Content-Type";
        headers[3] = "application/json";
        return client.send(method, path, body, headers);
    }

    private JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return MAPPER.readTree(answer.body());
    }

    private String report(String who, String title) {
        var body = "{\"title\":\"" + title + "\",\"impact\":\"high\",\"urgency\":\"medium\"}";
        var answer = call(who, "POST", INCIDENTS, body);
        var number = json(answer, 201).get("number").stringValue();
        assertThat(answer.headers().firstValue("Location")).hasValue(INCIDENTS + "/" + number);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        return number;
    }

    @Test
    void anIncidentIsReportedReadEditedAndResolved() {
        var number = report("sam", "Rest <b>one</b>");
        var read = json(call("sam", "GET", INCIDENTS + "/" + number, ""), 200);
        assertThat(read.get("title").stringValue()).isEqualTo("Rest <b>one</b>");
        assertThat(read.get("priority").longValue()).isEqualTo(2);
        assertThat(read.get("opened_by").get("number").stringValue()).isEqualTo("sam");
        var edited =
                json(call("sam", "PATCH", INCIDENTS + "/" + number, "{\"caller\":\"max\",\"urgency\":\"high\"}"), 200);
        assertThat(edited.get("priority").longValue()).isEqualTo(1);
        assertThat(edited.get("caller").get("number").stringValue()).isEqualTo("max");
        var state = json(call("sam", "PATCH", INCIDENTS + "/" + number, "{\"state\":\"resolved\"}"), 422);
        assertThat(state.get("errors").get(0).get("pointer").stringValue()).isEqualTo("/state");
        var plan = json(
                call(
                        "sam",
                        "POST",
                        INCIDENTS + "/" + number + "/resolve?dry_run=true",
                        "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}"),
                200);
        assertThat(plan.get("plan").get(0).get("changes").get("state").get(1).stringValue())
                .isEqualTo("resolved");
        var resolved = json(
                call(
                        "sam",
                        "POST",
                        INCIDENTS + "/" + number + "/resolve",
                        "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}"),
                200);
        assertThat(resolved.get("state").stringValue()).isEqualTo("resolved");
        var history = json(call("sam", "GET", INCIDENTS + "/" + number + "/history", ""), 200)
                .get("items");
        assertThat(history.get(2).get("changes").get("state").get(1).stringValue())
                .isEqualTo("resolved");
        assertThat(history.get(2).get("cause").get("name").stringValue()).isEqualTo("resolve");
        var why = json(call("sam", "GET", INCIDENTS + "/" + number + "/why", ""), 200);
        assertThat(why.toString()).contains("\"attribute\":\"priority\"");
        var actions = json(call("sam", "GET", INCIDENTS + "/" + number + "/actions", ""), 200)
                .get("items");
        assertThat(actions.get(0).get("allowed").booleanValue()).isTrue();
    }

    @Test
    void aStaleWriteIsRefusedWithTheCurrentRecord() {
        var number = report("sam", "Stale");
        json(call("sam", "PATCH", INCIDENTS + "/" + number, "{\"title\":\"Newer\"}", "If-Match", "\"1\""), 200);
        var stale =
                json(call("sam", "PATCH", INCIDENTS + "/" + number, "{\"title\":\"Old\"}", "If-Match", "\"1\""), 412);
        assertThat(stale.get("current").get("title").stringValue()).isEqualTo("Newer");
    }

    @Test
    void listsFilterSortPageAndCount() {
        var mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            report("sam", mark + " " + i);
        }
        var first =
                json(call("sam", "GET", INCIDENTS + "?limit=2&count=true&fields=number,title&filter=" + mark, ""), 200);
        assertThat(first.get("items").size()).isEqualTo(2);
        assertThat(first.get("total").toString()).isEqualTo("{\"value\":3,\"exact\":true}");
        assertThat(first.get("items").get(0).has("state")).isFalse();
        var next = first.get("next").stringValue();
        var last = json(call("sam", "GET", INCIDENTS + "?limit=2&cursor=" + next + "&filter=" + mark, ""), 200);
        assertThat(last.get("items").size()).isEqualTo(1);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(call("nina", "GET", INCIDENTS + "?limit=2&cursor=" + next + "&filter=" + mark, "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("sam", "GET", INCIDENTS + "?cursor=AAAA", "").statusCode())
                .isEqualTo(422);
        var bad = json(call("sam", "GET", INCIDENTS + "?filter=stat:new", ""), 422);
        assertThat(bad.get("errors").get(0).get("suggestions").toString()).contains("state");
        assertThat(call("sam", "GET", INCIDENTS + "?limit=0", "").statusCode()).isEqualTo(422);
        assertThat(call("sam", "GET", INCIDENTS + "?filtre=x", "").statusCode()).isEqualTo(422);
        var stats = json(call("sam", "GET", INCIDENTS + "/stats?group_by=state&measure=count&filter=" + mark, ""), 200);
        assertThat(stats.get("items").get(0).get("count").longValue()).isEqualTo(3);
    }

    @Test
    void nothingOfAnotherOrganisationIsSeen() {
        var secret = "canary" + UUID.randomUUID().toString().substring(0, 8);
        var number = report("sam", secret);
        for (var stranger : new String[] {"olga", "tim", "max"}) {
            for (var path : new String[] {
                "/" + number,
                "/" + number + "/history",
                "/" + number + "/comments",
                "/" + number + "/actions",
                "/" + number + "/links",
                "/" + number + "/watchers",
                "/" + number + "/attachments",
                "/" + number + "/why",
                "?filter=" + secret,
                "?filter=number:" + number,
                "/suggest?q=" + secret,
                "/stats?group_by=title",
                "/export?format=csv&filter=" + secret
            }) {
                assertThat(call(stranger, "GET", INCIDENTS + path, "").body())
                        .as(stranger + path)
                        .doesNotContain(secret);
            }
            assertThat(call(stranger, "GET", INCIDENTS + "/" + number, "").statusCode())
                    .isEqualTo(404);
            assertThat(call(stranger, "PATCH", INCIDENTS + "/" + number, "{\"title\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(call(stranger, "POST", INCIDENTS + "/" + number + "/comments", "{\"text\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aYesAndANoAreExplained() {
        var number = report("sam", "Explain");
        var yes = json(call("ada", "GET", "/api/v1/access?person=sam&record=" + number, ""), 200);
        assertThat(yes.get("allowed").booleanValue()).isTrue();
        var no = json(call("ada", "GET", "/api/v1/access?person=tim&record=" + number, ""), 200);
        assertThat(no.get("allowed").booleanValue()).isFalse();
        assertThat(no.get("failed").size()).isPositive();
        assertThat(call("max", "GET", "/api/v1/access?person=tim&record=" + number, "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void conversationsHangOnRecords() {
        var number = report("sam", "Talk");
        json(call("sam", "PATCH", INCIDENTS + "/" + number, "{\"caller\":\"max\"}"), 200);
        json(call("sam", "POST", INCIDENTS + "/" + number + "/comments", "{\"text\":\"public words\"}"), 201);
        json(
                call(
                        "sam",
                        "POST",
                        INCIDENTS + "/" + number + "/comments",
                        "{\"text\":\"internal words\",\"internal\":true}"),
                201);
        assertThat(call("max", "GET", INCIDENTS + "/" + number + "/comments", "")
                        .body())
                .contains("public words")
                .doesNotContain("internal words");
        assertThat(call("max", "POST", INCIDENTS + "/" + number + "/comments", "{\"text\":\"x\",\"internal\":true}")
                        .statusCode())
                .isEqualTo(403);
        var other = report("sam", "Other");
        json(
                call(
                        "sam",
                        "POST",
                        INCIDENTS + "/" + number + "/links",
                        "{\"type\":\"relates_to\",\"to\":\"" + other + "\"}"),
                201);
        json(call("sam", "POST", INCIDENTS + "/" + number + "/watchers", "{\"person\":\"eve\"}"), 201);
        assertThat(call("eve", "GET", INCIDENTS + "/" + number, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyMakesACallHappenOnce() {
        var key = UUID.randomUUID().toString();
        var body = "{\"title\":\"Once\",\"impact\":\"low\",\"urgency\":\"low\"}";
        var first = call("sam", "POST", INCIDENTS, body, "Idempotency-Key", key);
        var second = call("sam", "POST", INCIDENTS, body, "Idempotency-Key", key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(call("sam", "POST", INCIDENTS, body.replace("Once", "Twice"), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsWrongIsSaidAndNeverFails() {
        assertThat(call("sam", "GET", "/api/v1/nothing", "").statusCode()).isEqualTo(404);
        assertThat(call("sam", "POST", INCIDENTS, "{\"title\":").statusCode()).isEqualTo(400);
        assertThat(call("sam", "POST", INCIDENTS, "[]").statusCode()).isEqualTo(400);
        assertThat(call("sam", "POST", INCIDENTS, "{\"title\":\"a\",\"title\":\"b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("sam", "POST", INCIDENTS, "{\"title\":\"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(call("sam", "PUT", INCIDENTS, "{}").statusCode()).isEqualTo(405);
        assertThat(client.get(INCIDENTS).statusCode()).isEqualTo(401);
        assertThat(client.get(INCIDENTS).headers().firstValue("WWW-Authenticate"))
                .isPresent();
        var german = json(call("sam", "POST", INCIDENTS, "{}", "Accept-Language", "de"), 422);
        assertThat(german.get("detail").stringValue()).contains("gebraucht");
        for (var attribute : types.need("incident").attributes()) {
            for (var value :
                    new String[] {"{}", "[]", "1e400", "\"\\u0000\"", "true", "-1", "\"<script>\"", "[[[[]]]]", "null"
                    }) {
                var body = "{\"title\":\"fuzz\",\"impact\":\"low\",\"urgency\":\"low\",\"" + attribute.code() + "\":"
                        + value + "}";
                assertThat(call("ada", "POST", INCIDENTS, body).statusCode())
                        .as(body)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void everyTypeListsAndFiltersByEachAttribute() {
        for (var collection : types.collections()) {
            var of = types.byCollection(collection).orElseThrow();
            for (var attribute : of.type().attributes()) {
                for (var filter : new String[] {attribute.code() + ":empty", "-" + attribute.code() + ":any"}) {
                    var answer = call("ada", "GET", "/api/v1/" + collection + "?limit=1&filter=" + filter, "");
                    assertThat(answer.statusCode())
                            .as(collection + " " + filter + answer.body())
                            .isEqualTo(200);
                }
            }
            assertThat(call("ada", "GET", "/api/v1/" + collection + "?limit=1&count=true", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(call("ada", "GET", "/api/v1/" + collection + "/export?format=ndjson", "")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyNameIsThereInEveryLanguage() {
        assertThat(messages.untranslated()).isEmpty();
        for (var type : types.all()) {
            if (type.code().equals("specimen")) {
                continue;
            }
            assertThat(messages.find(type.code(), Messages.LANGUAGES.get(0)))
                    .as(type.code())
                    .isNotNull();
            assertThat(messages.find(type.code() + ".plural", Messages.LANGUAGES.get(0)))
                    .as(type.code())
                    .isNotNull();
            for (var attribute : type.attributes()) {
                if (!attribute.custom()) {
                    assertThat(messages.attribute(type, attribute, Messages.LANGUAGES.get(0)))
                            .as(type.code() + "." + attribute.code())
                            .isNotEqualTo(attribute.code());
                }
            }
            type.actions()
                    .forEach(it -> assertThat(
                                    messages.find(type.code() + ".action." + it.name(), Messages.LANGUAGES.get(0)))
                            .as(it.name())
                            .isNotNull());
        }
    }

    @Test
    void theDescriptionNamesEveryCollection() {
        var document = json(call("sam", "GET", "/api/v1/openapi.json", ""), 200);
        assertThat(document.get("openapi").stringValue()).isEqualTo("3.1.0");
        types.collections()
                .forEach(it ->
                        assertThat(document.get("paths").has("/" + it)).as(it).isTrue());
    }
}
