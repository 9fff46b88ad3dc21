package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.request.Shop.text;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Items that ask, and answers that programs send.
@MainstayTest
class OrderAnswersTests {

    static final String QUESTIONS = """
            {"code":"model","kind":"choice","label":{"en":"Model","de":"Modell"},"required":true,"options":[
              {"code":"air","label":"Air"},
              {"code":"pro","label":"Pro","price":{"amount":"450.10","currency":"EUR"},
               "recurring_price":{"amount":"5","currency":"EUR"}}]},
            {"code":"why","kind":"text","label":"Why so big?","show_when":"model:pro","required":true,"most":40},
            {"code":"extras","kind":"multi_choice","label":"Extras","options":[
              {"code":"bag","label":"Bag","price":{"amount":"39.90","currency":"EUR"}},{"code":"pen","label":"Pen"}]},
            {"code":"memory","kind":"number","digits":2,"label":"Memory","min":"8","max":"64"},
            {"code":"boss","kind":"person","label":"Boss"},
            {"code":"seats","kind":"table","label":"Seats","most":2,"columns":[
              {"code":"name","kind":"text","label":"Name","required":true},{"code":"who","kind":"person","label":"Who"}]},
            {"code":"quote","kind":"attachment","label":"Quote","most":2},
            {"code":"vault","kind":"text","label":"Vault","show_when":"requester.department:Vault","required":true}
            """;

    static final String PRICED = "\"price\":{\"amount\":\"1299\",\"currency\":\"EUR\"},"
            + "\"recurring_price\":{\"amount\":\"3\",\"currency\":\"EUR\"},\"recurring_period\":\"month\",\"most\":5";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String code = "asks" + Plan.newId().toString().substring(24);
    Api ada;
    Api sam;
    Api who;
    Shop shop;
    String item;

    @BeforeEach
    void anItemAsks() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
        shop.form(code, QUESTIONS);
        item = shop.item("Machine " + code, PRICED + ",\"form\":\"" + code + "\"", "Build it");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Api.Answer order(String answers) {
        return who.post("/catalog-items/" + item + "/order", "{\"answers\":" + answers + "}");
    }

    private JsonNode one(Api api, Api.Answer ordered) {
        return shop.items(api, Shop.number(ordered)).getFirst();
    }

    private static List<String> pointers(JsonNode problem) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(it -> text(it, "pointer"))
                .toList();
    }

    @Test
    void anItemCarriesWhatItAsksForWhoeverReadsIt() {
        var form = who.get("/catalog-items/" + item).is(200).json().get("form");
        assertThat(text(form, "number")).isEqualTo(code);
        assertThat(text(form, "version")).isEqualTo(code + ":1");
        assertThat(form.at("/sections/0/questions/1/show_when").toString())
                .isEqualTo("{\"of\":{\"answer\":\"model\"},\"type\":\"code\",\"is\":[{\"value\":\"pro\"}]}");
        assertThat(form.at("/sections/0/questions/0/options/1/recurring_price/amount")
                        .asString())
                .isEqualTo("5.00");
        var listed = who.get("/catalog-items?fields=number,form&filter=name~" + code)
                .is(200)
                .json();
        assertThat(listed.at("/items/0/form/sections").isArray()).isTrue();
        var plain = shop.item("Plain " + code, "");
        assertThat(who.get("/catalog-items/" + plain).json().get("form").isNull())
                .isTrue();
    }

    @Test
    void answersMakeThePriceAndStay() {
        var made = order("""
                {"model":"pro","why":"Much to do","extras":["bag"],"memory":16.50,"boss":"sam",
                 "seats":[{"name":"A","who":"max"},{"name":"B"}]}
                """).is(201);
        assertThat(made.json().at("/total_price/amount").asString()).isEqualTo("1789.00");
        assertThat(made.json().at("/monthly_price/amount").asString()).isEqualTo("8.00");
        var one = one(who, made);
        assertThat(one.at("/price/amount").asString()).isEqualTo("1789.00");
        assertThat(one.at("/recurring_price/amount").asString()).isEqualTo("8.00");
        assertThat(text(one.get("form_version"), "number")).isEqualTo(code + ":1");
        for (var reader : List.of(who, sam, ada)) {
            var answers = reader.get("/request-items/" + text(one, "number"))
                    .is(200)
                    .json()
                    .get("answers");
            assertThat(answers.get("memory").asString()).isEqualTo("16.5");
            assertThat(answers.at("/boss/number").asString()).isEqualTo("sam");
            assertThat(answers.at("/boss/label").asString()).isNotEmpty();
            assertThat(answers.at("/seats/0/who/number").asString()).isEqualTo("max");
            assertThat(answers.get("extras").toString()).isEqualTo("[\"bag\"]");
        }
        var listed = who.get("/request-items?fields=number,answers").is(200).json();
        assertThat(listed.at("/items/0/answers/why").asString()).isEqualTo("Much to do");
        var history =
                who.get("/request-items/" + text(one, "number") + "/history").text();
        assertThat(history).contains("Much to do").doesNotContain(cast.sam().name());
        ada.patch("/request-items/" + text(one, "number"), "{\"answers\":\"{}\"}")
                .refused(422, "/answers");
        for (var stranger : List.of("eve", "olga", "tim")) {
            ada.as(stranger).get("/request-items/" + text(one, "number")).problem(404);
            assertThat(ada.as(stranger)
                            .get("/request-items?filter=answers~Much")
                            .json()
                            .get("items")
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void whatABrowserWouldNotSendIsRefusedAtItsPlaceAndOrdersNothing() {
        var bad = Map.ofEntries(
                Map.entry("{}", "/answers/model"),
                Map.entry("{\"model\":\"max\"}", "/answers/model"),
                Map.entry("{\"model\":[\"air\"]}", "/answers/model"),
                Map.entry("{\"model\":\"air\",\"why\":\"Hidden\"}", "/answers/why"),
                Map.entry("{\"model\":\"pro\"}", "/answers/why"),
                Map.entry("{\"model\":\"pro\",\"why\":\"" + "x".repeat(41) + "\"}", "/answers/why"),
                Map.entry("{\"model\":\"air\",\"nope\":1}", "/answers/nope"),
                Map.entry("{\"model\":\"air\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}", "/answers/price"),
                Map.entry("{\"model\":\"air\",\"memory\":\"1e2\"}", "/answers/memory"),
                Map.entry("{\"model\":\"air\",\"memory\":65}", "/answers/memory"),
                Map.entry("{\"model\":\"air\",\"memory\":true}", "/answers/memory"),
                Map.entry("{\"model\":\"air\",\"extras\":\"bag\"}", "/answers/extras"),
                Map.entry("{\"model\":\"air\",\"boss\":\"nobody-at-all\"}", "/answers/boss"),
                Map.entry("{\"model\":\"air\",\"boss\":\"tim\"}", "/answers/boss"),
                Map.entry("{\"model\":\"air\",\"seats\":[{\"who\":\"max\"}]}", "/answers/seats/0/name"),
                Map.entry("{\"model\":\"air\",\"seats\":[{\"name\":\"A\",\"x\":1}]}", "/answers/seats/0/x"),
                Map.entry("{\"model\":\"air\",\"quote\":[\"offer.pdf\"]}", "/answers/quote"),
                Map.entry("{\"model\":\"air\",\"quote\":[\"%s\"]}".formatted(Plan.newId()), "/answers/quote"),
                Map.entry("{\"model\":\"air\",\"quote\":7}", "/answers/quote"),
                Map.entry("{\"model\":\"air\",\"vault\":\"x\"}", "/answers/vault"),
                Map.entry("[]", "/answers"),
                Map.entry("\"pro\"", "/answers"));
        bad.forEach((answers, pointer) ->
                assertThat(pointers(order(answers).is(422).json())).as(answers).containsExactly(pointer));
        assertThat(Shop.list(who, "/requests")).isEmpty();
        who.post("/catalog-items/" + item + "/order", "{}").refused(422, "/answers/model");
    }

    @Test
    void whatWasOrderedGoesOnByTheVersionItWasOrderedWith() {
        var before = one(who, order("{\"model\":\"pro\",\"why\":\"First\"}"));
        shop.publishForm(code, """
                {"code":"model","kind":"choice","label":"Which model?","required":true,"options":[
                  {"code":"max","label":"Max","price":{"amount":"1000","currency":"EUR"}}]}
                """);
        assertThat(text(who.get("/catalog-items/" + item).json().get("form"), "version"))
                .as("the item is not published yet")
                .isEqualTo(code + ":1");
        order("{\"model\":\"max\"}").refused(422, "/answers/model");
        order("{\"model\":\"air\"}").is(201);
        shop.publish(item);
        order("{\"model\":\"air\"}").refused(422, "/answers/model");
        var after = one(who, order("{\"model\":\"max\"}"));
        assertThat(after.at("/price/amount").asString()).isEqualTo("2299.00");
        assertThat(text(after.get("form_version"), "number")).isEqualTo(code + ":2");
        var kept = who.get("/request-items/" + text(before, "number")).json();
        assertThat(kept.at("/answers/why").asString()).isEqualTo("First");
        assertThat(kept.at("/price/amount").asString()).isEqualTo("1749.10");
        assertThat(text(kept.get("form_version"), "number")).isEqualTo(code + ":1");
    }

    @Test
    void aFormThatIsUsedStays() {
        order("{\"model\":\"air\"}").is(201);
        ada.patch("/catalog-items/" + item, "{\"form\":null}").is(200);
        var told = ada.get("/catalog-items/" + item).json().get("form");
        assertThat(told.get("draft").isNull()).isTrue();
        assertThat(who.get("/catalog-items/" + item).json().get("form").has("draft"))
                .isFalse();
        shop.publish(item);
        assertThat(ada.get("/catalog-items/" + item).json().get("form").isNull())
                .isTrue();
        ada.delete("/forms/" + code).problem(403);
        ada.delete("/form-versions/" + code + ":1").problem(403);
        who.post("/catalog-items/" + item + "/order", "{}").is(201);
        order("{\"model\":\"air\"}").refused(422, "/answers");
    }

    @Test
    void onlyWhatCanBeAskedAndPaidIsPublished() {
        var draft = "draft" + code;
        ada.post("/forms", "{\"number\":\"%1$s\",\"name\":\"%1$s\"}".formatted(draft))
                .is(201);
        ada.patch("/catalog-items/" + item, "{\"form\":\"" + draft + "\"}").is(200);
        ada.post("/catalog-items/" + item + "/publish", "{}").refused(422, "/form");
        var option =
                "{\"code\":\"a\",\"kind\":\"choice\",\"label\":\"A\",\"options\":[{\"code\":\"x\",\"label\":\"X\",%s}]}";
        for (var price : List.of(
                "\"price\":{\"amount\":\"1\",\"currency\":\"USD\"}",
                "\"price\":{\"amount\":\"-1299.01\",\"currency\":\"EUR\"}",
                "\"recurring_price\":{\"amount\":\"-3.01\",\"currency\":\"EUR\"}")) {
            shop.publishForm(draft, option.formatted(price));
            ada.post("/catalog-items/" + item + "/publish", "{}").refused(422, "/form");
        }
        shop.publishForm(draft, option.formatted("\"recurring_price\":{\"amount\":\"1\",\"currency\":\"EUR\"}"));
        ada.patch("/catalog-items/" + item, "{\"recurring_price\":null,\"recurring_period\":null}")
                .is(200);
        ada.post("/catalog-items/" + item + "/publish", "{}").refused(422, "/recurring_period");
        shop.publishForm(draft, option.formatted("\"price\":{\"amount\":\"-1299\",\"currency\":\"EUR\"}"));
        shop.publish(item);
        assertThat(order("{\"a\":\"x\"}")
                        .is(201)
                        .json()
                        .at("/total_price/amount")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    void theSameAnswersHaveToStandForEachWhoGetsIt() {
        var eve = cast.userName(cast.newcomer());
        var keeper = cast.userName(cast.newcomer());
        ada.patch("/people/" + keeper, "{\"department\":\"Vault\"}").is(200);
        var body = "{\"for\":[\"%s\",\"%s\"],\"answers\":%s}";
        var path = "/catalog-items/" + item + "/order";
        var both = Shop.number(sam.post(path, body.formatted(who.who(), eve, "{\"model\":\"pro\",\"why\":\"Both\"}")));
        assertThat(shop.items(sam, both).stream()
                        .map(it -> it.at("/answers/why").asString()))
                .containsExactly("Both", "Both");
        assertThat(sam.get("/requests/" + both).json().at("/total_price/amount").asString())
                .isEqualTo("3498.20");
        var refused = sam.post(path, body.formatted(who.who(), keeper, "{\"model\":\"air\"}"));
        refused.refused(422, "/answers/vault");
        assertThat(refused.text())
                .as("whose answer it is")
                .contains(cast.actor(keeper).name());
        sam.post(path, body.formatted(who.who(), keeper, "{\"model\":\"air\",\"vault\":\"3\"}"))
                .refused(422, "/answers/vault");
        sam.post(path, "{\"for\":[\"%s\"],\"answers\":{\"model\":\"air\",\"vault\":\"3\"}}".formatted(keeper))
                .is(201);
    }

    @Test
    void aFileComesWithAnAnswer() {
        var sent = who.upload("/carts/mine/files", "../Offer\u202e.pdf", "%PDF-1.4 cheap")
                .is(201);
        assertThat(text(sent.json(), "name")).isEqualTo("Offer.pdf");
        var id = text(sent.json(), "id");
        var answers = "{\"model\":\"air\",\"quote\":[\"" + id + "\"]}";
        ada.as("eve")
                .post("/catalog-items/" + item + "/order", "{\"answers\":" + answers + "}")
                .refused(422, "/answers/quote");
        var one = one(who, order(answers));
        assertThat(one.at("/answers/quote/0").asString()).isEqualTo("Offer.pdf");
        var attached = who.get("/request-items/" + text(one, "number") + "/attachments")
                .is(200)
                .json();
        assertThat(attached.at("/items/0/name").asString()).isEqualTo("Offer.pdf");
        assertThat(who.get("/request-items/" + text(one, "number") + "/attachments/"
                                + attached.at("/items/0/id").asString() + "/content")
                        .is(200)
                        .text())
                .contains("cheap");
    }

    @Test
    void aCartKeepsAnswersAndSaysWhatIsToBeAnsweredAgain() {
        var mine = "/carts/mine";
        var line = "{\"item\":\"%s\",\"answers\":%s}";
        who.post(mine + "/items", line.formatted(item, "{}")).refused(422, "/answers/model");
        who.post(mine + "/items", line.formatted(item, "{\"model\":\"air\",\"boss\":\"sam\"}"))
                .is(200);
        who.post(mine + "/items", line.formatted(item, "{\"boss\":\"sam\",\"model\":\"air\"}"))
                .is(200);
        var cart = who.post(mine + "/items", line.formatted(item, "{\"model\":\"pro\",\"why\":\"Big\"}"))
                .is(200)
                .json();
        assertThat(cart.get("items")).hasSize(2);
        assertThat(cart.at("/items/0/quantity").asLong()).isEqualTo(2);
        assertThat(cart.at("/items/0/answers/boss/number").asString()).isEqualTo("sam");
        assertThat(cart.at("/items/1/price/amount").asString()).isEqualTo("1749.10");
        assertThat(cart.at("/total_price/amount").asString()).isEqualTo("4347.10");
        shop.publishForm(
                code,
                QUESTIONS.replace("\"code\":\"why\"", "\"code\":\"reason\"").replace("450.10", "500.00"));
        shop.publish(item);
        var changed = who.get(mine).json();
        assertThat(changed.at("/items/0/problems").isEmpty()).isTrue();
        assertThat(StreamSupport.stream(changed.at("/items/1/problems").spliterator(), false)
                        .map(it -> text(it, "pointer")))
                .containsExactlyInAnyOrder("/answers/why", "/answers/reason");
        assertThat(changed.at("/items/1/price/amount").asString()).isEqualTo("1799.00");
        var refused = who.post(mine + "/order", "{}").is(422).json();
        assertThat(pointers(refused)).contains("/items/1/answers/reason").hasSize(2);
        assertThat(Shop.list(who, "/requests")).isEmpty();
        var path = mine + "/items/" + changed.at("/items/1/id").asString();
        who.patch(path, "{\"answers\":{\"model\":\"pro\"}}").refused(422, "/answers/reason");
        who.patch(path, "{\"answers\":7}").refused(422, "/answers");
        who.patch(path, "{\"quantity\":2}").is(200);
        who.patch(path, "{\"answers\":{\"model\":\"pro\",\"reason\":\"Still\"}}")
                .is(200);
        ada.as("eve").patch(path, "{\"answers\":{}}").problem(404);
        var request = Shop.number(who.post(mine + "/order", "{}"));
        assertThat(shop.items(who, request).stream()
                        .map(it -> it.at("/answers/reason").asString("")))
                .containsExactly("", "Still");
    }

    @Test
    void twoOrdersOfOneCartWithAnswersAtOnceOrderOnce() throws Exception {
        who.post("/carts/mine/items", "{\"item\":\"%s\",\"answers\":{\"model\":\"air\"}}".formatted(item))
                .is(200);
        var answers =
                OrderTests.together(4, () -> who.post("/carts/mine/order", "{}").status());
        assertThat(answers).containsOnlyOnce(201);
        var key = "answers-" + code;
        var again = IntStream.range(0, 2)
                .mapToObj(_ -> who.post(
                                "/catalog-items/" + item + "/order",
                                "{\"answers\":{\"model\":\"air\"}}",
                                "Idempotency-Key",
                                key)
                        .is(201)
                        .text())
                .distinct();
        assertThat(again).hasSize(1);
        assertThat(Shop.list(who, "/requests")).hasSize(2);
    }
}
