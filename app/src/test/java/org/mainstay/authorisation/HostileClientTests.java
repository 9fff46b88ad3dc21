package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.authorisation.Wire.Call;
import org.mainstay.kernel.record.Plan;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody does who wants more than is theirs.
@MainstayTest
class HostileClientTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Wire wire;

    @BeforeEach
    void connect() {
        cast.everybody();
        wire = new Wire(port);
    }

    private HttpResponse<byte[]> call(String who, String method, String path, String body, String... more) {
        var headers = new String[more.length + 2];
        System.arraycopy(more, 0, headers, 2, more.length);
        headers[0] = "Authorization";
        headers[1] = who.startsWith("Bearer ") ? who : Client.basic(who, Cast.PASSWORD);
        return wire.send(method.equals("GET") ? Call.get(path) : Call.json(method, path, body), headers);
    }

    private int status(String who, String method, String path, String body, String... more) {
        return call(who, method, path, body, more).statusCode();
    }

    private JsonNode json(String who, String method, String path, String body) {
        var answer = call(who, method, path, body);
        assertThat(answer.statusCode()).as(Wire.text(answer)).isIn(200, 201);
        return MAPPER.readTree(answer.body());
    }

    private String report(String who, String more) {
        return json(who, "POST", INCIDENTS, "{\"title\":\"Something\"" + more + "}")
                .get("number")
                .stringValue();
    }

    private String bearer(String who, String wish) {
        return "Bearer "
                + json(who, "POST", "/api/v1/tokens", wish).get("token").stringValue();
    }

    @Test
    void nobodyGivesThemselvesRights() {
        for (String who : List.of("max", "sam", "mia", "olga")) {
            for (String role : List.of("administrator", "agent", "requester")) {
                assertThat(status(
                                who,
                                "POST",
                                "/api/v1/grants",
                                "{\"person\":\"" + who + "\",\"role\":\"" + role + "\"}"))
                        .isEqualTo(403);
            }
            for (String more : List.of(
                    "\"organisation\":\"" + cast.two() + "\"",
                    "\"kind\":\"service\"",
                    "\"vip\":true",
                    "\"number\":\"ada\"",
                    "\"created_by\":\"ada\"",
                    "\"version\":1",
                    "\"external_key\":\"x\"")) {
                assertThat(status(who, "PATCH", "/api/v1/people/" + who, "{\"phone\":\"1\"," + more + "}"))
                        .as(who + more)
                        .isEqualTo(422);
            }
            assertThat(status(who, "PATCH", "/api/v1/roles/requester", "{\"permissions\":\"admin\"}"))
                    .isEqualTo(403);
            assertThat(status(who, "POST", "/api/v1/people/" + who + "/set-up-link", ""))
                    .isEqualTo(403);
        }
        assertThat(status("sam", "PATCH", "/api/v1/groups/" + cast.network(), "{\"members\":[\"sam\"]}"))
                .isEqualTo(403);
    }

    @Test
    void aManagerOfPeopleDoesNotBringBackRightsThatWereTaken() {
        var manager = role("people:manage");
        var somebody = cast.userName(cast.newcomer());
        var grant = json(
                        "ada",
                        "POST",
                        "/api/v1/grants",
                        "{\"person\":\"" + somebody + "\",\"role\":\"administrator\",\"for_organisation\":\""
                                + cast.one() + "\"}")
                .get("number")
                .stringValue();
        json(
                "ada",
                "POST",
                "/api/v1/grants",
                "{\"person\":\"" + somebody + "\",\"role\":\"" + manager + "\",\"for_organisation\":\"" + cast.one()
                        + "\"}");
        assertThat(status("ada", "DELETE", "/api/v1/grants/" + grant, "")).isEqualTo(204);
        assertThat(status(somebody, "POST", "/api/v1/grants/" + grant + "/restore", ""))
                .isEqualTo(404);
        assertThat(status(
                        somebody,
                        "POST",
                        "/api/v1/grants",
                        "{\"person\":\"" + somebody + "\",\"role\":\"administrator\",\"for_organisation\":\""
                                + cast.one() + "\"}"))
                .isEqualTo(422);
    }

    private String role(String permissions) {
        var code = "role." + Plan.newId().toString().substring(24);
        json(
                "ada",
                "POST",
                "/api/v1/roles",
                "{\"number\":\"" + code + "\",\"name\":\"Made up\",\"permissions\":\"" + permissions + "\"}");
        return code;
    }

    @Test
    void nothingIsCreatedInOrAssignedToAnotherOrganisation() {
        for (String more : List.of(
                ",\"organisation\":\"" + cast.two() + "\"",
                ",\"caller\":\"tim\"",
                ",\"group\":\"" + cast.serviceDeskOfTwo() + "\"",
                ",\"assignee\":\"olga\"",
                ",\"state\":\"closed\"",
                ",\"opened_by\":\"ada\"",
                ",\"number\":\"INC0000001\"",
                ",\"id\":\"" + Plan.newId() + "\"",
                ",\"version\":7",
                ",\"created_at\":\"2020-01-01T00:00:00Z\"",
                ",\"watchers\":[\"olga\"]",
                ",\"reassignment_count\":9")) {
            assertThat(status("sam", "POST", INCIDENTS, "{\"title\":\"x\"" + more + "}"))
                    .as(more)
                    .isEqualTo(422);
        }
        for (String more : List.of(
                ",\"priority\":1",
                ",\"caller\":\"eve\"",
                ",\"confidential\":true",
                ",\"due_at\":\"2030-01-01T00:00:00Z\"")) {
            assertThat(status("max", "POST", INCIDENTS, "{\"title\":\"x\"" + more + "}"))
                    .as(more)
                    .isEqualTo(422);
        }
        var mine = report("sam", "");
        for (String body : List.of(
                "{\"organisation\":\"" + cast.two() + "\"}",
                "{\"caller\":\"tim\"}",
                "{\"group\":\"" + cast.serviceDeskOfTwo() + "\"}",
                "{\"assignee\":\"olga\"}")) {
            assertThat(status("sam", "PATCH", INCIDENTS + "/" + mine, body))
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(status(
                        "sam",
                        "POST",
                        INCIDENTS + "/" + mine + "/assign",
                        "{\"group\":\"" + cast.serviceDeskOfTwo() + "\"}"))
                .isEqualTo(422);
        assertThat(status("sam", "POST", INCIDENTS + "/" + mine + "/watchers", "{\"person\":\"tim\"}"))
                .isEqualTo(422);
    }

    @Test
    void hiddenRecordsAreNotReachedThroughOnesOwn() {
        var hidden = report("olga", "");
        var secret = report("ada", ",\"confidential\":true,\"group\":\"" + cast.network() + "\"");
        var mine = INCIDENTS + "/" + report("sam", "");
        for (String other : List.of(hidden, secret, "INC9999999")) {
            for (String body :
                    List.of("{\"parent_incident\":\"" + other + "\"}", "{\"caused_by\":\"" + other + "\"}")) {
                assertThat(Wire.text(call("sam", "PATCH", mine, body)).replace(other, ""))
                        .as(body)
                        .isEqualTo(Wire.text(call("sam", "PATCH", mine, body.replace(other, "INC8888888")))
                                .replace("INC8888888", ""));
            }
            assertThat(status("sam", "POST", mine + "/links", "{\"type\":\"relates_to\",\"to\":\"" + other + "\"}"))
                    .isEqualTo(422);
            assertThat(status("sam", "POST", mine + "/link_child", "{\"child\":\"" + other + "\"}"))
                    .isEqualTo(422);
            assertThat(status("sam", "POST", mine + "/merge_duplicate", "{\"duplicate_of\":\"" + other + "\"}"))
                    .isEqualTo(422);
            for (String path : List.of("/comments", "/watchers", "/links", "/take", "/restore", "/resolve")) {
                assertThat(status("sam", "POST", INCIDENTS + "/" + other + path, "{\"text\":\"x\",\"person\":\"sam\"}"))
                        .as(other + path)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void anotherRecordsFileIsNotThere() {
        var theirs = report("olga", "");
        var answer = wire.send(
                Call.file(INCIDENTS + "/" + theirs + "/attachments", "a.txt", "a", Map.of()),
                "Authorization",
                Client.basic("olga", Cast.PASSWORD));
        var id = MAPPER.readTree(answer.body()).get("id").stringValue();
        var mine = report("sam", "");
        assertThat(status("sam", "GET", INCIDENTS + "/" + mine + "/attachments/" + id + "/content", ""))
                .isEqualTo(404);
        assertThat(status("sam", "DELETE", INCIDENTS + "/" + mine + "/attachments/" + id, ""))
                .isEqualTo(404);
    }

    @Test
    void childrenAreResolvedByThoseWhoWorkOnThem() {
        var parent = report("sam", "");
        var child = report("olga", "");
        json("ada", "PATCH", INCIDENTS + "/" + child, "{\"parent_incident\":\"" + parent + "\"}");
        assertThat(status("ada", "POST", INCIDENTS + "/" + child + "/watchers", "{\"person\":\"sam\"}"))
                .isEqualTo(201);
        json(
                "sam",
                "POST",
                INCIDENTS + "/" + parent + "/resolve",
                "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}");
        assertThat(json("sam", "GET", INCIDENTS + "/" + child, "").get("state").stringValue())
                .isEqualTo("new");
    }

    @Test
    void aTokenDoesNoMoreThanItsScopeAndItsPerson() {
        var somebody = cast.userName(cast.newcomer(ShippedRole.AGENT));
        var token = bearer(somebody, "{\"name\":\"t\"}");
        var export = bearer(somebody, "{\"name\":\"e\",\"scopes\":[\"incident:*\"]}");
        var number = report(token, "");
        assertThat(status(export, "GET", INCIDENTS + "/export", "")).isEqualTo(403);
        assertThat(status(export, "PATCH", INCIDENTS + "/" + number, "{\"title\":\"y\"}"))
                .isEqualTo(200);
        var reading = bearer(somebody, "{\"name\":\"r\",\"read_only\":true}");
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(status(reading, "GET", INCIDENTS + "/" + number, "", header, "DELETE"))
                    .isEqualTo(200);
        }
        assertThat(status(reading, "POST", INCIDENTS + "/" + number, "{}", "X-HTTP-Method-Override", "GET"))
                .isEqualTo(403);
        assertThat(status("ada", "PATCH", "/api/v1/people/" + somebody, "{\"active\":false}"))
                .isEqualTo(200);
        for (String each : List.of(token, export, reading)) {
            assertThat(status(each, "GET", INCIDENTS, "")).isEqualTo(401);
        }
        assertThat(status(token + "x", "GET", INCIDENTS, "")).isEqualTo(401);
        assertThat(wire.send(Call.get(INCIDENTS + "?access_token=" + token.substring(7)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(status("ada", "POST", "/api/v1/tokens", "{\"name\":\"f\",\"requests_per_second\":2000000000}"))
                .isEqualTo(422);
        assertThat(status("max", "POST", "/api/v1/tokens", "{\"name\":\"n\",\"scopes\":[null]}"))
                .isEqualTo(422);
    }

    @Test
    void aForeignPageGetsNothingDoneWithAPasswordThatABrowserKept() {
        var number = report("sam", "");
        for (String[] foreign : List.of(
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
            assertThat(status("sam", "POST", INCIDENTS + "/" + number + "/take", "{}", foreign))
                    .isEqualTo(403);
        }
        assertThat(status("sam", "POST", INCIDENTS + "/" + number + "/take", "{}"))
                .isEqualTo(200);
        var answer = wire.send(
                new Call("OPTIONS", INCIDENTS, "", new byte[0]),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void cursorsAreForNobodyElseAndKeepNothingThatIsHidden() {
        for (int i = 0; i < 3; i++) {
            report("sam", ",\"caller\":\"max\"");
        }
        var next = json("max", "GET", INCIDENTS + "?limit=1&sort=-opened_at", "")
                .get("next")
                .stringValue();
        assertThat(status("max", "GET", INCIDENTS + "?limit=1&sort=-opened_at&cursor=" + next, ""))
                .isEqualTo(200);
        assertThat(status("eve", "GET", INCIDENTS + "?limit=1&sort=-opened_at&cursor=" + next, ""))
                .isEqualTo(422);
        assertThat(status("max", "GET", INCIDENTS + "?limit=1&sort=opened_at&cursor=" + next, ""))
                .isEqualTo(422);
        assertThat(status("max", "GET", INCIDENTS + "?limit=1&sort=-opened_at&filter=state:new&cursor=" + next, ""))
                .isEqualTo(422);
        for (int i = 0; i < next.length(); i += 7) {
            var edited = next.substring(0, i) + (next.charAt(i) == 'A' ? 'B' : 'A') + next.substring(i + 1);
            assertThat(status("max", "GET", INCIDENTS + "?limit=1&sort=-opened_at&cursor=" + edited, ""))
                    .as(edited)
                    .isEqualTo(422);
        }
    }

    @Test
    void anAnswerIsReplayedToWhomItWasGiven() {
        var key = Plan.newId().toString();
        var body = "{\"title\":\"Only mine\"}";
        var first = call("max", "POST", INCIDENTS, body, "Idempotency-Key", key);
        var other = call("eve", "POST", INCIDENTS, body, "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
    }
}
