package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Why a problem came about: a tree of hypotheses, of which some are confirmed and others refuted.
@MainstayTest
class CauseTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "u" + UUID.randomUUID().toString().substring(0, 8);
    Api paula;
    String problem = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        paula = new Api(port, "paula");
        problem = problem();
    }

    private String problem() {
        return number(paula.post("/problems", "{\"title\":\"Paper burns " + mark + "\"}"));
    }

    private Api.Answer tried(String of, String parent, String statement) {
        var below = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        return paula.post(
                "/causes", "{\"problem\":\"%s\",\"statement\":\"%s %s\"%s}".formatted(of, statement, mark, below));
    }

    private String cause(String parent, String statement) {
        return number(tried(problem, parent, statement));
    }

    private Api.Answer act(String cause, String verb, String body) {
        return paula.post("/causes/" + cause + "/" + verb, body);
    }

    private JsonNode read(String cause) {
        return paula.get("/causes/" + cause).is(200).json();
    }

    private JsonNode board() {
        return paula.get("/problems/" + problem + "/causes").is(200).json().get("items");
    }

    /// The outline and the number of each.
    private List<String> places() {
        var places = new ArrayList<String>();
        board().forEach(it -> places.add(
                it.get("outline").asString() + " " + it.at("/cause/number").asString()));
        return places;
    }

    @Test
    void whyIsAskedAgainOfEachAnswer() {
        var dry = cause("", "The paper is dry");
        var heated = cause(dry, "The room is heated");
        var old = cause("", "The printer is old");
        assertThat(dry).startsWith("CAU");
        assertThat(places()).containsExactly("1 " + dry, "1.1 " + heated, "2 " + old);
        var first = board().get(0);
        assertThat(first.get("depth").asInt()).isEqualTo(1);
        assertThat(first.at("/cause/state").asString()).isEqualTo("hypothesis");
        assertThat(first.at("/cause/kind").asString()).isEqualTo("why");
        assertThat(first.at("/cause/problem/number").asString()).isEqualTo(problem);
        assertThat(first.get("evidence")).isEmpty();
        paula.patch("/causes/" + old, "{\"kind\":\"contributing_factor\"}").is(200);
        assertThat(board().get(2).at("/cause/kind").asString()).isEqualTo("contributing_factor");
        paula.get("/causes?filter=problem:" + problem + "&count=true").is(200);
    }

    @Test
    void aHypothesisIsConfirmedOrRefutedForAReason() {
        var dry = cause("", "The paper is dry");
        var heated = cause(dry, "The room is heated");
        var old = cause("", "The printer is old");
        act(dry, "confirm", "{}").refused(422, "/reason");
        act(dry, "confirm", "{\"reason\":\"It weighs nothing\"}").is(200);
        act(old, "refute", "{\"reason\":\"It is of last year\"}").is(200);
        var confirmed = read(dry);
        assertThat(confirmed.get("state").asString()).isEqualTo("confirmed");
        assertThat(confirmed.get("reason").asString()).isEqualTo("It weighs nothing");
        assertThat(confirmed.at("/decided_by/number").asString()).isEqualTo("paula");
        assertThat(confirmed.get("decided_at").isNull()).isFalse();
        assertThat(read(old).get("state").asString()).isEqualTo("refuted");
        act(dry, "confirm", "{\"reason\":\"Once more\"}").problem(403);
        paula.patch("/causes/" + dry, "{\"statement\":\"Something else\"}").refused(422, "/statement");
        paula.patch("/causes/" + dry, "{\"state\":\"refuted\"}").refused(422, "/state");
        assertThat(board().get(0).get("root_cause").asBoolean()).isTrue();
        act(heated, "confirm", "{\"reason\":\"It is hot\"}").is(200);
        assertThat(board().get(0).get("root_cause").asBoolean()).isFalse();
        assertThat(board().get(1).get("root_cause").asBoolean()).isTrue();
        act(dry, "reopen", "{\"reason\":\"The scales are broken\"}").is(200);
        var again = read(dry);
        assertThat(again.get("state").asString()).isEqualTo("hypothesis");
        assertThat(again.get("reason").isNull()).isTrue();
        assertThat(again.get("decided_by").isNull()).isTrue();
        act(dry, "reopen", "{\"reason\":\"Once more\"}").problem(403);
        var history = paula.get("/causes/" + dry + "/history").is(200).text();
        assertThat(history).contains("confirm", "reopen", "It weighs nothing");
    }

    @Test
    void aCauseIsMovedWithWhatLiesBehindIt() {
        var one = cause("", "One");
        var two = cause("", "Two");
        var three = cause("", "Three");
        var below = cause(one, "Below one");
        act(three, "move", "{\"before\":\"" + one + "\"}").is(200);
        assertThat(places()).containsExactly("1 " + three, "2 " + one, "2.1 " + below, "3 " + two);
        act(one, "move", "{\"parent\":\"" + two + "\"}").is(200);
        assertThat(places()).containsExactly("1 " + three, "2 " + two, "2.1 " + one, "2.1.1 " + below);
        act(below, "move", "{\"parent\":null,\"before\":\"" + three + "\"}").is(200);
        assertThat(places()).containsExactly("1 " + below, "2 " + three, "3 " + two, "3.1 " + one);
        act(two, "move", "{\"before\":\"" + one + "\"}").refused(422, "/before");
        for (int i = 0; i < 12; i++) {
            act(i % 2 == 0 ? three : two, "move", "{\"before\":\"" + below + "\"}")
                    .is(200);
            act(below, "move", "{\"before\":\"" + (i % 2 == 0 ? three : two) + "\"}")
                    .is(200);
        }
        assertThat(places()).containsExactly("1 " + below, "2 " + two, "2.1 " + one, "3 " + three);
    }

    @Test
    void nothingExplainsItselfOrBelongsToAnotherProblem() {
        var one = cause("", "One");
        var two = cause(one, "Two");
        var three = cause(two, "Three");
        act(one, "move", "{\"parent\":\"" + three + "\"}").refused(422, "/parent");
        act(one, "move", "{\"parent\":\"" + one + "\"}").refused(422, "/parent");
        paula.patch("/causes/" + one, "{\"parent\":\"" + three + "\"}").refused(422, "/parent");
        var elsewhere = number(tried(problem(), "", "Elsewhere"));
        act(one, "move", "{\"parent\":\"" + elsewhere + "\"}").refused(422, "/parent");
        tried(problem, elsewhere, "Strange").refused(422, "/parent");
        paula.patch("/causes/" + one, "{\"problem\":\"" + problem() + "\"}").refused(422, "/problem");
        assertThat(places()).containsExactly("1 " + one, "1.1 " + two, "1.1.1 " + three);
    }

    @Test
    void twoWhoMoveAtTheSameTimeMakeNoCircle() {
        var one = cause("", "One");
        var two = cause("", "Two");
        var moves = List.of(
                CompletableFuture.supplyAsync(() -> act(one, "move", "{\"parent\":\"" + two + "\"}")),
                CompletableFuture.supplyAsync(() -> act(two, "move", "{\"parent\":\"" + one + "\"}")));
        var answers = moves.stream().map(it -> it.join().status()).toList();
        assertThat(answers).contains(200).containsAnyOf(422, 412, 409);
        assertThat(board()).hasSize(2);
        assertThat(board().get(1).get("depth").asInt()).isEqualTo(2);
    }

    @Test
    void aTreeIsNoDeeperAndNoLargerThanAnybodyReads() {
        var above = "";
        for (int i = 1; i <= CauseTree.DEEPEST; i++) {
            above = cause(above, "Level " + i);
        }
        tried(problem, above, "One too deep").refused(422, "/parent");
        var short1 = cause("", "Short");
        var short2 = cause(short1, "Shorter");
        var tenth = board().get(9).at("/cause/number").asString();
        act(short1, "move", "{\"parent\":\"" + above + "\"}").refused(422, "/parent");
        act(short1, "move", "{\"parent\":\"" + tenth + "\"}").is(200);
        act(short2, "move", "{\"parent\":\"" + above + "\"}").refused(422, "/parent");
        for (int i = board().size(); i < CauseTree.MOST; i++) {
            cause("", "Number " + i);
        }
        tried(problem, "", "One too many").refused(422, "/problem");
        assertThat(board()).hasSize(CauseTree.MOST);
    }

    @Test
    void onlyWhatNothingLiesBehindIsDeletedAndComesBackToItsPlace() {
        var one = cause("", "One");
        var two = cause(one, "Two");
        paula.delete("/causes/" + one).problem(403);
        paula.delete("/causes/" + two).is(204);
        paula.delete("/causes/" + one).is(204);
        assertThat(board()).isEmpty();
        paula.post("/causes/" + two + "/restore", "").problem(404);
        paula.post("/causes/" + one + "/restore", "").is(200);
        paula.post("/causes/" + two + "/restore", "").is(200);
        assertThat(places()).containsExactly("1 " + one, "1.1 " + two);
    }

    @Test
    void aConfirmedCauseBecomesWhatTheProblemSaysOnlyOnPurpose() {
        var dry = cause("", "The paper is dry");
        act(dry, "adopt", "{}").problem(403);
        act(dry, "confirm", "{\"reason\":\"It weighs nothing\"}").is(200);
        assertThat(says()).isEmpty();
        act(dry, "adopt", "{}").is(200);
        assertThat(says()).isEqualTo("The paper is dry " + mark);
        act(dry, "adopt", "{}").refused(422, "/text");
        act(dry, "adopt", "{\"text\":\"Dry paper, because of the heating\"}").is(200);
        assertThat(says()).isEqualTo("Dry paper, because of the heating");
    }

    private String says() {
        return paula.get("/problems/" + problem).json().get("cause").asString("");
    }

    @Test
    void aClosedProblemKeepsItsCauses() {
        var dry = cause("", "The paper is dry");
        paula.post("/problems/" + problem + "/cancel", "{\"reason\":\"It rains\"}")
                .is(200);
        tried(problem, "", "Too late").refused(422, "/problem");
        act(dry, "confirm", "{\"reason\":\"It weighs nothing\"}").problem(403);
        act(dry, "move", "{}").problem(403);
        paula.patch("/causes/" + dry, "{\"statement\":\"Too late\"}").problem(422);
        paula.post("/causes/" + dry + "/evidence", "{\"address\":\"https://example.org\"}")
                .problem(422);
        paula.delete("/causes/" + dry).problem(403);
    }

    @Test
    void whatIsWrittenIsBoundedAndVersionsCount() {
        tried(problem, "", "x".repeat(600)).refused(422, "/statement");
        paula.post("/causes", "{\"problem\":\"%s\"}".formatted(problem)).refused(422, "/statement");
        paula.post("/causes", "{\"statement\":\"Nowhere\"}").refused(422, "/problem");
        var dry = cause("", "The paper is dry");
        var version = read(dry).get("version").asString();
        paula.patch("/causes/" + dry, "{\"statement\":\"The paper is very dry\"}", "If-Match", version)
                .is(200);
        paula.patch("/causes/" + dry, "{\"statement\":\"The paper is wet\"}", "If-Match", version)
                .problem(412);
        paula.post("/causes/" + dry + "/confirm", "{\"reason\":\"Stale\"}", "If-Match", version)
                .problem(412);
        act(dry, "confirm", "{\"reason\":\"" + "x".repeat(200_000) + "\"}").problem(422);
        assertThat(read(dry).get("state").asString()).isEqualTo("hypothesis");
    }

    @Test
    void causesAreForThoseWhoWorkOnProblemsOfTheOrganisation() {
        var dry = cause("", "The paper is dry");
        for (String other : List.of("olga", "max", "tim")) {
            var them = paula.as(other);
            them.get("/causes/" + dry).problem(404);
            them.get("/problems/" + problem + "/causes").problem(404);
            them.get("/causes/" + dry + "/evidence").problem(404);
            them.post("/causes/" + dry + "/evidence", "{\"address\":\"https://example.org\"}")
                    .problem(404);
            them.post("/causes/" + dry + "/confirm", "{\"reason\":\"I say so\"}")
                    .problem(404);
        }
        paula.as("olga")
                .post("/causes", "{\"problem\":\"%s\",\"statement\":\"Mine\"}".formatted(problem))
                .problem(422);
        paula.as("sam").get("/problems/" + problem + "/causes").is(200);
    }
}
