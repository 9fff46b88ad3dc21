package org.mainstay.journey;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Shop;
import org.mainstay.request.form.FormType;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of catalogue, orders and forms as people with and without good eyes meet them.
@MainstayTest
class OrderLookTests {

    private static final Fitness FITNESS = new Fitness();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    @BeforeEach
    void thereArePeople() {
        cast.everybody();
    }

    @Test
    void pagesOfFormsAreFitForEverybody() {
        var plan = Plan.of(Cause.CREATED);
        var values = new Values().set(FormType.NAME, "Laptop").set(FormType.DOCUMENT, """
                {"sections":[{"code":"all","label":{"en":"All"},"questions":[
                {"code":"a","kind":"text","label":{"en":"A"},"hint":{"en":"Say"},"required":true},
                {"code":"b","kind":"choice","label":{"en":"B"},"options":[{"code":"x","label":{"en":"X"}}]},
                {"code":"c","kind":"prose","label":{"en":"C"},"show_when":"b:x"},
                {"code":"d","kind":"date_range","label":{"en":"D"}},{"code":"e","kind":"person","label":{"en":"E"}},
                {"code":"f","kind":"number","unit":"GB","label":{"en":"F"}},{"code":"g","kind":"item","label":{"en":"G"}},
                {"code":"h","kind":"table","label":{"en":"H"},"columns":[{"code":"i","kind":"text","label":{"en":"I"}}]},
                {"code":"j","kind":"consent","label":{"en":"J"}},{"code":"k","kind":"attachment","label":{"en":"K"}},
                {"code":"l","kind":"information","label":{"en":"L"},"hint":{"en":"Read"}},
                {"code":"m","kind":"yes_no","label":{"en":"M"}}]}]}""");
        var number = "look" + UUID.randomUUID().toString().substring(0, 8);
        plan.with(new Step.Create(FormType.FORM, Plan.newId(), number, values, List.of(), List.of()));
        store.save(cast.ada(), plan);
        FITNESS.check(
                port,
                "ada",
                "/forms",
                "/forms/new",
                "/forms/" + number,
                "/forms/" + number + "/design",
                "/forms/" + number + "/design?edit=0.1",
                "/forms/" + number + "/design?edit=0.new&kind=table",
                "/forms/" + number + "/design?edit=new",
                "/question-sets/new",
                "/form-versions");
    }

    @Test
    void pagesOfTheCatalogueAreFitForEverybody() {
        var ada = new Api(port, "ada");
        var shop = new Shop(ada);
        var item = shop.item(
                "Ticket printer",
                "\"most\":5,\"price\":{\"amount\":\"99\",\"currency\":\"EUR\"},\"promise\":\"P2D\","
                        + "\"short_text\":\"Prints tickets\",\"description\":\"- fast\\n- quiet\"",
                "Unpack it@Service desk",
                "Plug it in");
        var locked = shop.item("Safe", "\"ordered_by\":\"department:Vault\"");
        var sam = ada.as("sam");
        sam.post("/carts/mine/items", "{\"item\":\"%s\",\"for\":[\"max\"]}".formatted(item))
                .is(200);
        var request = Shop.number(sam.post("/catalog-items/" + item + "/order", "{\"quantity\":2}"));
        var one = Shop.text(shop.items(sam, request).getFirst(), "number");
        FITNESS.check(
                port,
                "sam",
                "/catalog",
                "/catalog?q=nothing-like-this",
                "/catalog/items/" + item,
                "/catalog/items/" + locked,
                "/catalog/cart",
                "/catalog/requests",
                "/catalog/requests?closed=true",
                "/catalog/requests/" + request,
                "/requests",
                "/requests/" + request,
                "/request-items/" + one,
                "/request-items/" + one + "/tasks",
                "/tasks");
        FITNESS.check(
                port,
                "ada",
                "/catalog/demand",
                "/catalog-items",
                "/catalog-items/new",
                "/catalog-items/" + item,
                "/catalog-items/" + item + "/entitlement?person=max",
                "/catalog-task-templates");
        shop.close();
    }
}
