package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

/// Who sees drift and who decides about it, as clients of the API and readers of pages see it.
@MainstayTest
class DriftDecisionTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = Scene.mark();
    private Api ada;
    private String source = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        source = ada.post("/discovery/sources", "{\"name\":\"decide %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String tell(int number, String os) {
        return ada.post("/discovery/payloads?source=" + source, """
                        {"items":[{"ref":"a","class":"linux_server","values":{"name":"d%d-%s","os":"%s"},
                          "identifiers":[{"kind":"serial","value":"D%d%s"}]}]}""".formatted(number, mark, os, number, mark))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
    }

    /// @return the number of the item
    private String changed(int number) {
        var item = tell(number, "Debian 12");
        ada.patch("/configuration-items/" + item, "{\"support_group\":\"Network\"}")
                .is(200);
        tell(number, "Debian 13");
        return item;
    }

    private JsonNode drift(String item) {
        var found = ada.get("/drifts?filter=item:" + item).is(200).json().get("items");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String number(String item) {
        return drift(item).get("number").asString();
    }

    @Test
    void theSupportGroupDecidesAndOthersDoNot() {
        var item = changed(1);
        var number = number(item);
        assertThat(drift(item).at("/group/label").asString()).isEqualTo("Network");

        ada.as("sam").get("/drifts/" + number + "/lines").is(200);
        ada.as("sam").post("/drifts/" + number + "/accept", "{}").problem(403);
        ada.as("max").post("/drifts/" + number + "/accept", "{}").problem(403);
        ada.as("nina")
                .post("/drifts/" + number + "/accept", "{\"note\":\"Patched\"}")
                .is(200);
        assertThat(drift(item).get("state").asString()).isEqualTo("accepted");
        assertThat(drift(item).at("/decided_by/number").asString()).isEqualTo("nina");
        ada.post("/drifts/" + number + "/accept", "{}").problem(403);
    }

    @Test
    void anotherOrganisationSeesNothing() {
        var item = changed(2);
        var number = number(item);
        for (var stranger : List.of("olga", "tim")) {
            var them = ada.as(stranger);
            them.get("/drifts/" + number).problem(404);
            them.get("/drifts/" + number + "/lines").problem(404);
            them.get("/drifts/" + number + "/history").problem(404);
            them.post("/drifts/" + number + "/accept", "{}").problem(404);
            assertThat(them.get("/drifts").json().toString()).doesNotContain(mark);
            assertThat(them.get("/drifts?filter=" + mark + "&count=true")
                            .json()
                            .at("/total/value")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void manyAreAcceptedAtOnce() {
        var items = List.of(changed(3), changed(4), changed(5));
        number(items.getFirst());
        ada.post("/drifts/" + number(items.getLast()) + "/accept", "{}").is(200);
        var body = "{\"records\":[\"%s\",\"%s\",\"%s\"],\"action\":\"accept\",\"with\":{\"note\":\"Patch night\"}}"
                .formatted(items.stream().map(this::number).toArray());

        var job = ada.as("nina")
                .post("/drifts/bulk", body)
                .is(202)
                .header("Location")
                .replace("/api/v1", "");

        var done = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> ada.as("nina").get(job).json(),
                        it -> !"queued running".contains(it.get("state").asString()));
        assertThat(done.at("/result/changed").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(done.at("/result/refused").asInt()).isEqualTo(1);
        assertThat(drift(items.getFirst()).get("note").asString()).isEqualTo("Patch night");
    }

    @Test
    void driftMovesWithItsItemAndComesBack() {
        var duplicate = changed(6);
        var survivor = tell(7, "Debian 12");
        var number = number(duplicate);

        ada.post("/configuration-items/" + survivor + "/merge", "{\"duplicate\":\"" + duplicate + "\"}")
                .is(200);
        assertThat(ada.get("/drifts/" + number).json().at("/item/number").asString())
                .isEqualTo(survivor);
        // what is found otherwise now joins it
        tell(6, "Debian 14");
        assertThat(os(number)).isEqualTo("Debian 12 → Debian 14");
        assertThat(ada.get("/drifts?filter=item:" + survivor).json().get("items"))
                .hasSize(1);
        ada.post("/configuration-items/" + duplicate + "/undo_merge", "").is(200);

        assertThat(ada.get("/drifts/" + number).json().at("/item/number").asString())
                .isEqualTo(duplicate);
        assertThat(os(number)).isEqualTo("Debian 12 → Debian 14");
    }

    private String os(String drift) {
        var line = ada.get("/drifts/" + drift + "/lines")
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("attribute").asString().equals("os"))
                .findFirst()
                .orElseThrow();
        return line.get("before").asString() + " → " + line.get("after").asString();
    }

    @Test
    void whatIsDeletedOrRetiredLeavesItsDriftToBeDecided() {
        var deleted = changed(8);
        var drift = number(deleted);
        ada.delete("/configuration-items/" + deleted).is(204);
        ada.get("/drifts/" + drift + "/lines").is(200);
        ada.get("/drifts").is(200);
        ada.post("/drifts/" + drift + "/accept", "{}").is(200);

        var retired = changed(9);
        ada.patch("/configuration-items/" + retired, "{\"status\":\"retired\"}").is(200);
        tell(9, "Debian 15");
        var lines = ada.get("/drifts/" + number(retired) + "/lines").json().get("items");
        assertThat(lines.toString())
                .as("what happens to it now is nobody's business")
                .doesNotContain("Debian 15");
        ada.post("/drifts/" + number(retired) + "/accept", "{}").is(200);
    }

    @Test
    void whatItWasBeforeAnIncidentIsMarkedAsDrift() {
        var item = changed(10);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.get("/configuration-items/" + item + "/impact").status() == 200);
        var incident = ada.post(
                        "/incidents",
                        "{\"title\":\"Slow %s\",\"caller\":\"max\",\"configuration_item\":\"%s\"}"
                                .formatted(mark, item))
                .is(201)
                .json()
                .get("number")
                .asString();

        var changes = ada.get("/incidents/" + incident + "/what-changed")
                .is(200)
                .json()
                .get("items");

        var drift = changes.valueStream()
                .filter(it -> it.toString().contains("\"os\"")
                        && it.get("done").asString().equals("changed"))
                .findFirst()
                .orElseThrow();
        assertThat(drift.at("/drift/number").asString()).isEqualTo(number(item));
        assertThat(changes.valueStream()
                        .filter(it -> it.get("attributes").toString().contains("support_group"))
                        .findFirst()
                        .orElseThrow()
                        .get("drift")
                        .isNull())
                .isTrue();
    }

    @Test
    void classesAreWatchedAsAdministratorsSay() {
        var code = "crane_" + UUID.randomUUID().toString().substring(0, 8);
        ada.post("/ci-classes", "{\"code\":\"%s\",\"label\":\"Crane\",\"parent\":\"server\"}".formatted(code))
                .is(201);
        var payload = """
                {"items":[{"ref":"a","class":"%s","values":{"name":"c-%s","os":"%s"},
                  "identifiers":[{"kind":"serial","value":"C%s"}]}]}""";
        var path = "/discovery/payloads?source=" + source;
        var item = ada.post(path, payload.formatted(code, mark, "1", mark))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
        ada.patch("/ci-classes/" + code, "{\"watched\":false}").is(200);
        ada.post(path, payload.formatted(code, mark, "2", mark)).is(200);
        assertThat(ada.get("/drifts?filter=item:" + item).json().get("items")).isEmpty();

        ada.patch("/ci-classes/" + code, "{\"watched\":null}").is(200);
        ada.post(path, payload.formatted(code, mark, "3", mark)).is(200);
        assertThat(ada.get("/drifts?filter=item:" + item).json().get("items")).hasSize(1);
    }
}
