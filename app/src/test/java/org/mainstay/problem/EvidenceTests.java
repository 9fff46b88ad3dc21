package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What speaks for or against a cause, and what of it is told to whom.
@MainstayTest
class EvidenceTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "v" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api paula;
    String problem = "";
    String cause = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        paula = ada.as("paula");
        problem = number(paula.post("/problems", "{\"title\":\"Paper burns " + mark + "\"}"));
        cause = number(
                paula.post("/causes", "{\"problem\":\"%s\",\"statement\":\"The paper is dry\"}".formatted(problem)));
    }

    private String path() {
        return "/causes/" + cause + "/evidence";
    }

    private Api.Answer put(String body) {
        return paula.post(path(), body);
    }

    private JsonNode items(Api by) {
        return by.get(path()).is(200).json().get("items");
    }

    private String incident(String more) {
        return number(ada.post("/incidents", "{\"title\":\"Fire %s\",\"caller\":\"max\"%s}".formatted(mark, more)));
    }

    @Test
    void anythingThatOneSeesIsEvidence() {
        var incident = incident("");
        var item = number(ada.post("/services", "{\"name\":\"Print " + mark + "\"}"));
        var comment = paula.post("/problems/" + problem + "/comments", "{\"text\":\"It *smells*\",\"internal\":true}")
                .is(201)
                .json()
                .get("id")
                .asString();
        var file = paula.upload("/problems/" + problem + "/attachments", "smoke.txt", "grey")
                .is(201)
                .json()
                .get("id")
                .asString();
        put("{\"record\":\"%s\",\"note\":\"On the same day\"}".formatted(incident))
                .is(201);
        put("{\"record\":\"%s\"}".formatted(item)).is(201);
        put("{\"record\":\"%s\",\"comment\":\"%s\"}".formatted(problem, comment))
                .is(201);
        put("{\"record\":\"%s\",\"attachment\":\"%s\"}".formatted(problem, file))
                .is(201);
        put("{\"record\":\"%s\",\"version\":1}".formatted(incident)).is(201);
        put("{\"address\":\"https://metrics.example.org/d/7?from=now\"}").is(201);
        var all = items(paula);
        assertThat(all).hasSize(6);
        assertThat(all)
                .extracting(it -> it.get("kind").asString())
                .containsExactly("record", "record", "comment", "attachment", "history", "address");
        var first = all.get(0);
        assertThat(first.at("/record/number").asString()).isEqualTo(incident);
        assertThat(first.get("note").asString()).isEqualTo("On the same day");
        assertThat(first.at("/by/number").asString()).isEqualTo("paula");
        assertThat(first.get("hidden").asBoolean()).isFalse();
        var board = paula.get("/problems/" + problem + "/causes").json().at("/items/0/evidence");
        assertThat(board).isEqualTo(all);
    }

    @Test
    void whatIsTakenAwayStaysInHistory() {
        var incident = incident("");
        var id = put("{\"record\":\"" + incident + "\"}")
                .is(201)
                .json()
                .get("id")
                .asString();
        paula.delete(path() + "/" + UUID.randomUUID()).problem(404);
        paula.delete(path() + "/" + id).is(204);
        paula.delete(path() + "/" + id).problem(404);
        assertThat(items(paula)).isEmpty();
        var history = paula.get("/causes/" + cause + "/history").is(200).json().get("items");
        assertThat(history)
                .extracting(it -> it.get("kind").asString())
                .containsExactly("save", "evidence", "withdraw_evidence");
        assertThat(history.get(2).at("/changes/evidence").asString()).isEqualTo(id);
        put("{\"record\":\"" + incident + "\"}").is(201);
    }

    @Test
    void whatIsNoEvidenceIsRefusedAtItsPlace() {
        var incident = incident("");
        for (String bad : List.of(
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,hello",
                "ftp://example.org/x",
                "//example.org",
                "https://",
                "https://user:secret@example.org/",
                "https://example.org/a b",
                "not an address")) {
            put("{\"address\":\"" + bad + "\"}").refused(422, "/address");
        }
        put("{\"address\":\"https://example.org/%s\"}".formatted("x".repeat(3_000)))
                .refused(422, "/address");
        put("{\"address\":7}").refused(422, "/address");
        put("{}").refused(422, "/record");
        put("{\"record\":\"INC9999999\"}").refused(422, "/record");
        put("{\"record\":\"%s\"}".formatted("x".repeat(10_000))).refused(422, "/record");
        put("{\"record\":\"%s\",\"comment\":\"%s\"}".formatted(incident, UUID.randomUUID()))
                .refused(422, "/comment");
        put("{\"record\":\"%s\",\"comment\":\"x\"}".formatted(incident)).refused(422, "/comment");
        put("{\"record\":\"%s\",\"attachment\":\"%s\"}".formatted(incident, UUID.randomUUID()))
                .refused(422, "/attachment");
        put("{\"record\":\"%s\",\"version\":99}".formatted(incident)).refused(422, "/version");
        put("{\"record\":\"%s\",\"version\":-1}".formatted(incident)).refused(422, "/version");
        put("{\"record\":\"%s\",\"version\":1,\"comment\":\"%s\"}".formatted(incident, UUID.randomUUID()))
                .problem(422);
        put("{\"record\":\"%s\",\"address\":\"https://example.org\"}".formatted(incident))
                .refused(422, "/address");
        put("{\"record\":\"%s\",\"note\":\"%s\"}".formatted(incident, "x".repeat(600)))
                .refused(422, "/note");
        put("{\"record\":\"%s\",\"nonsense\":true}".formatted(incident)).problem(422);
        put("{\"record\":\"%s\"}".formatted(incident)).is(201);
        put("{\"record\":\"%s\",\"note\":\"Again\"}".formatted(incident)).refused(422, "/record");
        assertThat(items(paula)).hasSize(1);
    }

    @Test
    void aCommentOfAnotherRecordIsNotOnThisOne() {
        var incident = incident("");
        var comment = paula.post("/problems/" + problem + "/comments", "{\"text\":\"Here\"}")
                .is(201)
                .json()
                .get("id")
                .asString();
        put("{\"record\":\"%s\",\"comment\":\"%s\"}".formatted(incident, comment))
                .refused(422, "/comment");
    }

    @Test
    void thereAreNotMoreThanAnybodyWeighs() {
        for (int i = 0; i < EvidenceWriter.MOST; i++) {
            put("{\"address\":\"https://example.org/%d\"}".formatted(i)).is(201);
        }
        put("{\"address\":\"https://example.org/more\"}").problem(422);
    }

    @Test
    void whatOneDoesNotSeeIsNotToldNorWhatWasNotedOfIt() {
        var secret = incident(",\"confidential\":true");
        ada.post(path(), "{\"record\":\"%s\",\"note\":\"The safe\"}".formatted(secret))
                .is(201);
        ada.post(path(), "{\"record\":\"%s\",\"version\":1,\"note\":\"The key\"}".formatted(secret))
                .is(201);
        assertThat(items(ada).get(0).at("/record/number").asString()).isEqualTo(secret);
        var theirs = items(paula);
        assertThat(theirs).hasSize(2);
        theirs.forEach(it -> {
            assertThat(it.get("hidden").asBoolean()).isTrue();
            assertThat(it.get("record").isNull()).isTrue();
            assertThat(it.get("note").isNull()).isTrue();
            assertThat(it.get("version").isNull()).isTrue();
        });
        assertThat(theirs.toString()).doesNotContain(secret, "The safe", "The key");
        assertThat(paula.get("/causes/" + cause + "/history").text()).doesNotContain("evidence");
        put("{\"record\":\"%s\"}".formatted(secret)).refused(422, "/record");
    }
}
