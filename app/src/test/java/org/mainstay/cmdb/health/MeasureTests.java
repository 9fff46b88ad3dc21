package org.mainstay.cmdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What is measured, in a class of its own, as clients of the API see it.
@MainstayTest
class MeasureTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Measuring measuring;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String itemClass = "h" + mark;
    private final List<String> made = new ArrayList<>();
    private Api ada;

    @BeforeEach
    void aClassOfItsOwn() {
        cast.everybody();
        ada = new Api(port, "ada");
        make(
                "/ci-classes",
                "{\"code\":\"%s\",\"label\":\"%s\",\"parent\":\"server\",\"phase\":\"operational\"}"
                        .formatted(itemClass, itemClass));
    }

    @AfterEach
    void leavesNothing() {
        made.reversed().forEach(ada::delete);
    }

    private String make(String collection, String body) {
        var number = ada.post(collection, body).is(201).json().get("number").asString();
        made.add(collection + "/" + number);
        return number;
    }

    private String item(String name, String more) {
        return make(
                "/configuration-items",
                "{\"class\":\"%s\",\"name\":\"%s-%s\"%s}".formatted(itemClass, name, mark, more));
    }

    private JsonNode row(Api who, String by, String key) {
        return who.get("/configuration-health?by=" + by)
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .filter(it -> key.equals(it.get("key").asString()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(Api who, JsonNode row, String measure) {
        var filter = row.at("/measures/" + measure + "/filter").asString();
        return who.get("/configuration-items?sort=name&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .map(it -> it.get("number").asString())
                .toList();
    }

    private static void holds(JsonNode row, String measure, int expected, int met, int findings) {
        var told = row.at("/measures/" + measure);
        assertThat(List.of(
                        told.get("expected").asInt(),
                        told.get("met").asInt(),
                        told.get("findings").asInt()))
                .as(measure)
                .containsExactly(expected, met, findings);
    }

    @Test
    void everyNumberOpensTheItemsBehindIt() {
        var rule = make(
                "/compliance-rules",
                "{\"name\":\"In production %s\",\"ci_class\":\"%s\",\"condition\":\"environment:production\"}"
                        .formatted(mark, itemClass));
        var good = item("a", ",\"support_group\":\"Network\",\"environment\":\"production\",\"os\":\"Debian\"");
        var bare = item("b", "");
        var twin = item("b", ",\"status\":\"in_maintenance\"");
        var gone = item("c", ",\"status\":\"retired\"");
        make("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(bare, good));
        measuring.measure();

        var row = row(ada, "class", itemClass);
        assertThat(row.get("items").asInt()).as("without the retired one").isEqualTo(3);
        // expected: support_group, os, ip_address, environment
        holds(row, "completeness", 12, 3, 3);
        holds(row, "staleness", 3, 3, 0);
        holds(row, "orphans", 3, 1, 2);
        holds(row, "duplicates", 3, 1, 2);
        holds(row, "compliance", 3, 1, 2);
        assertThat(found(ada, row, "orphans")).containsExactlyInAnyOrder(bare, twin);
        assertThat(found(ada, row, "duplicates")).containsExactlyInAnyOrder(bare, twin);
        assertThat(found(ada, row, "compliance")).containsExactlyInAnyOrder(bare, twin);
        assertThat(found(ada, row, "completeness")).containsExactlyInAnyOrder(good, bare, twin);
        assertThat(found(ada, row, "completeness")).doesNotContain(gone);
        var broken = ada.get("/configuration-items?filter=broken_rules:" + rule)
                .is(200)
                .json();
        assertThat(broken.get("items").size()).isEqualTo(2);
        // 30 · 3/12 + 25 · 1 + 15 · (1/3 + 1/3 + 1/3)
        assertThat(row.get("score").asDouble()).isEqualTo(47.5);

        ada.patch(
                        "/configuration-items/" + bare,
                        "{\"environment\":\"production\",\"support_group\":\"Network\",\"os\":\"Debian\",\"ip_address\":\"10.0.0.1\"}")
                .is(200);
        measuring.measure();
        var better = row(ada, "class", itemClass);
        holds(better, "completeness", 12, 7, 2);
        holds(better, "compliance", 3, 2, 1);
        assertThat(found(ada, better, "completeness")).containsExactlyInAnyOrder(good, twin);
    }

    @Test
    void aServiceCountsWhatItNeeds() {
        var service = make("/services", "{\"name\":\"Service %s\",\"class\":\"business_service\"}".formatted(mark));
        var one = item("one", "");
        var two = item("two", "");
        make("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(service, one));
        make("/relations", "{\"type\":\"runs_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(one, two));
        measuring.measure();
        var row = ada.get("/configuration-health?by=service")
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("label").asString().equals("Service " + mark))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("items").asInt()).isEqualTo(3);
        assertThat(found(ada, row, "completeness")).contains(one, two);
    }

    @Test
    void everybodyCountsOnlyWhatTheySee() {
        item("ours", ",\"support_group\":\"Network\"");
        make(
                "/configuration-items",
                "{\"class\":\"%s\",\"name\":\"theirs-%s\",\"organisation\":\"%s\"}"
                        .formatted(itemClass, mark, cast.two()));
        measuring.measure();

        assertThat(row(ada, "class", itemClass).get("items").asInt()).isEqualTo(2);
        assertThat(row(new Api(port, "nina"), "class", itemClass).get("items").asInt())
                .isEqualTo(1);
        var olga = new Api(port, "olga");
        var theirs = row(olga, "class", itemClass);
        assertThat(theirs.get("items").asInt()).isEqualTo(1);
        assertThat(found(olga, theirs, "completeness")).hasSize(1);
        assertThat(olga.get("/configuration-health?by=team")
                        .is(200)
                        .json()
                        .get("items")
                        .valueStream()
                        .map(it -> it.get("label").asString()))
                .doesNotContain("Network");
        new Api(port, "max").get("/configuration-health").problem(403);
        olga.post("/configuration-health/measure", "").problem(403);
        ada.post("/configuration-health/measure", "").is(202);
        ada.get("/configuration-health?by=colour").refused(422, "?by");
    }

    @Test
    void whatIsExpectedIsInheritedAndTheNearestWordCounts() {
        make(
                "/class-expectations",
                "{\"name\":\"%s\",\"ci_class\":\"%s\",\"attributes\":\"serial_number\",\"related\":\"no\",\"unique_names\":false}"
                        .formatted(itemClass, itemClass));
        item("x", "");
        item("x", "");
        measuring.measure();

        var row = row(ada, "class", itemClass);
        holds(row, "completeness", 10, 0, 2);
        holds(row, "orphans", 0, 0, 0);
        holds(row, "duplicates", 2, 2, 0);

        var again = "{\"name\":\"Twice\",\"ci_class\":\"" + itemClass + "\"}";
        ada.post("/class-expectations", again).refused(422, "/ci_class");
        ada.post("/class-expectations", "{\"name\":\"W\",\"ci_class\":\"monitor\",\"attributes\":\"os wings\"}")
                .refused(422, "/attributes");
        ada.post("/class-expectations", "{\"name\":\"W\",\"ci_class\":\"monitor\",\"attributes\":\"findings\"}")
                .refused(422, "/attributes");
    }

    @Test
    void aRuleThatCannotBeReadIsRefused() {
        var rule = "{\"name\":\"R\",\"condition\":\"%s\"}";
        ada.post("/compliance-rules", rule.formatted("wings:2")).refused(422, "/condition");
        ada.post("/compliance-rules", rule.formatted("(os:any")).refused(422, "/condition");
        ada.post("/compliance-rules", rule.formatted("status:flying")).refused(422, "/condition");
        ada.post("/compliance-rules", rule.formatted("")).refused(422, "/condition");
        make("/compliance-rules", rule.formatted("name:a or ".repeat(190) + "name:b"));
        ada.post("/compliance-rules", rule.formatted("name:a or ".repeat(220) + "name:b"))
                .refused(422, "/condition");
        ada.post("/compliance-rules", rule.formatted("x".repeat(3_000))).refused(422, "/condition");
        ada.post("/compliance-rules", rule.formatted("(".repeat(100))).refused(422, "/condition");
    }

    @Test
    void aPreviewSaysHowManyFail() {
        item("p", "");
        item("q", ",\"environment\":\"test\"");
        var told = ada.post(
                        "/compliance-rules?dry_run=true",
                        "{\"name\":\"P\",\"ci_class\":\"%s\",\"condition\":\"environment:test\"}".formatted(itemClass))
                .is(200)
                .http()
                .body();
        assertThat(told).contains("1 items do not meet it now");
        assertThat(ada.get("/compliance-rules?filter=name:P")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void aRuleWhoseAttributeIsGoneIsLeftOut() {
        var attribute = ada.post(
                        "/ci-attributes",
                        "{\"ci_class\":\"%s\",\"code\":\"wings_%s\",\"kind\":\"whole\",\"label\":\"Wings\"}"
                                .formatted(itemClass, mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        make(
                "/compliance-rules",
                "{\"name\":\"Wings %s\",\"ci_class\":\"%s\",\"condition\":\"wings_%s>1\"}"
                        .formatted(mark, itemClass, mark));
        item("w", "");
        measuring.measure();
        holds(row(ada, "class", itemClass), "compliance", 1, 0, 1);
        ada.delete("/ci-attributes/" + attribute).is(204);
        measuring.measure();
        holds(row(ada, "class", itemClass), "compliance", 0, 0, 0);
    }
}
