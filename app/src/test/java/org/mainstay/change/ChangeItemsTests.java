package org.mainstay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.change.ChangeTests.number;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a change hits, by the graph and by what people say; and what discovery found changed without one.
@MainstayTest
class ChangeItemsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "i" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        ada = carl.as("ada");
    }

    private String item(String itemClass, String name) {
        return number(ada.post(
                "/configuration-items", "{\"class\":\"%s\",\"name\":\"%s %s\"}".formatted(itemClass, name, mark)));
    }

    private void dependsOn(String from, String to) {
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201);
    }

    private JsonNode affected(String change) {
        return carl.get("/changes/" + change + "/affected").is(200).json();
    }

    @Test
    void whatDependsOnTheItemIsAffectedUnlessSomebodySaysOtherwise() {
        var server = item("linux_server", "Server");
        var application = item("service_instance", "Instance");
        var service = item("business_service", "Service");
        dependsOn(application, server);
        dependsOn(service, application);
        var change = number(carl.post(
                "/changes",
                "{\"title\":\"Patch %s\",\"type\":\"normal\",\"configuration_item\":\"%s\"}".formatted(mark, server)));
        await().atMost(PATIENCE)
                .until(() -> affected(change).get("items").size() == 3
                        && affected(change).get("complete").asBoolean());
        var lines = affected(change).get("items");
        assertThat(lines.get(0).at("/item/number").asString()).isEqualTo(server);
        assertThat(lines.get(0).get("origin").asString()).isEqualTo("direct");
        assertThat(lines.get(1).at("/item/number").asString()).isEqualTo(application);
        assertThat(lines.get(2).at("/item/number").asString()).isEqualTo(service);
        assertThat(lines.get(2).get("origin").asString()).isEqualTo("computed");
        assertThat(lines.get(2).get("distance").asInt()).isEqualTo(2);
        assertThat(lines.get(2).at("/through/number").asString()).isEqualTo(server);

        var excluded = "{\"change\":\"%s\",\"item\":\"%s\",\"excluded\":true%s}";
        carl.post("/affected-items", excluded.formatted(change, service, "")).refused(422, "/reason");
        var said =
                number(carl.post("/affected-items", excluded.formatted(change, service, ",\"reason\":\"It waits.\"")));
        carl.post("/affected-items", excluded.formatted(change, service, ",\"reason\":\"Twice.\""))
                .refused(422, "/item");
        assertThat(affected(change).get("items").get(2).get("origin").asString())
                .isEqualTo("excluded");
        assertThat(affected(change).get("items").get(2).get("reason").asString())
                .isEqualTo("It waits.");
        carl.delete("/affected-items/" + said).is(204);
        var far = item("linux_server", "Far");
        number(carl.post(
                "/affected-items",
                "{\"change\":\"%s\",\"item\":\"%s\",\"reason\":\"Same rack\"}".formatted(change, far)));
        assertThat(affected(change).get("items").get(1).at("/item/number").asString())
                .isEqualTo(far);
        assertThat(affected(change).get("items").get(1).get("origin").asString())
                .isEqualTo("direct");
    }

    @Test
    void aChangeIsMadeFromWhatWasFoundChanged() {
        var source = ada.post("/discovery/sources", "{\"name\":\"change %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        tell(source, "Debian 12");
        var item = tell(source, "Debian 13");
        var drift = ada.get("/drifts?filter=item:" + item)
                .is(200)
                .json()
                .at("/items/0/number")
                .asString();
        ada.post("/drifts/" + drift + "/make_change", "{}").is(200);
        assertThat(ada.get("/drifts/" + drift).json().get("state").asString()).isEqualTo("explained");
        var made = carl.get("/changes?filter=configuration_item:" + item)
                .is(200)
                .json()
                .get("items");
        assertThat(made.size()).isEqualTo(1);
        assertThat(made.get(0).get("state").asString()).isEqualTo("review");
        assertThat(made.get(0).get("unplanned").asBoolean()).isTrue();
        assertThat(made.get(0).get("description").asString())
                .contains("Debian 12")
                .contains("Debian 13");
        var links = carl.get("/changes/" + made.get(0).get("number").asString() + "/links");
        assertThat(links.text()).contains(drift);
    }

    @Test
    void whatIsFoundWithinTheWindowOfAChangeIsNoDrift() {
        var source = ada.post("/discovery/sources", "{\"name\":\"planned %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        var item = tell(source, "Debian 12");
        var change = number(carl.post("/changes", """
                {"title":"Patch %s","type":"standard","configuration_item":"%s","implementation_plan":"a",
                 "planned_start":"2026-01-01T00:00:00Z","planned_end":"2026-12-31T00:00:00Z"}""".formatted(mark, item)));
        carl.post("/changes/" + change + "/schedule", "{}").is(200);
        tell(source, "Debian 13");
        assertThat(ada.get("/drifts?filter=item:" + item)
                        .is(200)
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    private String tell(String source, String os) {
        return ada.post("/discovery/payloads?source=" + source, """
                        {"items":[{"ref":"a","class":"linux_server","values":{"name":"%1$s","os":"%2$s"},
                          "identifiers":[{"kind":"serial","value":"%3$s%1$s"}]}]}""".formatted(mark, os, source))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
    }
}
