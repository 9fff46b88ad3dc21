package org.mainstay.cmdb.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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

/// What is hit when an item fails, as a client of the API asks it; each question right after the writes.
@MainstayTest
class ImpactTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        var some = item("linux_server");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.get("/configuration-items/" + some + "/impact").status() == 200);
    }

    private String item(String itemClass, String... more) {
        var body = new StringBuilder("{\"class\":\"%s\",\"name\":\"%s\"".formatted(itemClass, mark));
        for (int i = 0; i < more.length; i += 2) {
            body.append(",\"%s\":%s".formatted(more[i], more[i + 1]));
        }
        return ada.post("/configuration-items", body + "}")
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String relate(String type, String from, String to, String more) {
        return ada.post(
                        "/relations",
                        "{\"type\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"%s}".formatted(type, from, to, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String dependsOn(String from, String to) {
        return relate("depends_on", from, to, "");
    }

    private JsonNode impact(String of, String query) {
        return ada.get("/configuration-items/" + of + "/impact" + query).is(200).json();
    }

    private static List<String> numbers(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(it -> it.get("number").asString())
                .toList();
    }

    @Test
    void whatDependsOnAnItemIsHitWithItsWay() {
        var service = item("business_service", "user_count", "250");
        var instance = item("service_instance");
        var server = item("linux_server");
        dependsOn(service, instance);
        relate("runs_on", instance, server, "");

        var hit = impact(server, "");

        assertThat(hit.get("reached").asInt()).isEqualTo(2);
        assertThat(hit.get("truncated").asBoolean()).isFalse();
        assertThat(numbers(hit)).containsExactly(instance, service);
        assertThat(hit.at("/items/1/distance").asInt()).isEqualTo(2);
        assertThat(hit.at("/items/1/path").valueStream().map(JsonNode::asString))
                .containsExactly(server, instance, service);
        assertThat(hit.at("/items/1/label").asString()).isEqualTo(mark);
        assertThat(hit.at("/items/1/class").asString()).isEqualTo("business_service");
        assertThat(hit.at("/by_class/business_service").asInt()).isEqualTo(1);
        assertThat(hit.at("/services/1/number").asString()).isEqualTo(service);
        assertThat(hit.get("people").asInt()).isEqualTo(250);
        assertThat(numbers(impact(server, "?depth=1"))).containsExactly(instance);
        assertThat(numbers(impact(service, "?direction=dependencies"))).containsExactly(instance, server);
        assertThat(impact(server, "?limit=1").get("reached").asInt()).isEqualTo(2);
        assertThat(impact(server, "?limit=1").get("truncated").asBoolean()).isTrue();
    }

    @Test
    void nothingDependsIsAnotherThingThanNothingIsKnown() {
        var service = item("business_service");
        var server = item("linux_server");
        var alone = item("linux_server");
        dependsOn(service, server);

        assertThat(impact(service, "").get("relations_known").asBoolean()).isTrue();
        assertThat(impact(service, "").get("summary").asString()).isEqualTo("Nothing depends on this item.");
        assertThat(impact(alone, "").get("relations_known").asBoolean()).isFalse();
    }

    @Test
    void whatStandsInKeepsAServiceUp() {
        var service = item("business_service");
        var servers = List.of(item("linux_server"), item("linux_server"), item("linux_server"));
        var shared = item("storage");
        servers.forEach(it -> relate("depends_on", service, it, ",\"redundancy\":\"web\",\"needed\":2"));
        dependsOn(servers.get(0), shared);
        dependsOn(servers.get(1), shared);

        assertThat(numbers(impact(servers.get(2), ""))).isEmpty();
        assertThat(numbers(impact(shared, ""))).containsExactly(servers.get(0), servers.get(1), service);
        var points = ada.get("/configuration-items/" + service + "/single-points-of-failure")
                .is(200)
                .json();
        assertThat(numbers(points)).containsExactly(shared);
    }

    @Test
    void aCycleEnds() {
        var one = item("linux_server");
        var two = item("linux_server");
        dependsOn(one, two);
        dependsOn(two, one);

        assertThat(numbers(impact(one, ""))).containsExactly(two);
    }

    @Test
    void whatWasIsAnsweredAsItWas() {
        var service = item("business_service");
        var server = item("linux_server");
        var relation = dependsOn(service, server);
        var before = Instant.now();
        ada.patch("/relations/" + relation, "{\"valid_to\":\"%s\"}".formatted(before.plusNanos(1_000)))
                .is(200);

        assertThat(numbers(impact(server, ""))).isEmpty();
        assertThat(numbers(impact(server, "?as_of=" + before))).containsExactly(service);
        ada.get("/configuration-items/" + server + "/impact?as_of=2020-01-01T00:00:00Z")
                .problem(404);
        var changed = ada.get("/configuration-items/" + server + "/difference?before=" + before)
                .is(200)
                .json();
        assertThat(changed.at("/relations_removed/0/number").asString()).isEqualTo(relation);
    }

    @Test
    void longAgoIsAnsweredFromTheDatabase() {
        var old = "\"2020-01-01T00:00:00Z\"";
        var service = item("business_service", "valid_from", old);
        var servers = List.of(item("linux_server", "valid_from", old), item("linux_server", "valid_from", old));
        for (var server : servers) {
            relate(
                    "depends_on",
                    service,
                    server,
                    ",\"valid_from\":%s,\"valid_to\":\"2021-01-01T00:00:00Z\",\"redundancy\":\"web\"".formatted(old));
        }
        var storage = item("storage", "valid_from", old);
        servers.forEach(it -> relate("depends_on", it, storage, ",\"valid_from\":" + old));

        assertThat(numbers(impact(servers.get(0), "?as_of=2020-06-01T00:00:00Z")))
                .isEmpty();
        assertThat(numbers(impact(storage, "?as_of=2020-06-01T00:00:00Z")))
                .containsExactly(servers.get(0), servers.get(1), service);
        assertThat(numbers(impact(storage, "?as_of=2021-06-01T00:00:00Z")))
                .containsExactly(servers.get(0), servers.get(1));
    }

    @Test
    void aDeletedOrRetiredItemHitsNothing() {
        var service = item("business_service");
        var server = item("linux_server");
        dependsOn(service, server);

        ada.patch("/configuration-items/" + service, "{\"status\":\"retired\"}").is(200);
        assertThat(numbers(impact(server, ""))).isEmpty();
        ada.patch("/configuration-items/" + service, "{\"status\":\"operational\"}")
                .is(200);
        assertThat(numbers(impact(server, ""))).containsExactly(service);
        ada.delete("/configuration-items/" + service).is(204);
        assertThat(numbers(impact(server, ""))).isEmpty();
    }

    @Test
    void oneWayLeadsFromOneItemToAnother() {
        var service = item("business_service");
        var server = item("linux_server");
        var port = item("network_port");
        dependsOn(service, server);
        relate("connected_to", port, server, "");

        var path = ada.get("/configuration-items/" + service + "/path?to=" + port)
                .is(200)
                .json();
        assertThat(numbers(path)).containsExactly(service, server, port);
        assertThat(path.at("/relations/1/type").asString()).isEqualTo("connected_to");
        assertThat(ada.get("/configuration-items/" + service + "/path?direction=dependencies&to=" + port)
                        .is(200)
                        .json()
                        .get("found")
                        .asBoolean())
                .isFalse();
        ada.get("/configuration-items/" + service + "/path?to=nothing").problem(422);
        assertThat(numbers(ada.get("/configuration-items/" + server + "/neighbours?depth=1")
                        .is(200)
                        .json()))
                .containsExactlyInAnyOrder(server, service, port);
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        var ours = "\"" + cast.one() + "\"";
        var theirs = "\"" + cast.two() + "\"";
        var server = item("linux_server", "organisation", ours);
        var visible = item("business_service", "organisation", ours);
        var hidden = item("business_service", "organisation", theirs);
        var behind = item("business_service", "organisation", ours);
        dependsOn(visible, server);
        dependsOn(hidden, server);
        dependsOn(behind, hidden);

        assertThat(impact(server, "").get("reached").asInt()).isEqualTo(3);
        var seen = ada.as("max")
                .get("/configuration-items/" + server + "/impact")
                .is(200)
                .json();
        assertThat(seen.get("reached").asInt()).isEqualTo(1);
        assertThat(seen.toString()).contains(visible).doesNotContain(hidden).doesNotContain(behind);
        ada.as("tim").get("/configuration-items/" + server + "/impact").problem(404);
    }

    @Test
    void badQuestionsAreRefused() {
        var server = item("linux_server");
        for (var query : List.of(
                "depth=-1",
                "depth=much",
                "limit=0",
                "limit=10001",
                "direction=sideways",
                "as_of=yesterday",
                "colour=red")) {
            ada.get("/configuration-items/" + server + "/impact?" + query).problem(422);
        }
        ada.get("/configuration-items/CI9999999/impact").problem(404);
        ada.get("/configuration-items/" + server + "/difference?before=2020-01-01T00:00:00Z")
                .problem(422);
    }
}
