package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.request.Shop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// From the order to the confirmation, by the API; what is refused, and what happens once only.
@MainstayTest
class OrderTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api ada;
    Api sam;
    Shop shop;

    /// Somebody new, whose orders nobody else has.
    Api who;

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static String order(String item) {
        return "/catalog-items/" + item + "/order";
    }

    private String ordered(String item, String body) {
        return Shop.number(who.post(order(item), body));
    }

    private void act(Api by, String path, String body) {
        by.post(path, body).is(200);
    }

    @Test
    void whatIsOrderedIsPreparedTaskByTaskDeliveredAndConfirmed() {
        var item = shop.item(
                "Laptop",
                "\"price\":{\"amount\":\"1299.00\",\"currency\":\"EUR\"},\"promise\":\"P5D\",\"group\":\"Service desk\"",
                "Buy it@Operations",
                "Set it up");
        var answer = who.post(order(item), "{}").is(201);
        var request = answer.json();
        assertThat(answer.header("Location")).endsWith("/requests/" + text(request, "number"));
        assertThat(text(request, "number")).startsWith("REQ");
        assertThat(text(request, "state")).isEqualTo("in_fulfilment");
        assertThat(request.at("/total_price/amount").asString()).isEqualTo("1299.00");
        assertThat(text(request, "expected_at")).isNotEmpty();
        var one = shop.items(who, text(request, "number")).getFirst();
        assertThat(text(one, "number")).startsWith("RITM");
        assertThat(one.at("/beneficiary/number").asString()).isEqualTo(who.who());
        assertThat(one.at("/item_version/label").asString()).isEqualTo("Laptop");

        var tasks = shop.tasks(sam, text(one, "number"));
        assertThat(tasks.stream().map(it -> text(it, "title") + " " + text(it, "state")))
                .containsExactly("Buy it open", "Set it up pending");
        assertThat(tasks.getFirst().at("/group/label").asString()).isEqualTo("Operations");
        assertThat(tasks.getLast().at("/group/label").asString()).isEqualTo("Service desk");
        assertThat(shop.tasks(who, text(one, "number"))).isEmpty();

        var buy = "/tasks/" + text(tasks.getFirst(), "number");
        var setUp = "/tasks/" + text(tasks.getLast(), "number");
        sam.post(setUp + "/complete", "{}").problem(403);
        act(ada.as("otto"), buy + "/take", "{}");
        act(ada.as("otto"), buy + "/complete", "{\"comment\":\"It is here\"}");
        assertThat(text(sam.get(setUp).json(), "state")).isEqualTo("open");
        assertThat(text(sam.get(setUp).json(), "ready_at")).isNotEmpty();
        assertThat(state("request-items", one)).isEqualTo("in_fulfilment");
        act(sam, setUp + "/start", "{}");
        act(sam, setUp + "/complete", "{}");
        assertThat(state("request-items", one)).isEqualTo("fulfilled");
        assertThat(state("requests", request)).isEqualTo("fulfilled");

        act(who, "/request-items/" + text(one, "number") + "/reopen", "{\"reason\":\"The charger is missing\"}");
        assertThat(state("requests", request)).isEqualTo("in_fulfilment");
        act(sam, "/request-items/" + text(one, "number") + "/fulfil", "{}");
        act(who, "/requests/" + text(request, "number") + "/close", "{}");
        assertThat(state("request-items", one)).isEqualTo("closed");
        assertThat(state("requests", request)).isEqualTo("closed");
    }

    private String state(String collection, JsonNode record) {
        return text(
                who.get("/" + collection + "/" + text(record, "number")).is(200).json(), "state");
    }

    @Test
    void whatIsCancelledLeavesNothingToDo() {
        var item = shop.item("Chair", "", "Carry it");
        var request = ordered(item, "{}");
        var one = shop.items(who, request).getFirst();
        act(who, "/requests/" + request + "/cancel", "{\"reason\":\"Not needed\"}");
        assertThat(state("request-items", one)).isEqualTo("cancelled");
        assertThat(text(shop.tasks(sam, text(one, "number")).getFirst(), "state"))
                .isEqualTo("cancelled");
        who.post("/requests/" + request + "/cancel", "{}").problem(403);
        sam.post("/request-items/" + text(one, "number") + "/fulfil", "{}").problem(403);
    }

    @Test
    void aRequestGoesOnAsItWasOfferedWhenItWasOrdered() {
        var item = shop.item("Monitor", "\"price\":{\"amount\":\"200\",\"currency\":\"EUR\"},\"most\":5", "Bring it");
        var before = ordered(item, "{\"quantity\":2}");
        ada.patch("/catalog-items/" + item, "{\"price\":{\"amount\":\"250\",\"currency\":\"EUR\"},\"name\":\"Screen\"}")
                .is(200);
        assertThat(text(who.get("/requests/" + ordered(item, "{}")).json(), "title"))
                .isEqualTo("Monitor");
        shop.publish(item);
        var after = ordered(item, "{\"quantity\":2}");
        assertThat(who.get("/requests/" + before)
                        .json()
                        .at("/total_price/amount")
                        .asString())
                .isEqualTo("400.00");
        assertThat(who.get("/requests/" + after)
                        .json()
                        .at("/total_price/amount")
                        .asString())
                .isEqualTo("500.00");
        assertThat(text(who.get("/requests/" + before).json(), "title")).isEqualTo("Monitor");
        assertThat(text(who.get("/requests/" + after).json(), "title")).isEqualTo("Screen");
        assertThat(ada.get("/catalog-items/" + item).json().get("edition").asLong())
                .isEqualTo(2);
        var version = ada.get("/catalog-item-versions?filter=item:" + item)
                .json()
                .at("/items/0/number")
                .asString();
        ada.patch("/catalog-item-versions/" + version, "{\"price\":null}").refused(422, "/price");
    }

    @Test
    void whatNobodyMayOrderIsRefusedWhereItIsWrong() {
        var item = shop.item("Mouse", "\"most\":3,\"for_others\":false");
        who.post(order(item), "{\"quantity\":0}").refused(422, "/quantity");
        who.post(order(item), "{\"quantity\":-1}").refused(422, "/quantity");
        who.post(order(item), "{\"quantity\":4}").refused(422, "/quantity");
        who.post(order(item), "{\"quantity\":1000000000}").refused(422, "/quantity");
        who.post(order(item), "{\"quantity\":1e400}").problem(422);
        who.post(order(item), "{\"quantity\":1.5}").refused(422, "/quantity");
        who.post(order(item), "{\"quantity\":\"many\"}").refused(422, "/quantity");
        who.post(order(item), "{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .refused(422, "/price");
        who.post(order(item), "{\"answers\":{\"colour\":\"red\"}}").refused(422, "/answers");
        who.post(order(item), "{\"answers\":[]}").refused(422, "/answers");
        who.post(order(item), "{\"for\":\"max\"}").refused(422, "/for");
        who.post(order(item), "{\"for\":[\"nobody.at.all\"]}").refused(422, "/for");
        who.post(order(item), "{\"for\":[\"max\"]}").refused(422, "/for");
        who.post(order(item), "[]").problem(400);
        who.post(order(item), "{").problem(400);
        who.post(order("CTI9999999"), "{}").problem(404);
        who.post(order(shop.draft("Secret plan", "")), "{}").problem(404);
        shop.retire(item);
        who.post(order(item), "{}").problem(422);
        who.get("/catalog-items/" + item).problem(404);
        assertThat(who.get("/requests").json().get("items").isEmpty()).isTrue();
    }

    @Test
    void whatIsNotYetOrNoMoreAvailableIsNotOffered() {
        var later = shop.item("Sledge", "\"available_from\":\"2099-01-01T00:00:00Z\"");
        var over = shop.item("Ice cream", "\"available_to\":\"2020-01-01T00:00:00Z\"");
        for (var item : List.of(later, over)) {
            who.get("/catalog-items/" + item).problem(404);
            who.post(order(item), "{}").problem(422);
        }
        var again = "{\"available_from\":\"2099-01-01T00:00:00Z\",\"available_to\":\"2098-01-01T00:00:00Z\"}";
        ada.patch("/catalog-items/" + over, again).refused(422, "/available_to");
    }

    @Test
    void anAgentOrdersForOthersAndEachGetsAnItem() {
        var item = shop.item("Headset", "\"price\":{\"amount\":\"50\",\"currency\":\"EUR\"}");
        var eve = cast.userName(cast.newcomer());
        var body = "{\"for\":[\"%s\",\"%s\"]}".formatted(who.who(), eve);
        var request = Shop.number(sam.post(order(item), body));
        assertThat(shop.items(sam, request).stream()
                        .map(it -> it.at("/beneficiary/number").asString()))
                .containsExactly(who.who(), eve);
        assertThat(sam.get("/requests/" + request)
                        .json()
                        .at("/total_price/amount")
                        .asString())
                .isEqualTo("100.00");
        who.get("/requests/" + request).problem(404);
        assertThat(Shop.list(who, "/request-items")).hasSize(1);
        who.post(order(item), "{\"for\":[\"%s\"]}".formatted(eve)).refused(422, "/for");
        ada.patch("/people/" + eve, "{\"manager\":\"%s\"}".formatted(who.who())).is(200);
        var theirs = Shop.number(who.post(order(item), "{\"for\":[\"%s\"]}".formatted(eve)));
        ada.as(eve).get("/requests/" + theirs).is(200);
        sam.post(order(item), "{\"for\":[\"tim\"]}").refused(422, "/for");
    }

    @Test
    void onlyWhomItConcernsAndTheirAgentsSeeARequest() {
        var request = ordered(shop.item("Lamp", "", "Screw it in"), "{}");
        var one = text(shop.items(who, request).getFirst(), "number");
        var task = text(shop.tasks(sam, one).getFirst(), "number");
        for (var path : List.of("/requests/" + request, "/request-items/" + one)) {
            for (var name : List.of("sam", "nina", "ada")) {
                ada.as(name).get(path).is(200);
            }
            for (var name : List.of("eve", "olga", "tim")) {
                ada.as(name).get(path).problem(404);
                ada.as(name).post(path + "/cancel", "{}").problem(404);
            }
        }
        for (var name : List.of("eve", "olga", "tim", who.who())) {
            ada.as(name).get("/tasks/" + task).problem(404);
            ada.as(name).post("/tasks/" + task + "/complete", "{}").problem(404);
        }
        who.patch("/requests/" + request, "{\"title\":\"Mine\"}").problem(403);
        who.post("/requests", "{\"title\":\"Mine\"}").problem(403);
    }

    @Test
    void theSameKeyOrdersOnce() {
        var item = shop.item("Desk", "");
        var first = who.post(order(item), "{}", "Idempotency-Key", "desk-1").is(201);
        var second = who.post(order(item), "{}", "Idempotency-Key", "desk-1").is(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(Shop.list(who, "/requests")).hasSize(1);
    }

    @Test
    void aCartIsFilledChangedAndOrderedAsOneRequest() {
        var pen = shop.item("Pen", "\"most\":10,\"price\":{\"amount\":\"2.50\",\"currency\":\"EUR\"}");
        var pad = shop.item(
                "Pad", "\"recurring_price\":{\"amount\":\"4\",\"currency\":\"EUR\"},\"recurring_period\":\"month\"");
        var mine = "/carts/mine";
        assertThat(who.get(mine).is(200).json().get("items").isEmpty()).isTrue();
        who.post(mine + "/items", "{\"item\":\"%s\",\"quantity\":2}".formatted(pen))
                .is(200);
        who.post(mine + "/items", "{\"item\":\"%s\",\"quantity\":2}".formatted(pen))
                .is(200);
        var cart = who.post(mine + "/items", "{\"item\":\"%s\"}".formatted(pad))
                .is(200)
                .json();
        assertThat(cart.at("/items/0/quantity").asLong()).isEqualTo(4);
        assertThat(cart.at("/total_price/amount").asString()).isEqualTo("10.00");
        assertThat(cart.at("/monthly_price/amount").asString()).isEqualTo("4.00");
        var line = mine + "/items/" + cart.at("/items/0/id").asString();
        who.patch(line, "{\"quantity\":11}").refused(422, "/quantity");
        who.patch(line, "{\"quantity\":0}").refused(422, "/quantity");
        who.patch(line, "{\"price\":1}").refused(422, "/price");
        who.patch(line, "{\"quantity\":3}").is(200);
        ada.as("eve").patch(line, "{\"quantity\":1}").problem(404);
        ada.as("eve").delete(line).problem(404);
        var pads = mine + "/items/" + cart.at("/items/1/id").asString();
        assertThat(who.patch(pads, "{\"later\":true}")
                        .is(200)
                        .json()
                        .at("/later/0/item/label")
                        .asString())
                .isEqualTo("Pad");
        var request = Shop.number(who.post(mine + "/order", "{}"));
        assertThat(shop.items(who, request).stream().map(it -> text(it, "title")))
                .containsExactly("Pen");
        assertThat(who.get(mine).json().get("items").isEmpty()).isTrue();
        who.post(mine + "/order", "{}").problem(422);
        who.delete(pads).is(204);
        who.post(mine + "/items", "{\"item\":\"CTI9999999\"}").refused(422, "/item");
        who.post(mine + "/items", "{\"item\":\"%s\",\"quantity\":0}".formatted(pen))
                .refused(422, "/quantity");
    }

    @Test
    void twoOrdersOfOneCartAtOnceOrderOnce() throws Exception {
        var item = shop.item("Stapler", "");
        for (int round = 1; round <= 5; round++) {
            who.post("/carts/mine/items", "{\"item\":\"%s\"}".formatted(item)).is(200);
            var answers = together(4, () -> who.post("/carts/mine/order", "{}").status());
            assertThat(answers).containsOnlyOnce(201);
            assertThat(Shop.list(who, "/requests")).hasSize(round);
        }
    }

    @Test
    void twoTasksThatEndAtOnceFulfilTheirRequestOnce() throws Exception {
        var one = shop.item("Left shoe", "", "Sew the left one");
        var other = shop.item("Right shoe", "", "Sew the right one");
        for (int round = 0; round < 5; round++) {
            who.post("/carts/mine/items", "{\"item\":\"%s\"}".formatted(one)).is(200);
            who.post("/carts/mine/items", "{\"item\":\"%s\"}".formatted(other)).is(200);
            var request = Shop.number(who.post("/carts/mine/order", "{}"));
            var tasks = shop.items(sam, request).stream()
                    .map(it -> text(shop.tasks(sam, text(it, "number")).getFirst(), "number"))
                    .toList();
            var next = tasks.iterator();
            var answers = together(2, () -> {
                String task;
                synchronized (next) {
                    task = next.next();
                }
                return sam.post("/tasks/" + task + "/complete", "{}").status();
            });
            assertThat(answers).containsOnly(200);
            assertThat(text(who.get("/requests/" + request).json(), "state")).isEqualTo("fulfilled");
        }
    }

    static List<Integer> together(int many, Callable<Integer> work) throws Exception {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, many)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
