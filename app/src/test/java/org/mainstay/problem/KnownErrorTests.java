package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What is known of errors is offered where it helps, and its workaround is told once.
@MainstayTest
class KnownErrorTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "k" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api paula;
    Api sam;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        paula = ada.as("paula");
        sam = ada.as("sam");
    }

    private String incident(String title, String caller, String more) {
        return number(sam.post(
                "/incidents", "{\"title\":\"%s %s\",\"caller\":\"%s\"%s}".formatted(title, mark, caller, more)));
    }

    private String error(String title, String more) {
        return number(paula.post(
                "/known-errors", "{\"title\":\"%s\",\"workaround\":\"Use wet paper.\"%s}".formatted(title, more)));
    }

    private void publish(String error) {
        paula.post("/known-errors/" + error + "/publish", "{}").is(200);
    }

    private JsonNode offered(Api by, String incident) {
        return by.get("/incidents/" + incident + "/known-errors").is(200).json().get("items");
    }

    private JsonNode comments(String incident) {
        return sam.get("/incidents/" + incident + "/comments").is(200).json().get("items");
    }

    private String service() {
        return number(ada.post("/services", "{\"name\":\"Print " + mark + "\"}"));
    }

    @Test
    void aDraftIsPublishedWithAWorkaroundAndRetired() {
        var one = number(paula.post("/known-errors", "{\"title\":\"Paper burns " + mark + "\"}"));
        assertThat(one).startsWith("KE");
        var path = "/known-errors/" + one;
        paula.post(path + "/publish", "{}").refused(422, "/workaround");
        paula.post(path + "/publish", "{\"workaround\":\"Use wet paper.\"}").is(200);
        var published = paula.get(path).json();
        assertThat(published.get("state").asString()).isEqualTo("published");
        assertThat(published.get("workaround").asString()).isEqualTo("Use wet paper.");
        assertThat(published.get("published_at").isNull()).isFalse();
        paula.post(path + "/publish", "{}").problem(403);
        paula.patch(path, "{\"workaround\":null}").refused(422, "/workaround");
        paula.post(path + "/retire", "{\"comment\":\"Wet paper is sold out\"}").is(200);
        assertThat(paula.get(path).json().get("retired_at").isNull()).isFalse();
        paula.post(path + "/retire", "{}").problem(403);
    }

    @Test
    void draftsAreForThoseWhoWorkOnProblemsAndPublishedOnesForThoseWhoWorkOnIncidents() {
        var one = error("Paper burns " + mark, "");
        var path = "/known-errors/" + one;
        sam.get(path).is(200);
        ada.as("carl").get(path).problem(404);
        publish(one);
        ada.as("carl").get(path).is(200);
        ada.as("carl").post(path + "/retire", "{}").problem(403);
        for (String other : new String[] {"max", "olga", "tim"}) {
            ada.as(other).get(path).problem(404);
        }
    }

    @Test
    void itIsOfferedOnIncidentsThatAreAboutTheSameAndSoundLikeIt() {
        var service = service();
        var about = ",\"service\":\"" + service + "\"";
        var matching = incident("Printer smells of smoke", "max", about);
        var silent = incident("Toner is empty", "max", about);
        var elsewhere = incident("Printer smells of smoke", "max", "");
        var one = error("Paper burns", about + ",\"symptom\":\"Printer and smoke\"");
        assertThat(offered(sam, matching)).isEmpty();
        publish(one);
        var found = offered(sam, matching);
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/record/number").asString()).isEqualTo(one);
        assertThat(found.at("/0/workaround").asString()).isEqualTo("Use wet paper.");
        assertThat(found.at("/0/matched").toString()).isEqualTo("[\"service\"]");
        assertThat(found.at("/0/words").toString()).isEqualTo("[\"printer\",\"smoke\"]");
        assertThat(offered(sam, silent)).isEmpty();
        assertThat(offered(sam, elsewhere)).isEmpty();
        assertThat(offered(ada.as("max"), matching)).isEmpty();
        assertThat(panel("sam", matching)).contains(one, "same service", "printer, smoke", "Use wet paper.");
        assertThat(panel("sam", silent)).isEmpty();
        assertThat(panel("max", matching)).isEmpty();
        paula.post("/known-errors/" + one + "/retire", "{}").is(200);
        assertThat(offered(sam, matching)).isEmpty();
    }

    private String panel(String who, String incident) {
        var client = new Client(port);
        var path = "/incidents/" + incident + "/known-errors";
        return client.get(path, "Cookie", client.signIn(who, Cast.PASSWORD), "HX-Request", "true")
                .body();
    }

    @Test
    void publishingTellsTheWorkaroundOnceOnTheOpenIncidentsOfItsProblem() {
        var open = incident("Printer on fire", "max", "");
        var done = incident("Printer was on fire", "max", "");
        sam.post("/incidents/" + done + "/resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Water\"}")
                .is(200);
        var other = incident("Lamp is dark", "eve", "");
        var problem =
                number(paula.post("/problems/from_incidents", "{\"incidents\":[\"%s\",\"%s\"]}".formatted(open, done)));
        var one = error("Fires " + mark, ",\"problem\":\"" + problem + "\"");
        publish(one);
        assertThat(comments(open)).hasSize(1);
        assertThat(comments(open).at("/0/text").asString()).isEqualTo("Use wet paper.");
        assertThat(comments(open).at("/0/internal").asBoolean()).isFalse();
        assertThat(ada.as("max").get("/incidents/" + open + "/comments").json().get("items"))
                .hasSize(1);
        assertThat(comments(done)).isEmpty();
        assertThat(comments(other)).isEmpty();
        assertThat(offered(sam, open).at("/0/matched").toString()).contains("problem");
        var later = incident("Printer on fire again", "eve", "");
        paula.post("/problems/" + problem + "/link_incidents", "{\"incidents\":[\"%s\"]}".formatted(later))
                .is(200);
        paula.post("/known-errors/" + one + "/retire", "{}").is(200);
        publish(one);
        assertThat(comments(open)).hasSize(1);
        assertThat(comments(later)).hasSize(1);
    }

    @Test
    void aKnownErrorIsOfTheOrganisationOfItsProblem() {
        var foreign = number(ada.as("olga").post("/problems", "{\"title\":\"Far " + mark + "\"}"));
        paula.post("/known-errors", "{\"title\":\"A\",\"problem\":\"%s\"}".formatted(foreign))
                .problem(422);
        var far = number(ada.post("/known-errors", "{\"title\":\"A\",\"problem\":\"%s\"}".formatted(foreign)));
        assertThat(ada.as("olga")
                        .get("/known-errors/" + far)
                        .is(200)
                        .json()
                        .at("/problem/number")
                        .asString())
                .isEqualTo(foreign);
        paula.get("/known-errors/" + far).problem(404);
    }
}
