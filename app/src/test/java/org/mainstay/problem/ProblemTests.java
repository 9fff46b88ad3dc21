package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

/// A problem from the first look to the closure, what each step demands, and the incidents behind it.
@MainstayTest
class ProblemTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);
    Api paula;
    Api sam;

    @BeforeEach
    void connect() {
        cast.everybody();
        paula = new Api(port, "paula");
        sam = paula.as("sam");
    }

    static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String problem() {
        return number(paula.post("/problems", "{\"title\":\"Paper burns " + mark + "\"}"));
    }

    private String incident(String caller) {
        return number(sam.post(
                "/incidents",
                "{\"title\":\"Printer on fire %s\",\"caller\":\"%s\",\"impact\":\"high\"}".formatted(mark, caller)));
    }

    private Api.Answer act(String problem, String action, String body) {
        return paula.post("/problems/" + problem + "/" + action, body);
    }

    private JsonNode read(String problem) {
        return paula.get("/problems/" + problem).is(200).json();
    }

    private String state(String problem) {
        return read(problem).get("state").asString();
    }

    @Test
    void paulaTakesAProblemFromTheFirstLookToTheClosure() {
        var one = problem();
        assertThat(one).startsWith("PRB");
        assertThat(state(one)).isEqualTo("new");
        act(one, "assess", "{}").is(200);
        assertThat(read(one).at("/assignee/number").asString()).isEqualTo("paula");
        act(one, "analyse", "{}").is(200);
        assertThat(state(one)).isEqualTo("root_cause_analysis");
        act(one, "start_fix", "{}").refused(422, "/cause");
        act(one, "start_fix", "{\"cause\":\"Dry paper\"}").is(200);
        assertThat(state(one)).isEqualTo("fix_in_progress");
        act(one, "resolve", "{}").refused(422, "/fix");
        act(one, "close", "{\"closure_code\":\"fix_applied\"}").refused(422, "/closure_code");
        act(one, "resolve", "{\"fix\":\"Wet paper\"}").is(200);
        assertThat(read(one).get("resolved_at").isNull()).isFalse();
        act(one, "close", "{\"closure_code\":\"fix_applied\"}").is(200);
        var closed = read(one);
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("closure_code").asString()).isEqualTo("fix_applied");
        assertThat(closed.get("cause").asString()).isEqualTo("Dry paper");
        assertThat(closed.get("closed_at").isNull()).isFalse();
    }

    @Test
    void theFactsOfAStepMayStandOnTheRecordAlready() {
        var one = problem();
        paula.patch("/problems/" + one, "{\"cause\":\"Dry paper\",\"fix\":\"Wet paper\"}")
                .is(200);
        for (String step : List.of("assess", "analyse", "start_fix", "resolve")) {
            act(one, step, "{}").is(200);
        }
        paula.patch("/problems/" + one, "{\"fix\":null}").refused(422, "/fix");
        assertThat(state(one)).isEqualTo("resolved");
    }

    @Test
    void aJumpOverStatesIsRefusedAndSaysFromWhereItWouldBePossible() {
        var one = problem();
        for (String step : List.of("analyse", "start_fix", "resolve", "reopen")) {
            act(one, step, "{\"cause\":\"A\",\"fix\":\"B\",\"reason\":\"C\"}").problem(403);
        }
        var why = act(one, "resolve", "{\"fix\":\"Wet paper\"}")
                .json()
                .get("detail")
                .asString();
        assertThat(why).contains("Fix in progress", "New");
        assertThat(state(one)).isEqualTo("new");
        paula.patch("/problems/" + one, "{\"state\":\"resolved\"}").problem(422);
        assertThat(state(one)).isEqualTo("new");
    }

    @Test
    void aRiskIsAcceptedAfterTheAssessmentAndWithAReason() {
        var one = problem();
        act(one, "close", "{\"closure_code\":\"risk_accepted\",\"comment\":\"Rare\"}")
                .refused(422, "/closure_code");
        act(one, "assess", "{}").is(200);
        act(one, "close", "{\"closure_code\":\"risk_accepted\"}").refused(422, "/comment");
        act(one, "close", "{\"closure_code\":\"risk_accepted\",\"comment\":\"Rare\"}")
                .is(200);
        assertThat(read(one).get("closure_code").asString()).isEqualTo("risk_accepted");
        var said = paula.get("/problems/" + one + "/comments").is(200).json().get("items");
        assertThat(said.get(0).get("text").asString()).isEqualTo("Rare");
    }

    @Test
    void aDuplicateNamesTheProblemThatItRepeats() {
        var first = problem();
        var second = problem();
        var third = problem();
        act(second, "close", "{\"closure_code\":\"duplicate\"}").refused(422, "/duplicate_of");
        act(second, "close", "{\"closure_code\":\"duplicate\",\"duplicate_of\":\"%s\"}".formatted(second))
                .refused(422, "/duplicate_of");
        act(
                        second,
                        "close",
                        "{\"closure_code\":\"cancelled\",\"comment\":\"No\",\"duplicate_of\":\"%s\"}".formatted(first))
                .refused(422, "/duplicate_of");
        act(second, "close", "{\"closure_code\":\"duplicate\",\"duplicate_of\":\"%s\"}".formatted(first))
                .is(200);
        assertThat(read(second).at("/duplicate_of/number").asString()).isEqualTo(first);
        act(third, "close", "{\"closure_code\":\"duplicate\",\"duplicate_of\":\"%s\"}".formatted(second))
                .refused(422, "/duplicate_of");
    }

    @Test
    void whatIsClosedStaysAsItIsUntilItIsReopened() {
        var one = problem();
        act(one, "cancel", "{}").refused(422, "/reason");
        act(one, "cancel", "{\"reason\":\"It was the toaster\"}").is(200);
        assertThat(read(one).get("closure_code").asString()).isEqualTo("cancelled");
        paula.patch("/problems/" + one, "{\"title\":\"Another\"}").refused(422, "/title");
        act(one, "close", "{\"closure_code\":\"cancelled\",\"comment\":\"Again\"}")
                .problem(403);
        paula.post("/problem-tasks", "{\"title\":\"Late\",\"problem\":\"%s\"}".formatted(one))
                .refused(422, "/problem");
        act(one, "reopen", "{\"reason\":\"It was not\"}").is(200);
        var again = read(one);
        assertThat(again.get("state").asString()).isEqualTo("assess");
        assertThat(again.get("closure_code").isNull()).isTrue();
        assertThat(again.get("closed_at").isNull()).isTrue();
    }

    @Test
    void whatWasResolvedAndComesBackIsAnalysedAgain() {
        var one = problem();
        paula.patch("/problems/" + one, "{\"cause\":\"Dry paper\",\"fix\":\"Wet paper\"}")
                .is(200);
        for (String step : List.of("assess", "analyse", "start_fix", "resolve")) {
            act(one, step, "{}").is(200);
        }
        act(one, "cancel", "{\"reason\":\"No\"}").problem(403);
        act(one, "reopen", "{\"reason\":\"It burns again\"}").is(200);
        assertThat(state(one)).isEqualTo("root_cause_analysis");
        assertThat(read(one).get("resolved_at").isNull()).isTrue();
    }

    @Test
    void priorityFollowsFromImpactAndUrgencyAsThatOfIncidentsDoes() {
        var one = number(paula.post("/problems", "{\"title\":\"A\",\"impact\":\"high\",\"urgency\":\"high\"}"));
        assertThat(read(one).get("priority").asInt()).isEqualTo(1);
        paula.patch("/problems/" + one, "{\"impact\":\"low\",\"urgency\":\"low\"}")
                .is(200);
        assertThat(read(one).get("priority").asInt()).isEqualTo(5);
        paula.patch("/problems/" + one, "{\"priority\":1}").refused(422, "/priority");
    }

    @Test
    void agentsOfTheOrganisationSeeItAndNobodyElse() {
        var one = problem();
        sam.get("/problems/" + one).is(200);
        for (String other : List.of("max", "eve", "olga", "tim")) {
            paula.as(other).get("/problems/" + one).problem(404);
            paula.as(other).get("/problems/" + one + "/incidents").problem(404);
            assertThat(paula.as(other)
                            .get("/problems?filter=" + mark)
                            .is(200)
                            .json()
                            .get("items"))
                    .isEmpty();
        }
        paula.as("max").post("/problems", "{\"title\":\"Mine\"}").problem(403);
    }

    @Test
    void aProblemIsMadeOfSeveralIncidentsAndCountsWhatTheyCost() {
        var first = incident("max");
        var second = incident("max");
        var third = incident("eve");
        var made = paula.post("/problems/from_incidents", "{\"incidents\":[\"%s\",\"%s\"]}".formatted(first, second));
        var one = number(made);
        assertThat(made.header("Location")).isEqualTo("/api/v1/problems/" + one);
        assertThat(made.json().get("title").asString()).isEqualTo("Printer on fire " + mark);
        assertThat(made.json().get("impact").asString()).isEqualTo("high");
        act(one, "link_incidents", "{\"incidents\":[\"%s\",\"%s\"]}".formatted(second, third))
                .is(200);
        act(one, "link_incidents", "{\"incidents\":[\"%s\"]}".formatted(third)).refused(422, "/incidents");
        sam.post("/incidents/" + first + "/resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Water\"}")
                .is(200);
        var told = paula.get("/problems/" + one + "/incidents").is(200).json();
        assertThat(told.get("items")).hasSize(3);
        assertThat(told.at("/items/0/record/number").asString()).isEqualTo(first);
        assertThat(told.at("/items/0/state").asString()).isEqualTo("resolved");
        assertThat(told.get("count").asInt()).isEqualTo(3);
        assertThat(told.get("open").asInt()).isEqualTo(2);
        assertThat(told.get("people").asInt()).isEqualTo(2);
        assertThat(told.get("minutes_lost").asInt()).isBetween(0, 3);
        var back = paula.get("/incidents/" + third + "/problems").is(200).json();
        assertThat(back.at("/items/0/record/number").asString()).isEqualTo(one);
        assertThat(paula.as("eve")
                        .get("/incidents/" + third + "/problems")
                        .is(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void resolvingAProblemResolvesItsOpenIncidentsWhereThatIsWanted() {
        var first = incident("max");
        var second = incident("eve");
        var one = number(
                paula.post("/problems/from_incidents", "{\"incidents\":[\"%s\",\"%s\"]}".formatted(first, second)));
        sam.post("/incidents/" + second + "/cancel", "{}").is(200);
        paula.patch("/problems/" + one, "{\"cause\":\"Dry paper\"}").is(200);
        for (String step : List.of("assess", "analyse", "start_fix")) {
            act(one, step, "{}").is(200);
        }
        act(one, "resolve", "{\"fix\":\"Wet paper\",\"resolve_incidents\":true}")
                .refused(422, "/resolution_code");
        var body = "{\"fix\":\"Wet paper\",\"resolve_incidents\":true,\"resolution_code\":\"fixed\"}";
        var plan = act(one, "resolve?dry_run=true", body).is(200).json().get("plan");
        assertThat(plan).hasSize(2);
        assertThat(plan.at("/1/number").asString()).isEqualTo(first);
        act(one, "resolve", body).is(200);
        var resolved = sam.get("/incidents/" + first).json();
        assertThat(resolved.get("state").asString()).isEqualTo("resolved");
        assertThat(resolved.get("resolution").asString()).isEqualTo("Wet paper");
        assertThat(sam.get("/incidents/" + second).json().get("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void minutesAreCountedFromTheOpeningToTheResolution() {
        var early = number(sam.post(
                "/incidents",
                "{\"title\":\"Long ago %s\",\"caller\":\"max\",\"opened_at\":\"2020-01-01T00:00:00Z\"}"
                        .formatted(mark)));
        var one = number(paula.post("/problems/from_incidents", "{\"incidents\":[\"%s\"]}".formatted(early)));
        assertThat(paula.get("/problems/" + one + "/incidents")
                        .json()
                        .get("minutes_lost")
                        .asLong())
                .isGreaterThan(3_000_000);
        sam.post("/incidents/" + early + "/cancel", "{}").is(200);
        assertThat(paula.get("/problems/" + one + "/incidents")
                        .json()
                        .get("minutes_lost")
                        .asLong())
                .isZero();
    }

    @Test
    void aConfidentialIncidentCountsOnlyForThoseWhoSeeIt() {
        var secret = number(paula.as("ada")
                .post(
                        "/incidents",
                        "{\"title\":\"Hush %s\",\"caller\":\"eve\",\"confidential\":true}".formatted(mark)));
        var one = problem();
        act(one, "link_incidents", "{\"incidents\":[\"%s\"]}".formatted(secret)).problem(422);
        paula.as("ada")
                .post("/problems/" + one + "/link_incidents", "{\"incidents\":[\"%s\"]}".formatted(secret))
                .is(200);
        assertThat(paula.as("ada")
                        .get("/problems/" + one + "/incidents")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(paula.get("/problems/" + one + "/incidents")
                        .json()
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void badIncidentsAreRefusedAtTheirPlace() {
        var first = incident("max");
        var foreign = number(paula.as("olga").post("/incidents", "{\"title\":\"Far " + mark + "\"}"));
        var path = "/problems/from_incidents";
        paula.post(path, "{}").refused(422, "/incidents");
        paula.post(path, "{\"incidents\":[]}").refused(422, "/incidents");
        paula.post(path, "{\"incidents\":\"" + first + "\"}").refused(422, "/incidents");
        paula.post(path, "{\"incidents\":[\"" + first + "\",\"" + foreign + "\"]}")
                .refused(422, "/incidents/1");
        paula.post(path, "{\"incidents\":[\"" + first + "\",7]}").refused(422, "/incidents/1");
        paula.post(path, "{\"incidents\":[\"" + first + "\"],\"state\":\"closed\"}")
                .problem(422);
        paula.as("ada")
                .post(path, "{\"incidents\":[\"" + first + "\",\"" + foreign + "\"]}")
                .refused(422, "/incidents");
        paula.as("max").post(path, "{\"incidents\":[\"" + first + "\"]}").problem(403);
        assertThat(paula.get("/incidents/" + first + "/problems").json().get("items"))
                .isEmpty();
    }

    @Test
    void thePagesShowBothSidesAndMakeAProblem() {
        var first = incident("max");
        var second = incident("eve");
        var client = new Client(port);
        var cookie = client.signIn("paula", Cast.PASSWORD);
        var none = client.get("/incidents/" + first + "/problems", "Cookie", cookie, "HX-Request", "true");
        assertThat(none.body()).contains("/problems/from-incidents?incidents=" + first);
        var ask = client.get("/problems/from-incidents?incidents=" + first, "Cookie", cookie);
        assertThat(ask.body()).contains("Printer on fire " + mark, first);
        var wrong = client.post(
                "/problems/from-incidents",
                Map.of("incidents", first + " INC9999999", "title", "Kept " + mark),
                "Cookie",
                cookie,
                "X-CSRF-Token",
                client.csrf(cookie));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("There is no such incident.", "Kept " + mark, "INC9999999");
        var made = client.post(
                "/problems/from-incidents",
                Map.of("incidents", first + ", " + second, "title", "Paper " + mark),
                "Cookie",
                cookie,
                "X-CSRF-Token",
                client.csrf(cookie));
        assertThat(made.statusCode()).isIn(302, 303);
        var one = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/problems/(PRB\\d+).*", "$1");
        var panel = client.get("/problems/" + one + "/incidents", "Cookie", cookie, "HX-Request", "true");
        assertThat(panel.body()).contains(first, second, "2 incidents, 2 open; 2 people hit");
        assertThat(client.get("/incidents/" + second + "/problems", "Cookie", cookie)
                        .body())
                .contains(one, "Paper " + mark, "New");
        assertThat(client.get("/problems/" + one, "Cookie", cookie).statusCode())
                .isEqualTo(200);
        var german = client.get(
                "/problems/" + one + "/incidents", "Cookie", cookie, "Accept-Language", "de", "HX-Request", "true");
        assertThat(german.statusCode()).isEqualTo(200);
        var max = client.signIn("max", Cast.PASSWORD);
        assertThat(client.get("/problems/from-incidents", "Cookie", max).statusCode())
                .isEqualTo(403);
        assertThat(client.get("/problems/" + one + "/incidents", "Cookie", max).statusCode())
                .isEqualTo(404);
    }
}
