package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who sees and who orders what, and how they are told why not.
@MainstayTest
class EntitlementTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api ada;
    Shop shop;
    Api buyer;
    Api seller;

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
        buyer = person("Purchasing");
        seller = person("Sales");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Api person(String department) {
        var name = cast.userName(cast.newcomer());
        ada.patch("/people/" + name, "{\"department\":\"%s\",\"title\":\"Clerk\"}".formatted(department))
                .is(200);
        return ada.as(name);
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        var item = shop.item("Purchase card", "\"seen_by\":\"department:Purchasing\"");
        buyer.get("/catalog-items/" + item).is(200);
        buyer.post("/catalog-items/" + item + "/order", "{}").is(201);
        seller.get("/catalog-items/" + item).problem(404);
        seller.get("/catalog-items/" + item + "/entitlement").problem(404);
        seller.post("/catalog-items/" + item + "/order", "{\"quantity\":0}").problem(404);
        seller.post("/catalog-items/" + item + "/order", "{\"for\":[\"x\"]}").problem(404);
        seller.post("/carts/mine/items", "{\"item\":\"%s\"}".formatted(item)).refused(422, "/item");
        assertThat(seller.get("/catalog-items?filter=name~purchase")
                        .json()
                        .get("items")
                        .isEmpty())
                .isTrue();
        ada.as("tim").get("/catalog-items/" + item).problem(404);
        ada.as("sam").get("/catalog-items/" + item).is(200);
        ada.as("sam").post("/catalog-items/" + item + "/order", "{}").problem(403);
    }

    @Test
    void whoSeesButMayNotOrderIsToldWhichConditionFails() {
        var item = shop.item("Company car", "\"ordered_by\":\"department:Sales title:Director\"");
        var denied = seller.post("/catalog-items/" + item + "/order", "{}").problem(403);
        assertThat(denied.json().get("detail").asString()).contains("title:Director");
        var why = seller.get("/catalog-items/" + item + "/entitlement").is(200).json();
        assertThat(why.get("sees").asBoolean()).isTrue();
        assertThat(why.get("orders").asBoolean()).isFalse();
        assertThat(why.at("/conditions/0/text").asString()).isEqualTo("department:Sales");
        assertThat(why.at("/conditions/0/holds").asBoolean()).isTrue();
        assertThat(why.at("/conditions/1/holds").asBoolean()).isFalse();
        var page = page(seller.who(), "/catalog/items/" + item);
        assertThat(page)
                .contains("Why you cannot order this")
                .contains("Department")
                .contains("Director");
        assertThat(page).doesNotContain("Order now");

        seller.get("/catalog-items/" + item + "/entitlement?person=" + buyer.who())
                .problem(403);
        var explained = ada.get("/catalog-items/" + item + "/entitlement?person=" + buyer.who())
                .is(200)
                .json();
        assertThat(explained.at("/conditions/0/holds").asBoolean()).isFalse();
        assertThat(page("ada", "/catalog-items/" + item + "/entitlement?person=" + seller.who()))
                .contains("sees it but may not order it");
        ada.patch("/people/" + seller.who(), "{\"title\":\"Director\"}").is(200);
        seller.post("/catalog-items/" + item + "/order", "{}").is(201);
    }

    private String page(String userName, String path) {
        var client = new Client(port);
        return client.get(path, "Cookie", client.signIn(userName, Cast.PASSWORD))
                .body();
    }

    @Test
    void eachWhoGetsItMustBeEntitled() {
        var item = shop.item("Sales tablet", "\"ordered_by\":\"department:Sales\"");
        var both = "{\"for\":[\"%s\",\"%s\"]}".formatted(seller.who(), buyer.who());
        var sam = ada.as("sam");
        sam.post("/catalog-items/" + item + "/order", both).refused(422, "/for");
        sam.post("/catalog-items/" + item + "/order", "{\"for\":[\"%s\"]}".formatted(seller.who()))
                .is(201);
    }

    @Test
    void aConditionThatCannotBeReadIsRefusedWhenItIsSaved() {
        var item = shop.draft("Anything", "");
        ada.patch("/catalog-items/" + item, "{\"seen_by\":\"departmnt:Sales\"}").refused(422, "/seen_by");
        ada.patch("/catalog-items/" + item, "{\"ordered_by\":\"department:\"}").refused(422, "/ordered_by");
        ada.patch("/catalog-items/" + item, "{\"ordered_by\":\"department:Sales or title:Director\"}")
                .is(200);
    }

    @Test
    void whatACatalogueOrACategoryHidesNobodyOrders() {
        var item = shop.item("Garden gnome", "");
        buyer.get("/catalog-items/" + item).is(200);
        var category =
                ada.get("/catalog-items/" + item).json().at("/category/number").asString();
        ada.patch("/catalog-categories/" + category, "{\"active\":false}").is(200);
        buyer.get("/catalog-items/" + item).problem(404);
        ada.patch("/catalog-categories/" + category, "{\"active\":true}").is(200);
        var catalog = ada.get("/catalog-categories/" + category)
                .json()
                .at("/catalog/number")
                .asString();
        ada.patch("/catalogs/" + catalog, "{\"seen_by\":\"department:Sales\"}").is(200);
        buyer.get("/catalog-items/" + item).problem(404);
        seller.get("/catalog-items/" + item).is(200);
    }
}
