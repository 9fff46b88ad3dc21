package org.mainstay.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Shop;
import org.mainstay.request.form.FormType;
import org.mainstay.request.form.QuestionSetType;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

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
        var set = "set" + number;
        var questions = new Values().set(QuestionSetType.NAME, "Place").set(QuestionSetType.DOCUMENT, """
                {"questions":[{"code":"o","kind":"text","label":{"en":"O"},"hint":{"en":"Say"}}]}""");
        plan.with(new Step.Create(QuestionSetType.QUESTION_SET, Plan.newId(), set, questions, List.of(), List.of()));
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
                "/question-sets/" + set,
                "/question-sets/" + set + "/design",
                "/question-sets/" + set + "/design?edit=0.0",
                "/question-sets/" + set + "/design?edit=0.new&kind=choice",
                "/form-versions");
    }

    @Test
    void pagesOfFlowsAreFitForEverybody() {
        var ada = new Api(port, "ada");
        var shop = new Shop(ada);
        var step = new FlowDocument.Step("s", "Look", StepKind.TASK, Map.of("group", "nobody", "description", "It"));
        var good = new FlowDocument.Step("s", "Look", StepKind.WAIT_FOR_MESSAGE, Map.of("message", "looked"));
        var flow = flow(ada, FlowWriter.write(FlowDocument.line(List.of(step))));
        var used = flow(ada, FlowWriter.write(FlowDocument.line(List.of(good))));
        ada.post("/flows/" + used + "/publish", "{}").is(200);
        var item = shop.item("Mirror", "\"flow\":\"%s\"".formatted(used));
        var request = Shop.number(ada.as("max").post("/catalog-items/" + item + "/order", "{}"));
        var one = Shop.text(shop.items(ada, request).getFirst(), "number");
        FITNESS.check(
                port,
                "ada",
                "/flows",
                "/flows/new",
                "/flows/" + flow,
                "/flows/" + flow + "/designer",
                "/flows/" + flow + "/designer?edit=s",
                "/flows/" + flow + "/designer?edit=new&kind=wait_for_condition",
                "/flows/" + flow + "/diagram",
                "/flow-versions",
                "/flow-versions/" + used + ":1",
                "/request-items/" + one + "/flow");
        FITNESS.check(port, "max", "/catalog/requests/" + one);
        shop.close();
    }

    private static String flow(Api ada, String document) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("number", "look" + UUID.randomUUID().toString().substring(0, 8))
                .put("name", "Looks")
                .put("document", document);
        return Shop.number(ada.post("/flows", body.toString()));
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
        var bundle = shop.draft("Ticket office", "");
        Shop.number(ada.post(
                "/bundle-items", "{\"bundle\":\"%s\",\"item\":\"%s\",\"quantity\":2}".formatted(bundle, item)));
        shop.publish(bundle);
        var locked = shop.item("Safe", "\"ordered_by\":\"department:Vault\"");
        var form = shop.form("look" + UUID.randomUUID().toString().substring(0, 8), """
                {"code":"a","kind":"choice","label":"A","required":true,"options":[
                  {"code":"x","label":"X","price":{"amount":"5","currency":"EUR"}}]},
                {"code":"b","kind":"attachment","label":"B"},{"code":"c","kind":"person","label":"C"},
                {"code":"d","kind":"table","label":"D","columns":[{"code":"e","kind":"text","label":"E"}]}""");
        var asking = shop.item("Lock", "\"form\":\"" + form + "\"");
        var sam = ada.as("sam");
        sam.post("/carts/mine/items", "{\"item\":\"%s\",\"for\":[\"max\"]}".formatted(item))
                .is(200);
        sam.post("/carts/mine/items", "{\"item\":\"%s\",\"answers\":{\"a\":\"x\",\"c\":\"max\"}}".formatted(asking))
                .is(200);
        Shop.number(sam.post("/catalog-items/" + asking + "/order", "{\"answers\":{\"a\":\"x\",\"c\":\"max\"}}"));
        var request = Shop.number(sam.post("/catalog-items/" + item + "/order", "{\"quantity\":2}"));
        var one = Shop.text(shop.items(sam, request).getFirst(), "number");
        sam.post("/request-items/" + one + "/create_incident", "{\"title\":\"It squeaks\"}")
                .is(200);
        var incident = sam.get("/request-items/" + one + "/incidents")
                .json()
                .at("/items/0/record/number")
                .asString();
        FITNESS.check(
                port,
                "sam",
                "/catalog",
                "/catalog?q=nothing-like-this",
                "/catalog/items/" + item,
                "/catalog/items/" + bundle,
                "/catalog/items/" + locked,
                "/catalog/items/" + asking,
                "/catalog/cart",
                "/catalog/requests",
                "/catalog/requests?closed=true",
                "/catalog/requests/" + request,
                "/requests",
                "/requests/" + request,
                "/request-items/" + one,
                "/request-items/" + one + "/answers",
                "/request-items/" + one + "/tasks",
                "/request-items/" + one + "/incidents",
                "/incidents/" + incident + "/request-items",
                "/catalog-items/" + item + "/usage",
                "/catalog/usage?days=30",
                "/tasks");
        FITNESS.check(
                port,
                "ada",
                "/catalog/demand",
                "/catalog/usage",
                "/catalog-items",
                "/catalog-items/new",
                "/catalog-items/" + item,
                "/catalog-items/" + item + "/entitlement?person=max",
                "/catalog-items/" + bundle + "/bundle",
                "/bundle-items",
                "/bundle-items/new",
                "/catalog-task-templates");
        shop.close();
    }
}
