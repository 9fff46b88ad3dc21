package org.mainstay.cmdb.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.OwnInstallationTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What staleness policies do as time goes by.
@OwnInstallationTest
class UpkeepTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    HealthDefinitions definitions;

    @Autowired
    UpkeepQueries queries;

    @Autowired
    Protection protection;

    @Autowired
    Measuring measuring;

    @Autowired
    RecordStore store;

    @Autowired
    Messages messages;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String itemClass = "u" + mark;
    private final ShiftingClock clock = new ShiftingClock(Instant.now());
    private final List<String> shipped = new ArrayList<>();
    private Api ada;
    private String policy = "";

    @BeforeEach
    void onlyOnePolicy() {
        cast.everybody();
        ada = new Api(port, "ada");
        ada.get("/staleness-policies?filter=active:true")
                .is(200)
                .json()
                .get("items")
                .forEach(it -> shipped.add(it.get("number").asString()));
        shipped.forEach(it ->
                ada.patch("/staleness-policies/" + it, "{\"active\":false}").is(200));
        ada.post(
                        "/ci-classes",
                        "{\"code\":\"%s\",\"label\":\"%s\",\"parent\":\"server\",\"phase\":\"operational\"}"
                                .formatted(itemClass, itemClass))
                .is(201);
        policy = ada.post("/staleness-policies", """
                        {"name":"Policy %s","ci_class":"%s","verify_after":60,"retires":true,"retire_after":90,
                         "archives":true,"archive_after":365}""".formatted(mark, itemClass))
                .is(201)
                .json()
                .get("number")
                .asString();
        measuring.measure();
    }

    @AfterEach
    void asItWas() {
        ada.delete("/staleness-policies/" + policy).is(204);
        shipped.forEach(it ->
                ada.patch("/staleness-policies/" + it, "{\"active\":true}").is(200));
    }

    private Upkeep upkeep(RecordStore with) {
        return new Upkeep(definitions, queries, protection, with, messages, clock);
    }

    private void after(int days) {
        clock.pass(Duration.ofDays(days));
        upkeep(store).run();
    }

    private String item(String name, String more) {
        return ada.post(
                        "/configuration-items",
                        "{\"class\":\"%s\",\"name\":\"%s %s\"%s}".formatted(itemClass, name, mark, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private JsonNode read(String item) {
        return ada.get("/configuration-items/" + item).is(200).json();
    }

    private List<JsonNode> tasks(String item) {
        return ada.get("/reconciliation-tasks?filter=kind:verification%20item:" + item)
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode task(String item) {
        assertThat(tasks(item)).hasSize(1);
        return tasks(item).getFirst();
    }

    private static boolean empty(JsonNode record, String attribute) {
        return record.get(attribute).isNull();
    }

    @Test
    void peopleAreAskedThenItIsRetiredThenArchived() {
        var item = item("silent", ",\"owner\":\"elena\",\"support_group\":\"Network\"");
        after(59);
        assertThat(tasks(item)).isEmpty();
        after(2);
        assertThat(task(item).at("/assignee/number").asString()).isEqualTo("elena");
        assertThat(task(item).at("/group/label").asString()).isEqualTo("Network");
        assertThat(read(item).get("status").asString()).isEqualTo("operational");
        after(28);
        assertThat(read(item).get("status").asString()).as("89 days").isEqualTo("operational");
        after(3);
        assertThat(read(item).get("status").asString()).isEqualTo("retired");
        assertThat(task(item).get("state").asString()).isEqualTo("done");
        assertThat(empty(read(item), "archived_at")).isTrue();
        after(272);
        assertThat(empty(read(item), "archived_at")).as("364 days").isTrue();
        after(3);
        assertThat(empty(read(item), "archived_at")).isFalse();

        var listed = "/configuration-items?filter=class:" + itemClass;
        assertThat(ada.get(listed).json().get("items").size()).isZero();
        assertThat(ada.get(listed + "%20archived_at:any").json().get("items").size())
                .isEqualTo(1);
        assertThat(ada.get(listed + "&as_of=" + Instant.now().plusSeconds(1))
                        .is(200)
                        .json()
                        .get("items")
                        .size())
                .isZero();
        var history = ada.get("/configuration-items/" + item + "/history")
                .is(200)
                .http()
                .body();
        assertThat(history).contains("asked_at", "archived_at", "staleness_policy");

        ada.post("/configuration-items/" + item + "/bring_back", "{}").is(200);
        assertThat(read(item).get("status").asString()).isEqualTo("operational");
        assertThat(ada.get(listed).json().get("items").size()).isEqualTo(1);
    }

    @Test
    void whoeverIsAskedAnswers() {
        var there = item("there", ",\"owner\":\"otto\"");
        var gone = item("gone", ",\"support_group\":\"Network\"");
        after(61);
        var otto = new Api(port, "otto");
        var nina = new Api(port, "nina");
        new Api(port, "max")
                .get("/reconciliation-tasks/" + task(there).get("number").asString())
                .problem(404);
        new Api(port, "olga")
                .get("/reconciliation-tasks/" + task(gone).get("number").asString())
                .problem(404);
        otto.get("/reconciliation-tasks/" + task(gone).get("number").asString()).problem(404);
        nina.patch("/reconciliation-tasks/" + task(gone).get("number").asString(), "{\"summary\":\"No\"}")
                .problem(403);

        otto.post("/reconciliation-tasks/" + task(there).get("number").asString() + "/confirm", "{}")
                .is(200);
        nina.post("/reconciliation-tasks/" + task(gone).get("number").asString() + "/retire", "{}")
                .is(200);

        assertThat(empty(read(there), "confirmed_at")).isFalse();
        assertThat(empty(read(there), "asked_at")).isTrue();
        assertThat(read(gone).get("status").asString()).isEqualTo("retired");
        assertThat(task(there).get("state").asString()).isEqualTo("done");
    }

    @Test
    void whatWorkIsAboutOrAServiceNeedsIsKept() {
        var broken = item("broken", "");
        var needed = item("needed", "");
        var spare = item("spare", "");
        ada.post(
                        "/incidents",
                        "{\"title\":\"%s\",\"caller\":\"max\",\"configuration_item\":\"%s\"}".formatted(mark, broken))
                .is(201);
        var service = ada.post("/services", "{\"name\":\"Kept %s\",\"class\":\"business_service\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(service, needed))
                .is(201);
        // one of two: its failure alone reaches no service
        for (var one : List.of(spare, item("other", ""))) {
            ada.post("/relations", """
                            {"type":"depends_on","from":"%s","to":"%s","redundancy":"pair","needed":1}""".formatted(service, one)).is(201);
        }
        measuring.measure();
        after(61);
        after(31);
        after(1);
        for (var kept : List.of(broken, needed, spare)) {
            assertThat(read(kept).get("status").asString()).isEqualTo("operational");
            assertThat(task(kept).get("state").asString()).isEqualTo("open");
        }
        assertThat(task(broken).get("reason").asString()).contains("is open about it");
        assertThat(task(needed).get("reason").asString()).contains("needed by Kept " + mark);
        assertThat(task(spare).get("reason").asString()).contains("needed by Kept " + mark);
    }

    @Test
    void whatASourceSeesAgainComesBackByItself() {
        var source = ada.post("/discovery/sources", "{\"name\":\"s %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        var payload = """
                {"items":[{"ref":"p","class":"%s","values":{"name":"seen %s"},
                 "identifiers":[{"kind":"serial","value":"U%s"}]}]}""".formatted(itemClass, mark, mark);
        var item = ada.post("/discovery/payloads?source=" + source, payload)
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
        after(61);
        ada.post("/discovery/payloads?source=" + source, payload).is(200);
        assertThat(task(item).get("state").asString()).isEqualTo("done");
        assertThat(empty(read(item), "asked_at")).isTrue();

        upkeep(store).run();
        after(31);
        after(275);
        assertThat(read(item).get("status").asString()).isEqualTo("retired");
        assertThat(empty(read(item), "archived_at")).isFalse();
        ada.post("/discovery/payloads?source=" + source, payload).is(200);
        assertThat(read(item).get("status").asString()).isEqualTo("operational");
        assertThat(empty(read(item), "archived_at")).isTrue();

        ada.patch("/configuration-items/" + item, "{\"status\":\"retired\"}").is(200);
        ada.post("/discovery/payloads?source=" + source, payload).is(200);
        assertThat(read(item).get("status").asString())
                .as("what people retired stays so")
                .isEqualTo("retired");
    }

    @Test
    void aRunThatDiesHalfWayIsGoneOnWith() {
        var items = List.of(item("one", ""), item("two", ""), item("three", ""));
        clock.pass(Duration.ofDays(61));
        assertThatThrownBy(() -> upkeep(dyingAfter(1)).run()).hasMessage("the node dies");
        assertThat(items.stream().filter(it -> !tasks(it).isEmpty())).hasSize(1);
        upkeep(store).run();
        upkeep(store).run();
        items.forEach(it -> assertThat(tasks(it)).hasSize(1));
        clock.pass(Duration.ofDays(31));
        assertThatThrownBy(() -> upkeep(dyingAfter(2)).run()).hasMessage("the node dies");
        upkeep(store).run();
        items.forEach(it -> {
            assertThat(read(it).get("status").asString()).isEqualTo("retired");
            assertThat(task(it).get("state").asString()).isEqualTo("done");
        });
    }

    @Test
    void whatIsConfirmedWhileARunLooksIsKept() {
        var item = item("disputed", ",\"owner\":\"otto\"");
        after(61);
        clock.pass(Duration.ofDays(31));
        var confirmed = new AtomicBoolean();
        var meanwhile = meanwhile("get", () -> {
            if (confirmed.compareAndSet(false, true)) {
                new Api(port, "otto")
                        .post("/configuration-items/" + item + "/confirm", "{}")
                        .is(200);
            }
        });
        upkeep(meanwhile).run();
        assertThat(confirmed).isTrue();
        assertThat(read(item).get("status").asString()).isEqualTo("operational");
    }

    private RecordStore dyingAfter(int saves) {
        var left = new AtomicInteger(saves);
        return meanwhile("save", () -> {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("the node dies");
            }
        });
    }

    /// A store before whose calls something happens.
    private RecordStore meanwhile(String call, Runnable happens) {
        return (RecordStore) Proxy.newProxyInstance(
                RecordStore.class.getClassLoader(), new Class<?>[] {RecordStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals(call)) {
                        happens.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void twoAtOnceAskOnce() throws Exception {
        var items = List.of(item("a", ""), item("b", ""), item("c", ""), item("d", ""));
        clock.pass(Duration.ofDays(61));
        try (var both = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> run = () -> {
                upkeep(store).run();
                return true;
            };
            for (var done : both.invokeAll(List.of(run, run, run, run))) {
                assertThat(done.get()).isTrue();
            }
        }
        items.forEach(it -> assertThat(tasks(it)).hasSize(1));
    }

    @Test
    void questionsHaveABound() {
        ada.patch("/staleness-policies/" + policy, "{\"at_most\":2}").is(200);
        var items = List.of(item("a", ""), item("b", ""), item("c", ""));
        after(61);
        upkeep(store).run();
        assertThat(items.stream().filter(it -> !tasks(it).isEmpty())).hasSize(2);
    }

    @Test
    void aConfirmedItemIsAskedAboutNoMore() {
        var item = item("known", ",\"owner\":\"otto\"");
        after(61);
        new Api(port, "otto")
                .post("/configuration-items/" + item + "/confirm", "{}")
                .is(200);
        assertThat(empty(read(item), "asked_at")).isTrue();
        assertThat(task(item).get("state").asString()).isEqualTo("done");
        new Api(port, "max")
                .post("/configuration-items/" + item + "/confirm", "{}")
                .problem(403);
    }
}
