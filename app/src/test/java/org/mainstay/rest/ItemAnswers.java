package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.rest.AnswersTests.number;

import java.time.Duration;
import java.time.Instant;
import org.mainstay.testing.Api;
import tools.jackson.databind.JsonNode;

/// What is asked of configuration items and of what discovers them.
final class ItemAnswers {

    private final Api ada;
    private final Description description;

    ItemAnswers(Api ada, Description description) {
        this.ada = ada;
        this.description = description;
    }

    void questionsToTheGraph() {
        var service = item("business_service");
        var server = item("linux_server");
        ada.post("/relations", "{\"type\":\"runs_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(service, server))
                .is(201);
        var path = "/configuration-items/{key}";
        var one = "/configuration-items/" + service;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.get(one + "/impact").status() == 200);
        answer(ada.get("/configuration-items/" + server + "/impact"), 200, "get", path + "/impact");
        answer(ada.get(one + "/path?to=" + server), 200, "get", path + "/path");
        answer(ada.get(one + "/neighbours"), 200, "get", path + "/neighbours");
        answer(ada.get(one + "/single-points-of-failure"), 200, "get", path + "/single-points-of-failure");
        var before = Instant.now().minusSeconds(60).toString();
        answer(ada.get(one + "/difference?before=" + before), 200, "get", path + "/difference");
        var broken = ada.post(
                        "/incidents",
                        "{\"title\":\"It is slow\",\"caller\":\"max\",\"configuration_item\":\"%s\"}".formatted(server))
                .is(201)
                .json()
                .get("number")
                .stringValue();
        answer(ada.get("/incidents/" + broken + "/what-changed"), 200, "get", "/incidents/{key}/what-changed");
        outage(broken, service);
    }

    private void outage(String incident, String service) {
        ada.patch("/incidents/" + incident, "{\"service\":\"" + service + "\"}").is(200);
        ada.post("/incidents/" + incident + "/accept_major", "{}").is(200);
        answer(ada.get("/outages"), 200, "get", "/outages");
        answer(ada.get("/outages/" + incident), 200, "get", "/outages/{key}");
        answer(ada.post("/outages/" + incident + "/me_too", ""), 200, "post", "/outages/{key}/me_too");
        answer(ada.get("/incidents/" + incident + "/affected"), 200, "get", "/incidents/{key}/affected");
    }

    void discovery() {
        var path = "/discovery/sources";
        var made = answer(ada.post(path, "{\"name\":\"Described\",\"kind\":\"api\"}"), 201, "post", path);
        var source = made.get("number").stringValue();
        answer(ada.get(path), 200, "get", path);
        answer(ada.post(path + "/" + source + "/token", ""), 200, "post", path + "/{key}/token");
        var payload = """
                {"items":[
                  {"ref":"a","class":"linux_server","values":{"name":"described","os":"Debian"},
                   "identifiers":[{"kind":"serial","value":"DESCRIBED-1"}]},
                  {"ref":"b","class":"linux_server","values":{"colour":"red"},
                   "identifiers":[{"kind":"serial","value":"DESCRIBED-2"}]},
                  {"ref":"c"}],
                 "relations":[{"type":"no_such","from":"a","to":"b"}]}""";
        var told =
                answer(ada.post("/discovery/payloads?source=" + source, payload), 200, "post", "/discovery/payloads");
        answer(ada.get(path + "/" + source), 200, "get", path + "/{key}");
        ada.post("/discovery/payloads?source=" + source, payload.replace("Debian", "Fedora"))
                .is(200);
        var drift = ada.get("/drifts?filter=source:" + source)
                .json()
                .at("/items/0/number")
                .stringValue();
        var lines = answer(ada.get("/drifts/" + drift + "/lines"), 200, "get", "/drifts/{key}/lines");
        assertThat(lines.at("/items/0/after").stringValue()).isEqualTo("Fedora");
        var number = told.at("/items/0/item/number").stringValue();
        var item = "/configuration-items/{key}";
        var one = "/configuration-items/" + number;
        answer(ada.get(one + "/sources"), 200, "get", item + "/sources");
        answer(ada.get(one + "/accuracy"), 200, "get", item + "/accuracy");
        answer(ada.get("/configuration-accuracy?by=team"), 200, "get", "/configuration-accuracy");
        answer(ada.send("PUT", one + "/pins/os", "{}"), 204, "put", item + "/pins/{attribute}");
        answer(ada.get(one + "/sources"), 200, "get", item + "/sources");
        answer(ada.delete(one + "/pins/os"), 204, "delete", item + "/pins/{attribute}");
        var twin = item("linux_server");
        answer(ada.post(one + "/merge", "{\"duplicate\":\"" + twin + "\"}"), 200, "post", item + "/merge");
        answer(ada.post("/configuration-items/" + twin + "/undo_merge", ""), 200, "post", item + "/undo_merge");
    }

    String task() {
        var values = "{\"summary\":\"Is it a phone?\",\"kind\":\"reclassification\",\"item\":\"%s\","
                + "\"proposed_class\":\"phone\"}";
        return number(ada.post("/reconciliation-tasks", values.formatted(item("printer"))));
    }

    String drift() {
        return ada.post("/drifts", "{\"summary\":\"Other\",\"item\":\"%s\"}".formatted(item("linux_server")))
                .is(201)
                .json()
                .get("number")
                .stringValue();
    }

    String item(String itemClass) {
        return number(ada.post("/configuration-items", "{\"class\":\"%s\",\"name\":\"Thing\"}".formatted(itemClass)));
    }

    private JsonNode answer(Api.Answer answer, int status, String method, String path) {
        return description.holds(answer, status, method, path);
    }
}
