package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What the API answers is what its description says: every operation is called, and its answer held
/// against the schema, in which nothing may be that is not described.
@MainstayTest
class AnswersTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordTypes types;

    @Autowired
    RecordStore store;

    @Autowired
    Approvals approvals;

    private Api ada;
    private Description description;
    private ItemAnswers items;
    private OrderAnswers orders;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        description = new Description(ada.get("/openapi.json").is(200).json());
        items = new ItemAnswers(ada, description);
        orders = new OrderAnswers(ada, description, types, store, approvals, cast);
    }

    @Test
    void everyOperationAnswersAsItIsDescribed() {
        incident("First");
        for (String collection : types.collections()) {
            readable(collection);
        }
        conversation();
        writing();
        actions();
        access();
        importing();
        bulk();
        notifications();
        configuration();
        orders.forms();
        orders.ordering();
        orders.flowing();
        orders.linking();
        causing();
        changing();
        var left = description.untried();
        left.removeIf(this::generic);
        assertThat(left).as("operations that nothing called").isEmpty();
    }

    /// What every collection has and one of them was asked for.
    private boolean generic(String operation) {
        return types.collections().stream()
                .map(it -> "_" + it.replace('-', '_'))
                .filter(operation::endsWith)
                .map(it -> operation.substring(0, operation.length() - it.length()) + "_incidents")
                .anyMatch(description::wasTried);
    }

    private void readable(String collection) {
        var path = "/" + collection;
        var page = answer(ada.get(path + "?count=true&limit=200"), 200, "get", path);
        answer(ada.get(path + "?fields=number&limit=1"), 200, "get", path);
        answer(ada.get(path + "?as_of=2100-01-01T00:00:00Z&limit=20&count=true"), 200, "get", path);
        answer(
                ada.get(path + "/stats?group_by=organisation&measure=count,max(created_at)"),
                200,
                "get",
                path + "/stats");
        answer(ada.get(path + "/suggest"), 200, "get", path + "/suggest");
        answer(ada.get(path + "?filter=nope:1"), 422, "get", path);
        answer(ada.post(path, "{\"nope\":1}"), 422, "post", path);
        assertThat(ada.get(path + "/export?format=ndjson&limit=1").status()).isEqualTo(422);
        ada.get(path + "/export?format=csv").is(200);
        tried("get", path + "/export");
        if (page.get("items").isEmpty()) {
            return;
        }
        var key = page.at("/items/0/id").stringValue();
        var one = path + "/" + key;
        answer(ada.get(one), 200, "get", path + "/{key}");
        answer(ada.patch(one + "?dry_run=true", "{}"), 200, "patch", path + "/{key}");
        answer(ada.patch(one, "{}", "If-Match", "\"0\""), 412, "patch", path + "/{key}");
        for (String part :
                List.of("actions", "history", "why", "comments", "attachments", "links", "watchers", "approvals")) {
            answer(ada.get(one + "/" + part), 200, "get", path + "/{key}/" + part);
        }
    }

    private void conversation() {
        var key = incident("Conversation");
        var one = "/incidents/" + key;
        var path = "/incidents/{key}";
        answer(ada.post(one + "/comments", "{\"text\":\"Hello\",\"internal\":true}"), 201, "post", path + "/comments");
        answer(ada.get(one + "/comments"), 200, "get", path + "/comments");
        var file = answer(ada.upload(one + "/attachments", "a.txt", "hello"), 201, "post", path + "/attachments");
        answer(ada.get(one + "/attachments"), 200, "get", path + "/attachments");
        var attached = "/attachments/" + file.get("id").stringValue();
        assertThat(ada.get(one + attached + "/content").is(200).text()).isEqualTo("hello");
        tried("get", path + "/attachments/{id}/content");
        answer(ada.delete(one + attached), 204, "delete", path + "/attachments/{id}");
        var other = incident("Other");
        var body = "{\"type\":\"relates_to\",\"to\":\"" + other + "\"}";
        var link = answer(ada.post(one + "/links", body), 201, "post", path + "/links");
        answer(ada.get(one + "/links"), 200, "get", path + "/links");
        answer(ada.delete(one + "/links/" + link.get("id").stringValue()), 204, "delete", path + "/links/{id}");
        answer(ada.post(one + "/watchers", "{\"person\":\"eve\"}"), 201, "post", path + "/watchers");
        answer(ada.get(one + "/watchers"), 200, "get", path + "/watchers");
        answer(ada.delete(one + "/watchers/eve"), 204, "delete", path + "/watchers/{person}");
        answer(ada.get(one + "/history"), 200, "get", path + "/history");
    }

    private void writing() {
        var path = "/incidents";
        answer(ada.post(path + "?dry_run=true", "{\"title\":\"Dry\",\"caller\":\"max\"}"), 200, "post", path);
        var key = incident("Written");
        var one = path + "/{key}";
        answer(ada.patch(path + "/" + key, "{\"urgency\":\"high\"}"), 200, "patch", one);
        answer(ada.send("DELETE", path + "/" + key + "?dry_run=true", ""), 200, "delete", one);
        answer(ada.delete(path + "/" + key), 204, "delete", one);
        answer(ada.post(path + "/" + key + "/restore", ""), 200, "post", one + "/restore");
    }

    private void actions() {
        var keys = Map.<String, Supplier<String>>ofEntries(
                Map.entry("incident", () -> incident("Acted on")),
                Map.entry("person", () -> cast.userName(cast.newcomer())),
                Map.entry("reconciliation_task", items::task),
                Map.entry("drift", items::drift),
                Map.entry("form", orders::form),
                Map.entry("flow", orders::flow),
                Map.entry("configuration_item", () -> items.item("business_service")),
                Map.entry("approval", orders::approval),
                Map.entry("catalog_item", orders::offer),
                Map.entry("request", () -> number(ada.post("/requests", "{\"title\":\"Acted on\"}"))),
                Map.entry("request_item", orders::wanted),
                Map.entry("problem", this::problem),
                Map.entry(
                        "problem_task",
                        () -> number(ada.post(
                                "/problem-tasks", "{\"title\":\"Acted on\",\"problem\":\"%s\"}".formatted(problem())))),
                Map.entry("change", this::change),
                Map.entry(
                        "change_task",
                        () -> number(ada.post(
                                "/change-tasks", "{\"title\":\"Acted on\",\"change\":\"%s\"}".formatted(change())))),
                Map.entry("cause", () -> cause(problem())),
                Map.entry("known_error", () -> number(ada.post("/known-errors", "{\"title\":\"Acted on\"}"))),
                Map.entry(
                        "problem_candidate", () -> number(ada.post("/problem-candidates", "{\"title\":\"Acted on\"}"))),
                Map.entry(
                        "task",
                        () -> number(ada.post(
                                "/tasks",
                                "{\"title\":\"Acted on\",\"request_item\":\"%s\"}".formatted(orders.wanted())))));
        for (var type : types.all()) {
            for (var action : type.actions()) {
                var key = Objects.requireNonNull(keys.get(type.code()), "a record to act on")
                        .get();
                var collections = new TreeSet<>(type.aliases().keySet());
                collections.add(type.collection());
                for (var collection : collections) {
                    var path = "/" + collection + "/{key}/" + action.name();
                    var done = ada.post(path.replace("{key}", key) + "?dry_run=true", "{}");
                    answer(done, done.status(), "post", path);
                }
            }
        }
        var key = incident("Resolved");
        var body = "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}";
        answer(ada.post("/incidents/" + key + "/resolve", body), 200, "post", "/incidents/{key}/resolve");
    }

    private void causing() {
        var incident = incident("Caused");
        var path = "/problems/from_incidents";
        var body = "{\"incidents\":[\"%s\"],\"urgency\":\"high\"}".formatted(incident);
        var problem =
                answer(ada.post(path, body), 201, "post", path).get("number").stringValue();
        answer(ada.post(path, "{}"), 422, "post", path);
        answer(ada.get("/problems/" + problem + "/incidents"), 200, "get", "/problems/{key}/incidents");
        answer(ada.get("/problems/" + problem + "/recurrence"), 200, "get", "/problems/{key}/recurrence");
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

    private String cause(String problem) {
        return number(ada.post("/causes", "{\"statement\":\"Described\",\"problem\":\"%s\"}".formatted(problem)));
    }

    private void changing() {
        var change = change();
        ada.patch("/changes/" + change, "{\"configuration_item\":\"%s\"}".formatted(items.item("business_service")))
                .is(200);
        var affected = answer(ada.get("/changes/" + change + "/affected"), 200, "get", "/changes/{key}/affected");
        assertThat(affected.get("items")).hasSize(1);
        scheduling(change);
        var feed = answer(
                ada.post("/calendar-feeds", "{\"name\":\"Described\",\"filter\":\"type:normal\"}"),
                201,
                "post",
                "/calendar-feeds");
        answer(ada.get("/calendar-feeds"), 200, "get", "/calendar-feeds");
        answer(ada.delete("/calendar-feeds/" + feed.get("id").stringValue()), 204, "delete", "/calendar-feeds/{id}");
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

    private String change() {
        return number(ada.post("/changes", "{\"title\":\"Acted on\",\"type\":\"normal\"}"));
    }

    private String problem() {
        return number(ada.post("/problems", "{\"title\":\"Acted on\"}"));
    }

    private void access() {
        var key = incident("Seen");
        answer(ada.get("/access?person=max&record=" + key), 200, "get", "/access");
        answer(ada.get("/audit?limit=5"), 200, "get", "/audit");
        var token = answer(ada.post("/tokens", "{\"name\":\"Described\"}"), 201, "post", "/tokens");
        answer(ada.get("/tokens"), 200, "get", "/tokens");
        answer(ada.delete("/tokens/" + token.get("id").stringValue()), 204, "delete", "/tokens/{id}");
        var newcomer = cast.userName(cast.newcomer());
        answer(ada.post("/people/" + newcomer + "/set-up-link", ""), 200, "post", "/people/{key}/set-up-link");
        answer(ada.get("/openapi.json"), 200, "get", "/openapi.json");
        var rule =
                "{\"name\":\"Described\",\"condition\":\"title:nothing-at-all\",\"group\":\"Network\",\"active\":false}";
        var made =
                ada.post("/assignment-rules", rule).is(201).json().get("number").stringValue();
        answer(ada.get("/assignment-rules/" + made + "/dry_run?days=3"), 200, "get", "/assignment-rules/{key}/dry_run");
        ada.delete("/assignment-rules/" + made);
        items.questionsToTheGraph();
        items.discovery();
        answer(ada.get("/configuration-health?by=class"), 200, "get", "/configuration-health");
        answer(ada.post("/configuration-health/measure", ""), 202, "post", "/configuration-health/measure");
    }

    private void importing() {
        var path = "/incidents/import";
        var file = "title,impact\n,high\nImported,low\n";
        answer(ada.upload("/nothing/import", "a.csv", file), 404, "post", path);
        var job = answer(ada.upload(path, "a.csv", file), 202, "post", path);
        var one = "/jobs/" + job.get("id").stringValue();
        answer(ada.get(one), 200, "get", "/jobs/{id}");
        answer(ada.get("/jobs"), 200, "get", "/jobs");
        answer(ada.post(one + "/cancel", ""), 200, "post", "/jobs/{id}/cancel");
        var undone = ada.post(one + "/undo", "");
        answer(undone, undone.status(), "post", "/jobs/{id}/undo");
        var refused = ada.get(one + "/refused");
        assertThat(refused.status()).isIn(200, 404);
        tried("get", "/jobs/{id}/refused");
        var deleted = ada.delete(one);
        answer(deleted, deleted.status(), "delete", "/jobs/{id}");
    }

    private void bulk() {
        for (String collection : types.collections()) {
            var path = "/" + collection + "/bulk";
            var nobody = "{\"records\":[\"nothing\"],\"comment\":{\"text\":\"Hello\"}}";
            answer(ada.post(path + "?dry_run=true", nobody), 200, "post", path);
        }
        var parent = incident("Together");
        ada.post("/incidents/" + parent + "/link_child", "{\"child\":\"" + incident("With it") + "\"}")
                .is(200);
        var body = "{\"records\":[\"" + parent + "\",\"INC9999999\"],\"action\":\"resolve\",\"with\":"
                + "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"},\"comment\":{\"text\":\"Hello\"}}";
        var job = answer(ada.post("/incidents/bulk?dry_run=true", body), 200, "post", "/incidents/bulk");
        var one = "/jobs/" + job.get("id").stringValue();
        answer(ada.get(one), 200, "get", "/jobs/{id}");
        answer(ada.get(one + "/records?limit=1"), 200, "get", "/jobs/{id}/records");
        var begun = answer(ada.post("/incidents/bulk", body), 202, "post", "/incidents/bulk");
        var path = "/jobs/" + begun.get("id").stringValue();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ada.get(path).json().get("state").stringValue().equals("done"));
    }

    private void notifications() {
        var path = "/notifications";
        var key = incident("Told of");
        ada.as("sam")
                .post("/incidents/" + key + "/comments", "{\"text\":\"@ada look\"}")
                .is(201);
        var told = await().until(
                        () -> answer(ada.get(path + "?unread=true"), 200, "get", path)
                                .get("items"),
                        it -> !it.isEmpty());
        var one = path + "/" + told.get(0).get("id").stringValue() + "/read";
        answer(ada.post(one, ""), 204, "post", path + "/{id}/read");
        answer(ada.post(path + "/read", ""), 204, "post", path + "/read");
        answer(ada.get(path + "?limit=0"), 422, "get", path);
    }

    private void configuration() {
        var path = "/configuration";
        var text = ada.get(path).is(200).text();
        tried("get", path);
        answer(ada.post(path + "?dry_run=true", text), 200, "post", path);
        answer(ada.post(path, "format: 2"), 422, "post", path);
        var made = answer(ada.post(path, "format: 1\ncategory:\n  Described:\n"), 200, "post", path);
        var undo = path + "/" + made.get("operation").stringValue() + "/undo";
        answer(ada.post(undo, ""), 200, "post", path + "/{id}/undo");
    }

    private String incident(String title) {
        return number(ada.post("/incidents", "{\"title\":\"" + title + "\",\"caller\":\"max\",\"impact\":\"low\"}"));
    }

    static String number(Api.Answer made) {
        return made.is(201).json().get("number").stringValue();
    }

    private void tried(String method, String path) {
        description.tried(method, path);
    }

    private JsonNode answer(Api.Answer answer, int status, String method, String path) {
        return description.holds(answer, status, method, path);
    }
}
