package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.rest.AnswersTests.number;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mainstay.testing.Api;
import tools.jackson.databind.JsonNode;

/// What is asked of problems and changes.
final class ChangeAnswers {

    private final Api ada;
    private final Description description;
    private final ItemAnswers items;

    ChangeAnswers(Api ada, Description description, ItemAnswers items) {
        this.ada = ada;
        this.description = description;
        this.items = items;
    }

    void causing(String incident) {
        var path = "/problems/from_incidents";
        var body = "{\"incidents\":[\"%s\"],\"urgency\":\"high\"}".formatted(incident);
        var problem =
                answer(ada.post(path, body), 201, "post", path).get("number").stringValue();
        answer(ada.post(path, "{}"), 422, "post", path);
        answer(ada.get("/problems/" + problem + "/incidents"), 200, "get", "/problems/{key}/incidents");
        answer(ada.get("/problems/" + problem + "/recurrence"), 200, "get", "/problems/{key}/recurrence");
        ada.post("/problems/" + problem + "/make_change", "{}").is(200);
        var fixes = answer(ada.get("/problems/" + problem + "/changes"), 200, "get", "/problems/{key}/changes");
        var change = fixes.at("/items/0/record/number").asString();
        answer(ada.get("/changes/" + change + "/problems"), 200, "get", "/changes/{key}/problems");
        var candidate = number(ada.post("/problem-candidates", "{\"title\":\"Described\"}"));
        answer(
                ada.get("/problem-candidates/" + candidate + "/incidents"),
                200,
                "get",
                "/problem-candidates/{key}/incidents");
        answer(ada.get("/incidents/" + incident + "/problems"), 200, "get", "/incidents/{key}/problems");
        var error =
                number(ada.post("/known-errors", "{\"title\":\"Described\",\"problem\":\"%s\"}".formatted(problem)));
        ada.post("/known-errors/" + error + "/publish", "{\"workaround\":\"Wait\"}")
                .is(200);
        var known = answer(
                ada.get("/incidents/" + incident + "/known-errors"), 200, "get", "/incidents/{key}/known-errors");
        assertThat(known.get("items")).hasSize(1);
        var evidence = "/causes/" + cause(problem) + "/evidence";
        var described = "/causes/{key}/evidence";
        var proof = "{\"record\":\"%s\",\"version\":1,\"note\":\"Smoke\"}".formatted(incident);
        var one = answer(ada.post(evidence, proof), 201, "post", described);
        answer(ada.post(evidence, "{\"address\":\"https://example.org\"}"), 201, "post", described);
        answer(ada.get(evidence), 200, "get", described);
        answer(ada.get("/problems/" + problem + "/causes"), 200, "get", "/problems/{key}/causes");
        answer(ada.delete(evidence + "/" + one.get("id").stringValue()), 204, "delete", described + "/{id}");
    }

    String cause(String problem) {
        return number(ada.post("/causes", "{\"statement\":\"Described\",\"problem\":\"%s\"}".formatted(problem)));
    }

    void changing() {
        var change = change();
        ada.patch("/changes/" + change, "{\"configuration_item\":\"%s\"}".formatted(items.item("business_service")))
                .is(200);
        var affected = answer(ada.get("/changes/" + change + "/affected"), 200, "get", "/changes/{key}/affected");
        assertThat(affected.get("items")).hasSize(1);
        answer(ada.get("/changes/" + change + "/risk"), 200, "get", "/changes/{key}/risk");
        answer(ada.get("/changes/calibration"), 200, "get", "/changes/calibration");
        scheduling(change);
        subscribing();
        ending(change, affected.at("/items/0/item/number").asString());
    }

    private void scheduling(String change) {
        var window = "\"planned_start\":\"2027-03-01T20:00:00Z\",\"planned_end\":\"2027-03-01T22:00:00Z\"";
        ada.patch("/changes/" + change, "{" + window + "}").is(200);
        var item = ada.get("/changes/" + change)
                .json()
                .at("/configuration_item/number")
                .asString();
        number(ada.post("/changes", """
                {"title":"In the way","type":"normal","configuration_item":"%s",%s}""".formatted(item, window)));
        var conflicts = answer(ada.get("/changes/" + change + "/conflicts"), 200, "get", "/changes/{key}/conflicts");
        assertThat(conflicts.get("items")).hasSize(1);
        var slots = answer(ada.get("/changes/" + change + "/slots"), 200, "get", "/changes/{key}/slots");
        assertThat(slots.get("items")).hasSize(3);
    }

    private void subscribing() {
        var path = "/calendar-feeds";
        var feed = answer(ada.post(path, "{\"name\":\"Described\",\"filter\":\"type:normal\"}"), 201, "post", path);
        answer(ada.get(path), 200, "get", path);
        answer(ada.delete(path + "/" + feed.get("id").stringValue()), 204, "delete", path + "/{id}");
    }

    private void ending(String change, String about) {
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ada.post("/changes/" + change + "/record_afterwards", """
                {"actual_start":"%s","actual_end":"%s","outcome":"failed","reason":"Fire","review":"Dry"}""".formatted(begun, begun))
                .is(200);
        ada.post("/changes/" + change + "/close", "{}").is(200);
        var hit = number(ada.post("/incidents", "{\"title\":\"Hit\",\"service\":\"%s\"}".formatted(about)));
        var caused = answer(ada.get("/changes/" + change + "/incidents"), 200, "get", "/changes/{key}/incidents");
        assertThat(caused.get("items")).hasSize(1);
        var causing = answer(ada.get("/incidents/" + hit + "/changes"), 200, "get", "/incidents/{key}/changes");
        assertThat(causing.get("items")).hasSize(1);
        var success = answer(ada.get("/changes/success?by=group"), 200, "get", "/changes/success");
        assertThat(success.get("items")).isNotEmpty();
        answer(ada.get("/changes/success?by=weather"), 422, "get", "/changes/success");
    }

    String change() {
        return number(ada.post("/changes", "{\"title\":\"Acted on\",\"type\":\"normal\"}"));
    }

    String problem() {
        return number(ada.post("/problems", "{\"title\":\"Acted on\"}"));
    }

    private JsonNode answer(Api.Answer answer, int status, String method, String path) {
        return description.holds(answer, status, method, path);
    }
}
