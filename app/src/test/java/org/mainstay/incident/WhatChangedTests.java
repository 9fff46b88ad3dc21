package org.mainstay.incident;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What was done around an incident's item before the incident began.
@MainstayTest
class WhatChangedTests {

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
        var some = item("some", "linux_server", cast.one());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.get("/configuration-items/" + some + "/impact").status() == 200);
    }

    private String item(String name, String itemClass, UUID organisation) {
        return ada.post(
                        "/configuration-items",
                        "{\"class\":\"%s\",\"name\":\"%s %s\",\"organisation\":\"%s\"}"
                                .formatted(itemClass, mark, name, organisation))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String dependsOn(String from, String to) {
        return ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private void describe(String item) {
        ada.patch("/configuration-items/" + item, "{\"description\":\"%s\"}".formatted(UUID.randomUUID()))
                .is(200);
    }

    private String incident(String item) {
        return ada.post(
                        "/incidents",
                        "{\"title\":\"%s is slow\",\"caller\":\"max\",\"configuration_item\":\"%s\",\"group\":\"%s\"}"
                                .formatted(mark, item, cast.serviceDesk()))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private JsonNode asked(String userName, String incident) {
        return ada.as(userName)
                .get("/incidents/" + incident + "/what-changed")
                .is(200)
                .json()
                .get("items");
    }

    /// What was changed, as often as it was.
    private static List<String> numbers(JsonNode changes) {
        return changes.valueStream().map(it -> it.get("number").asString()).toList();
    }

    private static List<String> numbersOf(JsonNode changes, String done) {
        return changes.valueStream()
                .filter(it -> it.get("done").asString().equals(done))
                .map(it -> it.get("number").asString())
                .toList();
    }

    @Test
    void changesUpToThreeStepsAwayAreRankedByDistance() {
        var chain = List.of(
                item("service", "business_service", cast.one()),
                item("application", "application_component", cast.one()),
                item("server", "linux_server", cast.one()),
                item("machine", "virtual_machine", cast.one()),
                item("host", "esx_server", cast.one()));
        for (int i = 1; i < chain.size(); i++) {
            dependsOn(chain.get(i - 1), chain.get(i));
        }
        chain.reversed().forEach(this::describe);

        var changes = asked("sam", incident(chain.getFirst()));

        assertThat(numbersOf(changes, "changed")).containsExactlyElementsOf(chain.subList(0, 4));
        var third = changes.valueStream()
                .filter(it -> it.get("number").asString().equals(chain.get(2))
                        && it.get("done").asString().equals("changed"))
                .findFirst()
                .orElseThrow();
        assertThat(third.get("distance").asInt()).isEqualTo(2);
        assertThat(third.get("path").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(chain.subList(0, 3));
        assertThat(third.get("attributes").valueStream().map(JsonNode::asString))
                .containsExactly("description");
        assertThat(third.at("/by/number").asString()).isEqualTo("ada");
        assertThat(Duration.parse(third.get("before").asString())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whatWasDoneAfterItBeganIsNoCause() {
        var server = item("server", "linux_server", cast.one());
        var incident = incident(server);
        describe(server);
        assertThat(numbersOf(asked("sam", incident), "changed")).isEmpty();
        assertThat(numbersOf(asked("sam", incident), "created")).containsExactly(server);
    }

    @Test
    void whatWentIsFoundAsWhatCame() {
        var service = item("service", "business_service", cast.one());
        var server = item("server", "linux_server", cast.one());
        var relation = dependsOn(service, server);
        var deleted = dependsOn(server, service);
        ada.patch("/relations/" + relation, "{\"valid_to\":\"%s\"}".formatted(Instant.now()))
                .is(200);
        ada.delete("/relations/" + deleted).is(204);

        var changes = asked("sam", incident(service));

        assertThat(numbersOf(changes, "ended")).containsExactly(relation);
        assertThat(numbersOf(changes, "deleted")).containsExactly(deleted);
    }

    @Test
    void whatOneMayNotSeeIsNeitherListedNorReachedThrough() {
        var service = item("service", "business_service", cast.one());
        var hidden = item("hidden", "linux_server", cast.two());
        var behind = item("behind", "storage", cast.one());
        var relations = List.of(dependsOn(service, hidden), dependsOn(hidden, behind));
        describe(hidden);
        describe(behind);
        var incident = incident(service);

        var seen = asked("sam", incident);
        assertThat(numbers(seen)).containsOnly(service);
        assertThat(seen.toString()).doesNotContain(hidden).doesNotContain(behind);
        assertThat(numbers(asked("ada", incident))).contains(hidden, behind).containsAll(relations);
    }

    @Test
    void itIsForThoseWhoWorkOnTheIncident() {
        var incident = incident(item("server", "linux_server", cast.one()));
        for (var other : List.of("max", "eve", "olga", "tim")) {
            ada.as(other).get("/incidents/" + incident + "/what-changed").problem(404);
        }
        ada.get("/incidents/INC9999999/what-changed").problem(404);
        ada.get("/incidents/" + incident + "/what-changed?hops=9").problem(422);
    }

    @Test
    void aChangeIsMarkedAsProbableCauseAndUnmarked() {
        var service = item("service", "business_service", cast.one());
        var server = item("server", "linux_server", cast.one());
        dependsOn(service, server);
        describe(server);
        var incident = incident(service);
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/" + incident);
            var changes = sam.page().locator(".what-changed");
            var change =
                    changes.locator("li").filter(new Locator.FilterOptions().setHasText(mark + " server was changed"));
            change.getByText("Probable cause").click();
            assertThat(change).hasAttribute("data-cause", "true");
            sam.open("/incidents/" + incident).reads("Probable cause: " + mark + " server was changed");
            assertThat(ada.get("/incidents/" + incident + "/links")
                            .json()
                            .at("/items/0/to/number")
                            .asString())
                    .isEqualTo(server);
            change.getByText("Not the cause").first().click();
            assertThat(change).not().hasAttribute("data-cause", "true");
        }
        assertThat(ada.get("/incidents/" + incident + "/links")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }
}
