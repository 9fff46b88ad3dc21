package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import tools.jackson.databind.json.JsonMapper;

/// Bundles: a few answers choose what is ordered, for whom, with which answers and in which order.
@MainstayTest
class BundleTests {

    private static final String ASKS = """
            {"code":"role","kind":"choice","label":{"en":"Role","de":"Rolle"},"required":true,
             "options":[{"code":"desk","label":"Desk"},{"code":"road","label":"Road"}]},
            {"code":"colour","kind":"text","label":"Colour"},
            {"code":"begins","kind":"date","label":"Begins"},
            {"code":"extras","kind":"multi_choice","label":"Extras",
             "options":[{"code":"pen","label":"Pen"},{"code":"bag","label":"Bag"}]}
            """;

    private static final String CHAIR = """
            {"code":"colour","kind":"text","label":"Colour","required":true},
            {"code":"wanted_by","kind":"date","label":"Wanted by"},
            {"code":"size","kind":"choice","label":"Size","required":true,
             "options":[{"code":"s","label":"S"},{"code":"m","label":"M"}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = Plan.newId().toString().substring(24);
    private Api ada;
    private Api sam;
    private Shop shop;
    private String account;
    private String chair;
    private String bundle;
    private final Map<String, String> parts = new TreeMap<>();

    @BeforeEach
    void aBundleIsOffered() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        shop = new Shop(ada);
        shop.form("asks" + mark, ASKS);
        shop.form("chair" + mark, CHAIR);
        account = shop.item("Account " + mark, "\"most\":3", "Make it");
        chair = shop.item(
                "Chair " + mark,
                "\"form\":\"chair" + mark + "\",\"price\":{\"amount\":\"100\",\"currency\":\"EUR\"}",
                "Carry it");
        var phone = shop.item("Phone " + mark, "\"price\":{\"amount\":\"50\",\"currency\":\"EUR\"}");
        bundle = shop.draft("Newcomer " + mark, "\"form\":\"asks" + mark + "\"");
        part("account", account, "");
        part(
                "chair",
                chair,
                ",\"condition\":\"role:desk\",\"depends_on\":\"" + parts.get("account")
                        + "\",\"answers\":\"size: m\\nwanted_by: {begins}\"");
        part("phone", phone, ",\"condition\":\"role:road or extras:pen\"");
        shop.publish(bundle);
    }

    private void part(String name, String item, String more) {
        var made = ada.post(
                "/bundle-items",
                "{\"bundle\":\"%s\",\"item\":\"%s\",\"position\":%d%s}"
                        .formatted(bundle, item, 10 * (parts.size() + 1), more));
        parts.put(name, Shop.number(made));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Api.Answer order(Api who, String body) {
        return who.post("/catalog-items/" + bundle + "/order", body);
    }

    private static List<String> titles(List<JsonNode> items) {
        return items.stream()
                .map(it -> it.get("title").stringValue().split(" ")[0])
                .sorted()
                .toList();
    }

    private JsonNode item(List<JsonNode> items, String title) {
        return items.stream()
                .filter(it -> it.get("title").stringValue().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersChooseTheItemsAndAnswerThem() {
        var request = Shop.number(
                order(sam, "{\"answers\":{\"role\":\"desk\",\"colour\":\"red\",\"begins\":\"2027-03-01\"}}"));
        var items = shop.items(sam, request);
        assertThat(titles(items)).containsExactly("Account", "Chair");
        var it = item(items, "Chair");
        assertThat(it.get("answers").toString())
                .isEqualTo("{\"colour\":\"red\",\"wanted_by\":\"2027-03-01\",\"size\":\"m\"}");
        assertThat(it.get("bundle_answers").get("role").stringValue()).isEqualTo("desk");
        assertThat(it.get("bundle").get("label").stringValue()).isEqualTo("Newcomer " + mark);
        var whole = sam.get("/requests/" + request).is(200).json();
        assertThat(whole.get("title").stringValue()).isEqualTo("Newcomer " + mark);
        assertThat(whole.get("total_price").get("amount").asString()).isEqualTo("100.00");
        assertThat(titles(shop.items(sam, Shop.number(order(sam, "{\"answers\":{\"role\":\"road\"}}")))))
                .containsExactly("Account", "Phone");
    }

    @Test
    void whatDependsOnSomethingBeginsOnceThatIsDelivered() {
        var request = Shop.number(order(sam, "{\"answers\":{\"role\":\"desk\",\"colour\":\"red\"}}"));
        var items = shop.items(sam, request);
        var first = item(items, "Account");
        var second = item(items, "Chair");
        assertThat(second.get("depends_on").get("number")).isEqualTo(first.get("number"));
        assertThat(second.get("state").stringValue()).isEqualTo("requested");
        assertThat(shop.tasks(sam, Shop.text(second, "number"))).isEmpty();
        var task = shop.tasks(sam, Shop.text(first, "number"))
                .getFirst()
                .get("number")
                .stringValue();
        ada.post("/tasks/" + task + "/complete", "{}").is(200);
        second = item(shop.items(sam, request), "Chair");
        assertThat(second.get("state").stringValue()).isEqualTo("in_fulfilment");
        assertThat(shop.tasks(sam, Shop.text(second, "number"))).hasSize(1);
    }

    @Test
    void whatDependsOnSomethingIsCancelledWithIt() {
        var request =
                Shop.number(order(sam, "{\"answers\":{\"role\":\"desk\",\"colour\":\"red\",\"extras\":[\"pen\"]}}"));
        var first = item(shop.items(sam, request), "Account").get("number").stringValue();
        ada.post("/request-items/" + first + "/cancel", "{\"reason\":\"Not here\"}")
                .is(200);
        var items = shop.items(sam, request);
        assertThat(item(items, "Chair").get("state").stringValue()).isEqualTo("cancelled");
        assertThat(item(items, "Phone").get("state").stringValue()).isEqualTo("in_fulfilment");
    }

    @Test
    void fivePeopleGetTheirItemsEachInTheirOwnOrder() {
        var people = IntStream.range(0, 5)
                .mapToObj(_ -> cast.userName(cast.newcomer()))
                .toList();
        var request = Shop.number(order(
                sam,
                "{\"answers\":{\"role\":\"desk\",\"colour\":\"red\"},\"for\":"
                        + JsonMapper.shared().writeValueAsString(people) + "}"));
        var items = shop.items(sam, request);
        assertThat(items).hasSize(10);
        for (var chair : items.stream()
                .filter(it -> it.get("title").stringValue().startsWith("Chair"))
                .toList()) {
            var before = items.stream()
                    .filter(it ->
                            it.get("number").equals(chair.get("depends_on").get("number")))
                    .findFirst()
                    .orElseThrow();
            assertThat(before.get("beneficiary")).isEqualTo(chair.get("beneficiary"));
        }
    }

    @Test
    void aPreviewSaysWhatWouldBeOrderedAndWhy() {
        var told = sam.post("/catalog-items/" + bundle + "/bundle", "{\"answers\":{\"role\":\"desk\"}}")
                .is(200)
                .json();
        var items = told.get("items");
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.get(0).get("because")).isEmpty();
        assertThat(items.get(1).get("because").get(0).toString())
                .isEqualTo("{\"name\":\"role\",\"label\":\"Role\",\"value\":\"Desk\"}");
        assertThat(items.get(1).get("problems").get(0).get("pointer").stringValue())
                .isEqualTo("/answers/colour");
        assertThat(items.get(2).get("ordered").booleanValue()).isFalse();
        assertThat(items.get(2).get("because")).hasSize(2);
        sam.post("/catalog-items/" + account + "/bundle", "{}").is(422);
        sam.post("/catalog-items/nothing/bundle", "{}").is(404);
    }

    @Test
    void whatIsWantedOtherwiseIsSaidByItem() {
        var told = sam.post("/catalog-items/" + bundle + "/bundle", "{\"answers\":{\"role\":\"desk\"}}")
                .is(200)
                .json();
        var ids = new ArrayList<String>();
        told.get("items").forEach(it -> ids.add(it.get("id").stringValue()));
        var refused = order(sam, "{\"answers\":{\"role\":\"desk\"}}").is(422).json();
        assertThat(refused.get("errors").get(0).get("pointer").stringValue()).isEqualTo("/items/1/answers/colour");
        var body = "{\"answers\":{\"role\":\"desk\"},\"items\":[{\"id\":\"%s\",\"answers\":{\"colour\":\"blue\"}},"
                + "{\"id\":\"%s\",\"quantity\":3}]}";
        var items = shop.items(sam, Shop.number(order(sam, body.formatted(ids.get(1), ids.get(0)))));
        assertThat(item(items, "Chair").get("answers").get("colour").stringValue())
                .isEqualTo("blue");
        assertThat(item(items, "Account").get("quantity").intValue()).isEqualTo(3);
        order(sam, body.formatted(ids.get(1), ids.get(0)).replace(":3}", ":4}")).is(422);
        var without = "{\"answers\":{\"role\":\"desk\"},\"items\":[{\"id\":\"%s\",\"leave_out\":true}]}";
        assertThat(titles(shop.items(sam, Shop.number(order(sam, without.formatted(ids.get(1)))))))
                .containsExactly("Account");
        for (var bad : List.of(
                "7",
                "[7]",
                "[{\"id\":7}]",
                "[{\"id\":\"x\"}]",
                "[{\"id\":\"%s\",\"price\":1}]".formatted(ids.get(1)))) {
            order(sam, "{\"answers\":{\"role\":\"desk\"},\"items\":" + bad + "}")
                    .is(422);
        }
        order(sam, without.formatted(Plan.newId())).is(422);
        sam.post(
                        "/catalog-items/" + account + "/order",
                        "{\"items\":[{\"id\":\"%s\",\"leave_out\":true}]}".formatted(ids.get(1)))
                .is(422);
        order(sam, "{\"answers\":{}}").is(422);
        order(sam, "{\"answers\":{\"role\":\"desk\",\"vault\":1}}").is(422);
    }

    @Test
    void theCartHasALineForEachItemAndAsksWhatIsLeft() {
        var who = ada.as(cast.userName(cast.newcomer()));
        var cart = who.post("/carts/mine/items", "{\"item\":\"%s\",\"answers\":{\"role\":\"desk\"}}".formatted(bundle))
                .is(200)
                .json();
        assertThat(cart.get("items")).hasSize(2);
        who.post("/carts/mine/order", "{}").is(422);
        for (var line : cart.get("items")) {
            if (line.get("item").get("number").stringValue().equals(chair)) {
                who.patch(
                                "/carts/mine/items/" + line.get("id").stringValue(),
                                "{\"answers\":{\"colour\":\"green\",\"size\":\"s\"}}")
                        .is(200);
            }
        }
        var items = shop.items(who, Shop.number(who.post("/carts/mine/order", "{}")));
        assertThat(titles(items)).containsExactly("Account", "Chair");
        assertThat(item(items, "Chair").get("depends_on").get("number"))
                .isEqualTo(item(items, "Account").get("number"));
        assertThat(item(items, "Chair").get("bundle_answers").get("role").stringValue())
                .isEqualTo("desk");
    }

    @Test
    void whatCannotBeABundleIsNotPublished() {
        var other = shop.draft("Other " + mark, "\"form\":\"asks" + mark + "\"");
        var made = ada.post("/bundle-items", "{\"bundle\":\"%s\",\"item\":\"%s\"}".formatted(other, bundle));
        var part = Shop.number(made);
        assertThat(made.json().get("name").stringValue()).isEqualTo("Newcomer " + mark);
        var publish = "/catalog-items/" + other + "/publish";
        ada.post(publish, "{}").is(422); // a bundle of a bundle
        ada.patch("/bundle-items/" + part, "{\"item\":\"%s\"}".formatted(chair)).is(200);
        for (var wrong : List.of(
                "{\"condition\":\"rule:desk\"}",
                "{\"answers\":\"size m\"}",
                "{\"answers\":\"size: m\\nsize: s\"}",
                "{\"item\":\"%s\"}".formatted(other))) {
            ada.patch("/bundle-items/" + part, wrong).is(422);
        }
        for (var wrong : List.of(
                "{\"answers\":\"weight: 3\"}",
                "{\"answers\":\"size: {begins}\"}",
                "{\"answers\":\"colour: {paint}\"}")) {
            ada.patch("/bundle-items/" + part, wrong).is(200);
            ada.post(publish, "{}").is(422);
        }
        ada.patch("/bundle-items/" + part, "{\"answers\":null,\"quantity\":2}").is(200);
        ada.post(publish, "{}").is(422);
        ada.patch("/bundle-items/" + part, "{\"quantity\":1,\"depends_on\":\"%s\"}".formatted(part))
                .is(200);
        ada.post(publish, "{}").is(422);
        ada.patch("/bundle-items/" + part, "{\"depends_on\":null}").is(200);
        ada.patch("/catalog-items/" + other, "{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .is(200);
        ada.post(publish, "{}").is(422);
        ada.patch("/catalog-items/" + other, "{\"price\":null}").is(200);
        shop.publish(other);
    }

    @Test
    void whatAPersonMayNotHaveIsRefusedWithTheReason() {
        var secret = shop.item("Vault " + mark, "\"seen_by\":\"department:Vault\"");
        part("vault", secret, "");
        shop.publish(bundle);
        var refused = order(sam, "{\"answers\":{\"role\":\"road\"}}").is(403).text();
        assertThat(refused).contains("department:Vault");
    }
}
