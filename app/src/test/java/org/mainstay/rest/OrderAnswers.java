package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.rest.AnswersTests.number;

import java.util.List;
import java.util.Map;
import org.mainstay.approval.Approvals;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked about ordering, its forms and approvals.
final class OrderAnswers {

    private final Api ada;
    private final Description description;
    private final RecordTypes types;
    private final RecordStore store;
    private final Approvals approvals;
    private final Cast cast;

    OrderAnswers(
            Api ada, Description description, RecordTypes types, RecordStore store, Approvals approvals, Cast cast) {
        this.ada = ada;
        this.description = description;
        this.types = types;
        this.store = store;
        this.approvals = approvals;
        this.cast = cast;
    }

    String offer() {
        var catalog = number(ada.post("/catalogs", "{\"name\":\"Described\"}"));
        var category = number(
                ada.post("/catalog-categories", "{\"name\":\"Described\",\"catalog\":\"%s\"}".formatted(catalog)));
        return number(ada.post(
                "/catalog-items", "{\"name\":\"Described\",\"category\":\"%s\",\"most\":5}".formatted(category)));
    }

    String wanted() {
        var request = number(ada.post("/requests", "{\"title\":\"Described\"}"));
        return number(ada.post(
                "/request-items",
                "{\"title\":\"Described\",\"request\":\"%s\",\"item\":\"%s\"}".formatted(request, offer())));
    }

    void ordering() {
        var item = offer();
        ada.post("/catalog-items/" + item + "/publish", "{}").is(200);
        var path = "/catalog-items/{key}";
        var one = "/catalog-items/" + item;
        answer(ada.get(one + "/entitlement"), 200, "get", path + "/entitlement");
        answer(ada.get(one + "/usage"), 200, "get", path + "/usage");
        answer(ada.get("/catalog-items/usage?days=30&limit=2"), 200, "get", "/catalog-items/usage");
        answer(ada.get("/catalog-items/usage?days=31"), 422, "get", "/catalog-items/usage");
        answer(ada.post(one + "/order", "{\"quantity\":2}"), 201, "post", path + "/order");
        answer(ada.post(one + "/order", "{\"quantity\":0}"), 422, "post", path + "/order");
        var mine = "/carts/mine";
        var body = "{\"item\":\"%s\",\"quantity\":2,\"for\":[\"max\"]}".formatted(item);
        var cart = answer(ada.post(mine + "/items", body), 200, "post", mine + "/items");
        answer(ada.get(mine), 200, "get", mine);
        var line = mine + "/items/" + cart.at("/items/0/id").stringValue();
        answer(ada.patch(line, "{\"quantity\":3,\"later\":true}"), 200, "patch", mine + "/items/{id}");
        answer(ada.delete(line), 204, "delete", mine + "/items/{id}");
        answer(ada.post(mine + "/items", body), 200, "post", mine + "/items");
        answer(ada.post(mine + "/order", "{}"), 201, "post", mine + "/order");
        answer(ada.upload(mine + "/files", "offer.txt", "Cheap"), 201, "post", mine + "/files");
        asking(item);
        bundling(item);
        ada.post(one + "/retire", "{}").is(200);
    }

    private void asking(String item) {
        var key = form();
        ada.post("/forms/" + key + "/publish", "{}").is(200);
        var one = "/catalog-items/" + item;
        ada.patch(one, "{\"form\":\"%s\"}".formatted(key)).is(200);
        ada.post(one + "/publish", "{}").is(200);
        answer(ada.get(one), 200, "get", "/catalog-items/{key}");
        answer(ada.post(one + "/order", "{\"answers\":{\"no\":1}}"), 422, "post", "/catalog-items/{key}/order");
        var request = number(ada.post(one + "/order", "{\"answers\":{\"why\":\"Because\"}}"));
        answer(ada.get("/request-items?filter=request:" + request), 200, "get", "/request-items");
    }

    private void bundling(String item) {
        var category =
                ada.get("/catalog-items/" + item).json().at("/category/number").stringValue();
        var bundle = number(
                ada.post("/catalog-items", "{\"name\":\"Described bundle\",\"category\":\"%s\"}".formatted(category)));
        number(ada.post("/bundle-items", "{\"bundle\":\"%s\",\"item\":\"%s\"}".formatted(bundle, item)));
        var one = "/catalog-items/" + bundle;
        ada.post(one + "/publish", "{}").is(200);
        answer(ada.post(one + "/bundle", "{}"), 200, "post", "/catalog-items/{key}/bundle");
        ada.post(one + "/retire", "{}").is(200);
    }

    void linking() {
        var item = wanted();
        var body = "{\"title\":\"Described\"}";
        answer(
                ada.post("/request-items/" + item + "/create_incident", body),
                200,
                "post",
                "/request-items/{key}/create_incident");
        var path = "/request-items/{key}/incidents";
        var told = answer(ada.get("/request-items/" + item + "/incidents"), 200, "get", path);
        var incident = told.at("/items/0/record/number").stringValue();
        answer(ada.get("/incidents/" + incident + "/request-items"), 200, "get", "/incidents/{key}/request-items");
        answer(ada.get("/request-items/NONE/incidents"), 404, "get", path);
    }

    void flowing() {
        var flow = flow();
        ada.post("/flows/" + flow + "/publish", "{}").is(200);
        var item = offer();
        ada.patch("/catalog-items/" + item, "{\"flow\":\"%s\"}".formatted(flow)).is(200);
        ada.post("/catalog-items/" + item + "/publish", "{}").is(200);
        var request = number(ada.post("/catalog-items/" + item + "/order", "{}"));
        var ordered = ada.get("/request-items?filter=request:" + request)
                .is(200)
                .json()
                .at("/items/0/number")
                .stringValue();
        var path = "/request-items/{key}/flow";
        var told = answer(ada.get("/request-items/" + ordered + "/flow"), 200, "get", path);
        assertThat(told.at("/items/0/state").stringValue()).isIn("waiting", "running");
        answer(ada.get("/request-items/" + wanted() + "/flow"), 404, "get", path);
        ada.post("/catalog-items/" + item + "/retire", "{}").is(200);
    }

    String form() {
        var key = "described" + System.nanoTime();
        var document =
                "{\\\"sections\\\":[{\\\"code\\\":\\\"all\\\",\\\"label\\\":\\\"All\\\",\\\"questions\\\":[{\\\"code\\\":\\\"why\\\","
                        + "\\\"kind\\\":\\\"text\\\",\\\"label\\\":\\\"Why\\\",\\\"required\\\":true,\\\"show_when\\\":\\\"requester.vip:no\\\"}]}]}";
        return number(ada.post(
                "/forms", "{\"number\":\"%s\",\"name\":\"Described\",\"document\":\"%s\"}".formatted(key, document)));
    }

    String flow() {
        var step = new FlowDocument.Step("only", "Only", StepKind.WAIT_FOR_MESSAGE, Map.of("message", "never"));
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("number", "described" + System.nanoTime())
                .put("name", "Described")
                .put("document", FlowWriter.write(FlowDocument.line(List.of(step))));
        return number(ada.post("/flows", body.toString()));
    }

    void forms() {
        var key = form();
        answer(ada.get("/forms/" + key + "/document"), 404, "get", "/forms/{key}/document");
        answer(ada.post("/forms/" + key + "/publish", "{}"), 200, "post", "/forms/{key}/publish");
        answer(ada.get("/forms/" + key + "/document"), 200, "get", "/forms/{key}/document");
        var path = "/forms/{key}/check";
        answer(ada.post("/forms/" + key + "/check", "{\"answers\":{\"no\":1}}"), 200, "post", path);
        answer(ada.post("/forms/" + key + "/check", "{\"answers\":{},\"for\":\"nobody\"}"), 422, "post", path);
    }

    String approval() {
        var place = "Described" + Plan.newId();
        var policy = ada.post(
                        "/approval-policies",
                        "{\"name\":\"%1$s\",\"record_type\":\"location\",\"condition\":\"name:%1$s\",\"stewards\":\"Network\"}"
                                .formatted(place))
                .is(201)
                .json()
                .get("number")
                .stringValue();
        ada.post(
                        "/approval-steps",
                        "{\"name\":\"One\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"nina\"}"
                                .formatted(policy))
                .is(201);
        var number = ada.post("/locations", "{\"name\":\"%s\"}".formatted(place))
                .is(201)
                .json()
                .get("number")
                .stringValue();
        var location = types.need("location");
        var approval = approvals
                .request(cast.ada(), store.find(cast.ada(), location, number).orElseThrow())
                .orElseThrow()
                .number();
        answer(ada.get("/approvals/" + approval + "/ledger"), 200, "get", "/approvals/{key}/ledger");
        var of = answer(ada.get("/locations/" + number + "/approvals"), 200, "get", "/locations/{key}/approvals");
        assertThat(of.at("/items/0/number").stringValue()).isEqualTo(approval);
        return approval;
    }

    private JsonNode answer(Api.Answer answer, int status, String method, String path) {
        return description.holds(answer, status, method, path);
    }
}
