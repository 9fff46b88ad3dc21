package org.mainstay.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.people.PersonType;
import org.mainstay.people.ShippedRole;
import org.mainstay.people.signin.SetUp;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MainstayTest
class SecurityTests {

    private static final String TOKENS = "/api/v1/tokens";

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Acts acts;

    @Autowired
    SetUp setUp;

    @Autowired
    Cast cast;

    Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.ada();
    }

    @Test
    void nothingIsThereForStrangersButWhatIsPublic() {
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (var pattern : mapping.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                if (path.equals("/error")
                        || Routes.entrance(path)
                        || Routes.secret(path)
                        || path.equals(Routes.SIGN_OUT)) {
                    continue;
                }
                var methods = mapping.getMethodsCondition().getMethods();
                for (var method : methods.isEmpty() ? List.of("GET") : methods) {
                    var answer = client.send(method.toString(), path, "");
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(401, 303);
                    assertThat(answer.headers().firstValue("Location").orElse(Routes.SIGN_IN))
                            .startsWith(Routes.SIGN_IN);
                }
            }
        }
        assertThat(client.get("/no/such/page").statusCode()).isEqualTo(303);
        assertThat(client.get("/api/v1/no-such-thing").statusCode()).isEqualTo(401);
        assertThat(client.get("/actuator/metrics").statusCode()).isEqualTo(401);
        assertThat(client.get("/set-up/" + "a".repeat(43)).statusCode()).isEqualTo(404);
    }

    @Test
    void programsAreToldHowToSignIn() {
        var answer = client.get(TOKENS);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer, Basic realm=\"Mainstay\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("type").stringValue()).isEqualTo("urn:mainstay:problem:sign-in-required");
        assertThat(client.get(TOKENS, "Authorization", "Bearer mst_nonsense").statusCode())
                .isEqualTo(401);
        assertThat(client.get(TOKENS, "Authorization", "Basic %%%").statusCode())
                .isEqualTo(401);
        assertThat(client.get(TOKENS, "Authorization", "Negotiate x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        var cookie = client.signIn("max", Cast.PASSWORD);
        for (var answer : List.of(
                client.get("/sign-in"),
                client.get("/nothing"),
                client.get(TOKENS),
                client.get("/assets/nothing.js"),
                client.get("/profile", "Cookie", cookie),
                client.get("/a;b=1/secret"),
                client.get("/actuator/health"))) {
            var headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy")).hasValue(HeadersFilter.POLICY);
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).isPresent();
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
        assertThat(client.get("/profile", "Cookie", cookie).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        var page = client.get("/sign-in").body();
        var asset = page.replaceAll("(?s).*href=\"(/assets/[^\"]+)\".*", "$1");
        assertThat(client.get(asset).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable")
                .contains("public");
        assertThat(page).doesNotContain("<script>").doesNotContain("style=");
    }

    @Test
    void healthIsPublicAndTheRestOfTheActuatorIsForObservers() {
        var health = client.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.get("/actuator/prometheus", "Authorization", basic("max"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/actuator/prometheus", "Authorization", basic("ada"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/actuator/health/db").statusCode()).isEqualTo(401);
    }

    @Test
    void signingInLeadsWhereOneWantedToGoAndNowhereElse() {
        assertThat(client.get("/profile?x=1").headers().firstValue("Location"))
                .hasValue("/sign-in?next=%2Fprofile%3Fx%3D1");
        assertThat(signIn("/profile?x=1")).isEqualTo("/profile?x=1");
        assertThat(signIn("//evil.example")).isEqualTo("/");
        assertThat(signIn("https://evil.example/")).isEqualTo("/");
        assertThat(signIn("/\\evil.example")).isEqualTo("/");
        assertThat(signIn("/{x}")).isEqualTo("/{x}");
        assertThat(client.post("/sign-in", Map.of("username", "max", "password", "wrong-password"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCookieIsForTheBrowserAloneAndNewAtEverySignIn() {
        var answer = client.post("/sign-in", Map.of("username", "eve", "password", Cast.PASSWORD));
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        var first = Client.cookie(answer);
        var second = Client.cookie(
                client.post("/sign-in", Map.of("username", "eve", "password", Cast.PASSWORD), "Cookie", first));
        assertThat(second).isNotEqualTo(first);
        assertThat(client.get("/profile", "Cookie", first).statusCode()).isEqualTo(303);
        assertThat(client.get("/profile", "Cookie", second).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAtOnceByHandAndBySigningOut() {
        var somebody = cast.userName(cast.newcomer());
        var here = client.signIn(somebody, Cast.PASSWORD);
        var there = client.signIn(somebody, Cast.PASSWORD);
        var csrf = client.csrf(here);
        var ends = client.get("/profile", "Cookie", here)
                .body()
                .lines()
                .filter(it -> it.contains("/profile/sessions/"))
                .map(it -> it.replaceAll(".*action=\"([^\"]+)\".*", "$1"))
                .toList();
        assertThat(ends).hasSize(2);
        assertThat(client.get("/profile", "Cookie", there).statusCode()).isEqualTo(200);
        assertThat(client.post(ends.getFirst(), Map.of("_csrf", csrf), "Cookie", here)
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.get("/profile", "Cookie", there).statusCode()).isEqualTo(303);
        assertThat(client.post("/sign-out", Map.of(), "Cookie", here).statusCode())
                .isEqualTo(403);
        assertThat(client.post("/sign-out", Map.of("_csrf", csrf), "Cookie", here)
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.get("/profile", "Cookie", here).statusCode()).isEqualTo(303);
        assertThat(client.get(TOKENS, "Cookie", here).statusCode()).isEqualTo(401);
    }

    @Test
    void aChangeNeedsTheTokenOfItsOwnSession() {
        var max = client.signIn("max", Cast.PASSWORD);
        var eve = client.signIn("eve", Cast.PASSWORD);
        var json = "{\"name\":\"t\"}";
        assertThat(post(json, "Cookie", max).statusCode()).isEqualTo(403);
        assertThat(post(json, "Cookie", max, "X-CSRF-Token", client.csrf(eve)).statusCode())
                .isEqualTo(403);
        assertThat(post(json, "Cookie", max, "X-CSRF-Token", "nonsense").statusCode())
                .isEqualTo(403);
        assertThat(post(json, "Cookie", max, "X-CSRF-Token", client.csrf(max)).statusCode())
                .isEqualTo(201);
        assertThat(post(json, "Cookie", max, "X-CSRF-Token", client.csrf(max), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(json, "Authorization", basic("max")).statusCode()).isEqualTo(201);
        var strange = client.post(
                "/sign-in", Map.of("username", "max", "password", Cast.PASSWORD), "Origin", "https://evil.example");
        assertThat(strange.statusCode()).isEqualTo(403);
    }

    @Test
    void aDeactivatedPersonIsOutAtOnceWhateverTheProof() {
        var somebody = cast.newcomer();
        var name = cast.userName(somebody);
        var cookie = client.signIn(name, Cast.PASSWORD);
        var token = bearer(name, "{\"name\":\"t\"}");
        assertThat(statuses(name, cookie, token)).containsOnly(200);
        active(somebody, false);
        assertThat(statuses(name, cookie, token)).containsOnly(401);
        active(somebody, true);
        assertThat(statuses(name, cookie, token)).containsOnly(200);
    }

    @Test
    void aTokenDoesWhatItIsForUntilItIsRevoked() {
        var reading = bearer("max", "{\"name\":\"r\",\"read_only\":true}");
        assertThat(client.get(TOKENS, "Authorization", reading).statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", TOKENS + "/" + UUID.randomUUID(), "", "Authorization", reading)
                        .statusCode())
                .isEqualTo(403);
        var writing = bearer("max", "{\"name\":\"w\"}");
        assertThat(post("{\"name\":\"child\"}", "Authorization", writing).statusCode())
                .isEqualTo(403);
        var scoped = bearer("ada", "{\"name\":\"s\",\"scopes\":[\"incident:work\"]}");
        assertThat(client.get("/actuator/metrics", "Authorization", scoped).statusCode())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/audit", "Authorization", scoped).statusCode())
                .isEqualTo(403);
        assertThat(post("{\"name\":\"x\",\"scopes\":[\"nonsense:do\"]}", "Authorization", basic("max"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("{\"name\":\"x\",\"days\":400}", "Authorization", basic("max"))
                        .statusCode())
                .isEqualTo(422);
        var id = json(post("{\"name\":\"gone\"}", "Authorization", basic("max")));
        var gone = "Bearer " + id.get("token").stringValue();
        assertThat(client.get(TOKENS, "Authorization", gone).statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", TOKENS + "/" + id.get("id").stringValue(), "", "Authorization", basic("max"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get(TOKENS, "Authorization", gone).statusCode()).isEqualTo(401);
        assertThat(client.get(TOKENS, "Authorization", basic("max")).body()).doesNotContain("mst_");
    }

    @Test
    void aServiceTokenHasARateOfItsOwn() {
        assertThat(post("{\"name\":\"x\",\"requests_per_second\":5}", "Authorization", basic("max"))
                        .statusCode())
                .isEqualTo(403);
        var token = bearer("ada", "{\"name\":\"slow\",\"person\":\"sam\",\"requests_per_second\":1}");
        HttpResponse<String> last = client.get(TOKENS, "Authorization", token);
        for (int i = 0; i < 20 && last.statusCode() == 200; i++) {
            last = client.get(TOKENS, "Authorization", token);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void theAuditTellsAdministratorsWhatHappened() {
        client.post("/sign-in", Map.of("username", "paula", "password", "wrong-password"));
        client.signIn("paula", Cast.PASSWORD);
        assertThat(client.get("/api/v1/audit", "Authorization", basic("max")).statusCode())
                .isEqualTo(403);
        var items = json(client.get("/api/v1/audit?limit=200", "Authorization", basic("ada")))
                .get("items");
        var ofPaula = items.valueStream()
                .filter(it -> it.get("actor").isObject())
                .filter(it -> it.get("actor").get("number").stringValue().equals("paula"))
                .map(it -> it.get("event").stringValue())
                .toList();
        assertThat(ofPaula).startsWith("signed_in", "sign_in_failed");
        assertThat(items.toString()).doesNotContain("wrong-password").doesNotContain(Cast.PASSWORD);
    }

    @Test
    void aLinkSetsAPasswordOnceAndOnlyAdministratorsMakeOne() {
        var name = cast.userName(cast.newcomer());
        var make = "/api/v1/people/" + name + "/set-up-link";
        assertThat(client.send("POST", make, "", "Authorization", basic("sam")).statusCode())
                .isEqualTo(403);
        var link = json(client.send("POST", make, "", "Authorization", basic("ada")))
                .get("path")
                .stringValue();
        assertThat(client.get(link).body()).contains(name);
        assertThat(client.post(link, Map.of("password", "short")).statusCode()).isEqualTo(422);
        assertThat(client.post(link, Map.of("password", "long enough for anybody"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.post(link, Map.of("password", "long enough for anybody"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get(link).statusCode()).isEqualTo(404);
        assertThat(client.signIn(name, "long enough for anybody")).isNotEmpty();
    }

    @Test
    void thereIsNoSecondFirstAdministrator() {
        assertThat(setUp.waits()).isFalse();
        var link = setUp.link(null, null, null);
        assertThat(client.get(link).statusCode()).isEqualTo(404);
        assertThat(client.post(link, Map.of("username", "mallory", "name", "M", "password", "long enough here"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void apiAnswersOnlyWhatTheRoleMaySee() {
        var auditor = cast.newcomer(ShippedRole.AGENT);
        assertThat(client.get("/api/v1/audit", "Authorization", basic(cast.userName(auditor)))
                        .statusCode())
                .isEqualTo(403);
    }

    private List<Integer> statuses(String name, String cookie, String token) {
        return List.of(
                client.get(TOKENS, "Cookie", cookie).statusCode(),
                client.get(TOKENS, "Authorization", token).statusCode(),
                client.get(TOKENS, "Authorization", basic(name)).statusCode());
    }

    private void active(Actor.Person person, boolean active) {
        var input = Input.texts(Map.of("active", Boolean.toString(active)));
        assertThat(acts.edit(cast.ada(), PersonType.PERSON, person.id(), input, null, false))
                .isInstanceOf(Outcome.Done.class);
    }

    private String signIn(String next) {
        var answer = client.post("/sign-in", Map.of("username", "max", "password", Cast.PASSWORD, "next", next));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String bearer(String name, String wish) {
        var answer = post(wish, "Authorization", basic(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "Bearer " + json(answer).get("token").stringValue();
    }

    private HttpResponse<String> post(String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return client.send("POST", TOKENS, body, all.toArray(String[]::new));
    }

    private static String basic(String name) {
        return Client.basic(name, Cast.PASSWORD);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
