package org.mainstay.change.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/// Incidents that a change caused or may have caused, from both sides, and who is told of them.
@MainstayTest
class CausedIncidentsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Api ada;
    Api carl;
    private String server;
    private String instance;
    private String service;
    private String change;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        carl = ada.as("carl");
        server = item("linux_server", "Server");
        instance = item("service_instance", "Instance");
        service = item("business_service", "Service");
        dependsOn(instance, server);
        dependsOn(service, instance);
        change = change(server, "\"failed\"", 10, 8);
        await().atMost(PATIENCE)
                .until(() -> carl.get("/changes/" + change + "/affected")
                                .json()
                                .get("items")
                                .size()
                        == 3);
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String item(String itemClass, String name) {
        return number(ada.post(
                "/configuration-items", "{\"class\":\"%s\",\"name\":\"%s %s\"}".formatted(itemClass, name, mark)));
    }

    private void dependsOn(String from, String to) {
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201);
    }

    /// Begun and over so many hours ago.
    private String change(String item, String outcome, long begun, long over) {
        var one = number(carl.post(
                "/changes",
                "{\"title\":\"Patch %s\",\"type\":\"normal\",\"configuration_item\":\"%s\"}".formatted(mark, item)));
        carl.post("/changes/" + one + "/record_afterwards", """
                {"actual_start":"%s","actual_end":"%s","outcome":%s,"reason":"Urgent"}""".formatted(ago(begun), ago(over), outcome))
                .is(200);
        return one;
    }

    private Instant ago(long hours) {
        return now.minus(Duration.ofHours(hours));
    }

    private String incident(String about, String item, long hoursAgo, String more) {
        return number(ada.post(
                "/incidents",
                "{\"title\":\"Down %s\",\"%s\":\"%s\",\"opened_at\":\"%s\"%s}"
                        .formatted(mark, about, item, ago(hoursAgo), more)));
    }

    private JsonNode caused(Api api, String of) {
        return api.get("/changes/" + of + "/incidents").is(200).json().get("items");
    }

    private JsonNode causing(Api api, String incident) {
        return api.get("/incidents/" + incident + "/changes").is(200).json().get("items");
    }

    /// As carl.
    private int press(String path, String field, String value) {
        var client = new Client(port);
        var cookie = client.signIn("carl", Cast.PASSWORD);
        return client.post(path, Map.of("_csrf", client.csrf(cookie), field, value), "Cookie", cookie)
                .statusCode();
    }

    private String shown(String path) {
        var client = new Client(port);
        return client.get(path, "Cookie", client.signIn("carl", Cast.PASSWORD)).body();
    }

    private static List<String> numbers(JsonNode items) {
        var numbers = new ArrayList<String>();
        items.forEach(it -> numbers.add(it.at("/record/number").asString()));
        return numbers;
    }

    @Test
    void whatWasOpenedAroundTheChangeIsProposedNearestFirst() {
        var far = incident("service", service, 9, "");
        var late = incident("configuration_item", server, 2, "");
        var soon = incident("configuration_item", server, 10, "");
        incident("configuration_item", server, 11, "");
        incident("configuration_item", item("linux_server", "Other"), 9, "");
        var items = caused(carl, change);
        assertThat(numbers(items)).containsExactly(soon, late, far);
        assertThat(items.get(0).get("origin").asString()).isEqualTo("proposed");
        assertThat(items.get(1).get("reason").asString()).contains(server).contains("8 hours");
        assertThat(items.get(2).get("distance").asInt()).isEqualTo(2);
        assertThat(items.get(2).at("/through/number").asString()).isEqualTo(server);
        assertThat(items.get(2).get("reason").asString()).contains(service).contains(server);
        assertThat(numbers(causing(carl, far))).containsExactly(change);
    }

    @Test
    void afterThreeDaysNothingIsProposedAnyMore() {
        var old = change(item("linux_server", "Old"), "\"successful\"", 100, 90);
        var about = carl.get("/changes/" + old)
                .json()
                .at("/configuration_item/number")
                .asString();
        var within = incident("configuration_item", about, 19, "");
        var later = incident("configuration_item", about, 17, "");
        assertThat(numbers(caused(carl, old))).containsExactly(within);
        assertThat(numbers(causing(carl, within))).containsExactly(old);
        assertThat(causing(carl, later)).isEmpty();
    }

    @Test
    void whatSomebodyExcludedIsNotProposed() {
        var planned = number(carl.post(
                "/changes",
                "{\"title\":\"Plan %s\",\"type\":\"normal\",\"configuration_item\":\"%s\"}".formatted(mark, server)));
        number(carl.post(
                "/affected-items",
                "{\"change\":\"%s\",\"item\":\"%s\",\"excluded\":true,\"reason\":\"It waits.\"}"
                        .formatted(planned, service)));
        carl.post("/changes/" + planned + "/record_afterwards", """
                {"actual_start":"%s","actual_end":"%s","outcome":"successful","reason":"Urgent"}""".formatted(ago(5), ago(4)))
                .is(200);
        var on = incident("service", service, 4, "");
        assertThat(caused(carl, planned)).isEmpty();
        assertThat(numbers(causing(carl, on))).containsExactly(change);
    }

    @Test
    void onePressLinksItFromEitherSideAndOnlyOnce() {
        var one = incident("service", service, 9, "");
        var two = incident("configuration_item", instance, 9, "");
        carl.post("/changes/" + change + "/close", "{\"review\":\"Patch one by one.\"}")
                .is(200);
        var page = "/changes/" + change + "/incidents";
        assertThat(press(page, "incident", one)).isEqualTo(302);
        assertThat(press(page, "incident", one)).isEqualTo(422);
        for (String wrong : List.of(change, "'", "", service)) {
            assertThat(press(page, "incident", wrong)).as(wrong).isEqualTo(422);
        }
        assertThat(press("/incidents/" + two + "/changes", "change", change)).isEqualTo(302);
        assertThat(press("/incidents/" + two + "/changes", "change", two)).isEqualTo(422);
        var items = caused(carl, change);
        assertThat(numbers(items)).containsExactly(two, one);
        assertThat(items.get(0).get("origin").asString()).isEqualTo("linked");
        assertThat(items.get(1).get("origin").asString()).isEqualTo("linked");
        assertThat(causing(carl, one).get(0).get("origin").asString()).isEqualTo("linked");
        assertThat(carl.get("/incidents/" + one + "/links").text()).contains(change);
        var link = carl.get("/incidents/" + one + "/links")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(press(page, "link", link)).isEqualTo(302);
        assertThat(press(page, "link", link)).isEqualTo(422);
        assertThat(caused(carl, change).get(1).get("origin").asString()).isEqualTo("proposed");
        assertThat(shown(page)).contains(one).contains(two);
    }

    @Test
    void theApiOfLinksSaysItToo() {
        var away = incident("configuration_item", item("linux_server", "Away"), 200, "");
        carl.post("/changes/" + change + "/links", "{\"type\":\"causes\",\"to\":\"%s\"}".formatted(away))
                .is(201);
        var items = caused(carl, change);
        assertThat(numbers(items)).containsExactly(away);
        assertThat(items.get(0).get("item").isNull()).isTrue();
        assertThat(numbers(causing(carl, away))).containsExactly(change);
    }

    @Test
    void nobodyIsToldOfWhatTheyDoNotSee() {
        var open = incident("service", service, 9, "");
        var secret = incident("service", service, 9, ",\"confidential\":true,\"group\":\"Network\"");
        carl.post("/changes/" + change + "/links", "{\"type\":\"causes\",\"to\":\"%s\"}".formatted(secret))
                .refused(422, "/to");
        assertThat(numbers(caused(carl, change))).containsExactly(open);
        assertThat(numbers(caused(ada, change))).contains(open, secret);
        ada.post("/changes/" + change + "/links", "{\"type\":\"causes\",\"to\":\"%s\"}".formatted(secret))
                .is(201);
        assertThat(numbers(caused(carl, change))).containsExactly(open);
        carl.get("/incidents/" + secret + "/changes").problem(404);
        ada.as("olga").get("/changes/" + change + "/incidents").problem(404);
        ada.as("olga").get("/incidents/" + open + "/changes").problem(404);
        ada.as("max").get("/changes/" + change + "/incidents").problem(404);
        assertThat(press("/changes/" + change + "/incidents", "incident", secret))
                .isEqualTo(422);
        assertThat(shown("/changes/" + change + "/incidents")).contains(open).doesNotContain(secret);
    }

    @Test
    void whatDidNotGoAsItShouldIsReviewedWhateverTheModelDemands() {
        carl.post("/changes/" + change + "/close", "{}").refused(422, "/review");
        carl.post("/changes/" + change + "/close", "{\"review\":\" \"}").refused(422, "/review");
        carl.post("/changes/" + change + "/close", "{\"review\":\"Patch one by one.\"}")
                .is(200);
        // standard changes are closed without a review by their model
        var standard = number(carl.post(
                "/changes",
                "{\"title\":\"Std %s\",\"type\":\"standard\",\"configuration_item\":\"%s\"}".formatted(mark, server)));
        var told = "{\"actual_start\":\"%s\",\"actual_end\":\"%s\",\"outcome\":\"backed_out\",\"reason\":\"So\"%s}";
        carl.post("/changes/" + standard + "/record_afterwards", told.formatted(ago(2), ago(1), ""))
                .refused(422, "/review");
        carl.post(
                        "/changes/" + standard + "/record_afterwards",
                        told.formatted(ago(2), ago(1), ",\"review\":\"Save first.\""))
                .is(200);
        assertThat(carl.get("/changes/" + standard).json().get("state").asString())
                .isEqualTo("closed");
    }
}
