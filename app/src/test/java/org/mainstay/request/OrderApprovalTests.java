package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Work on what was ordered begins once somebody has approved it.
@MainstayTest
class OrderApprovalTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String name = "Crane " + Plan.newId().toString().substring(24);
    private final List<String> policies = new ArrayList<>();
    private Api ada;
    private Api max;
    private Shop shop;
    private String item;

    @BeforeEach
    void thereIsSomethingDear() {
        cast.everybody();
        ada = new Api(port, "ada");
        max = new Api(port, "max");
        shop = new Shop(ada);
        var price = "\"most\":5,\"price\":{\"amount\":\"400\",\"currency\":\"EUR\"}";
        item = shop.item(name, price, "Build it@Service desk", "Try it");
        var policy = Shop.number(ada.post(
                "/approval-policies",
                "{\"name\":\"%1$s\",\"record_type\":\"request_item\",\"condition\":\"title:\\\"%1$s\\\"\",\"stewards\":\"Network\"}"
                        .formatted(name)));
        policies.add(policy);
        Shop.number(ada.post(
                "/approval-steps",
                "{\"name\":\"Nina\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"nina\"}"
                        .formatted(policy)));
    }

    @AfterEach
    void close() {
        policies.forEach(it -> ada.delete("/approval-policies/" + it).is(204));
        shop.close();
    }

    private String ordered(long quantity) {
        return Shop.number(max.post("/catalog-items/" + item + "/order", "{\"quantity\":%d}".formatted(quantity)));
    }

    private JsonNode only(String request) {
        var items = shop.items(ada, request);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private String state(String request) {
        return Shop.text(ada.get("/requests/" + request).is(200).json(), "state");
    }

    private String approval(String requestItem) {
        return ada.get("/request-items/" + requestItem + "/approvals")
                .is(200)
                .json()
                .at("/items/0/number")
                .stringValue();
    }

    @Test
    void workBeginsWhenItIsApproved() {
        var request = ordered(2);
        var one = only(request);
        var number = Shop.text(one, "number");
        assertThat(Shop.text(one, "state")).isEqualTo("waiting_for_approval");
        assertThat(state(request)).isEqualTo("waiting_for_approval");
        assertThat(shop.tasks(ada, number)).as("nobody works on it yet").isEmpty();
        var approval = ada.get("/approvals/" + approval(number)).is(200).json();
        assertThat(approval.at("/amount/amount").asString()).startsWith("800");
        try (var window = Window.of(port, "nina", Look.PHONE)) {
            window.open("/approvals/" + Shop.text(approval, "number")).reads(name);
            window.press("Approve").complete();
            window.page()
                    .locator("dialog button[type=submit], form button.btn-primary")
                    .last()
                    .click();
            window.reads("Approved");
        }
        assertThat(Shop.text(only(request), "state")).isEqualTo("in_fulfilment");
        assertThat(state(request)).isEqualTo("in_fulfilment");
        assertThat(shop.tasks(ada, number)).hasSize(2);
    }

    @Test
    void whoDecidesReadsWhatWasAnswered() {
        var tall = name + " tall";
        var form = shop.form(
                "crane" + Plan.newId().toString().substring(24),
                "{\"code\":\"why\",\"kind\":\"text\",\"label\":\"Why so tall?\"},"
                        + "{\"code\":\"boss\",\"kind\":\"person\",\"label\":\"Boss\"}");
        var asking = shop.item(tall, "\"form\":\"" + form + "\"");
        var policy = Shop.number(ada.post(
                "/approval-policies",
                "{\"name\":\"%1$s\",\"record_type\":\"request_item\",\"condition\":\"title:\\\"%1$s\\\"\",\"stewards\":\"Network\"}"
                        .formatted(tall)));
        policies.add(policy);
        Shop.number(ada.post(
                "/approval-steps",
                "{\"name\":\"Eve\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"eve\"}".formatted(policy)));
        var body = "{\"answers\":{\"why\":\"To reach the moon\",\"boss\":\"sam\"}}";
        var request = Shop.number(max.post("/catalog-items/" + asking + "/order", body));
        var number = Shop.text(only(request), "number");
        ada.as("eve").get("/request-items/" + number).problem(404);
        try (var window = Window.of(port, "eve", Look.DESK)) {
            window.open("/approvals/" + approval(number))
                    .reads("Why so tall?")
                    .reads("To reach the moon")
                    .reads("Boss");
        }
    }

    @Test
    void whatIsRejectedIsCancelled() {
        var request = ordered(1);
        var number = Shop.text(only(request), "number");
        ada.as("nina")
                .post("/approvals/" + approval(number) + "/reject", "{\"why\":\"Too dear\"}")
                .is(200);
        assertThat(Shop.text(only(request), "state")).isEqualTo("cancelled");
        assertThat(state(request)).isEqualTo("cancelled");
        assertThat(shop.tasks(ada, number)).isEmpty();
    }

    @Test
    void whatIsCancelledIsNotDecidedOn() {
        var request = ordered(1);
        var number = Shop.text(only(request), "number");
        max.post("/requests/" + request + "/cancel", "{\"reason\":\"Not needed\"}")
                .is(200);
        var approval = ada.get("/approvals/" + approval(number)).is(200).json();
        assertThat(Shop.text(approval, "state")).isEqualTo("withdrawn");
        assertThat(state(request)).isEqualTo("cancelled");
        ada.as("nina")
                .post("/approvals/" + Shop.text(approval, "number") + "/approve", "{}")
                .is(403);
    }

    @Test
    void nobodyApprovesTheirOwnOrder() {
        var request = Shop.number(ada.as("nina").post("/catalog-items/" + item + "/order", "{}"));
        var number = Shop.text(only(request), "number");
        var approval = approval(number);
        var waiting = ada.get("/approvals/" + approval).is(200).json().get("waiting_for");
        assertThat(waiting.toString()).doesNotContain("nina");
    }

    @Test
    void anotherItemIsWorkedOnAtOnce() {
        var other = shop.item(name + " toy", "", "Wrap it@Service desk");
        var request = Shop.number(max.post("/catalog-items/" + other + "/order", "{}"));
        assertThat(state(request)).isEqualTo("in_fulfilment");
        var number = Shop.text(only(request), "number");
        assertThat(shop.tasks(ada, number)).hasSize(1);
        assertThat(ada.get("/request-items/" + number + "/history")
                        .is(200)
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatOnlyTheOrderedItemTellsCountsToo() {
        var conditions = List.of("created_at>-1d", "request.requester:max", "-number:RITM0000000", "watchers:empty");
        for (var condition : conditions) {
            var called = name + " " + conditions.indexOf(condition);
            var other = shop.item(called, "", "Wrap it@Service desk");
            policy("title:\\\"" + called + "\\\" " + condition, "nina");
            var request = Shop.number(max.post("/catalog-items/" + other + "/order", "{}"));
            assertThat(state(request)).as(condition).isEqualTo("waiting_for_approval");
        }
    }

    private void policy(String condition, String approver) {
        var policy = Shop.number(ada.post(
                "/approval-policies",
                "{\"name\":\"%s\",\"record_type\":\"request_item\",\"condition\":\"%s\",\"stewards\":\"Network\"}"
                        .formatted(name, condition)));
        policies.add(policy);
        Shop.number(ada.post(
                "/approval-steps",
                "{\"name\":\"One\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"%s\"}"
                        .formatted(policy, approver)));
    }
}
