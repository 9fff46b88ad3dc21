package org.mainstay.cmdb.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Items and relations by the many: files of one JSON object a line, and plans that make both at once.
@MainstayTest
class BulkRelationTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private final String mark = "b" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private JsonNode load(Api who, String collection, String... lines) {
        var accepted = who.upload(
                        "/" + collection + "/import?key=key&source=" + mark,
                        "all.ndjson",
                        String.join("\n", lines) + "\n")
                .is(202);
        var job = accepted.header("Location").substring("/api/v1".length());
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> who.get(job).json(),
                        it -> !"queued running".contains(it.get("state").stringValue()));
    }

    private static void came(JsonNode job, long created, long changed, long unchanged, long refused) {
        assertThat(job.get("result").toString())
                .as(job.toString())
                .isEqualTo("{\"created\":%d,\"changed\":%d,\"unchanged\":%d,\"refused\":%d}"
                        .formatted(created, changed, unchanged, refused));
    }

    private List<String> reasons(JsonNode job) {
        return ada.get(job.get("refused_url").stringValue().substring("/api/v1".length()))
                .is(200)
                .text()
                .lines()
                .toList();
    }

    private static String item(String key, String itemClass, String more) {
        return "{\"key\":\"%s\",\"name\":\"%s\",\"class\":\"%s\"%s}".formatted(key, key, itemClass, more);
    }

    private static String relation(String key, String type, String from, String to) {
        return "{\"key\":\"%s\",\"type\":\"%s\",\"from\":%s,\"to\":%s}".formatted(key, type, from, to);
    }

    private static String text(String value) {
        return "\"" + value + "\"";
    }

    private long relations(String filter) {
        return ada.get("/relations?count=true&filter=" + filter)
                .is(200)
                .json()
                .at("/total/value")
                .asLong();
    }

    @Test
    void aFileOfItemsIsRelatedByAnotherAndTwiceIsOnce() {
        var items = IntStream.range(0, 700)
                .mapToObj(it -> item(mark + "-" + it, "linux_server", ",\"memory_mb\":%d".formatted(it + 1)))
                .toArray(String[]::new);
        came(load(ada, "configuration-items", items), 700, 0, 0, 0);
        came(load(ada, "configuration-items", items), 0, 0, 700, 0);
        var relations = IntStream.range(1, 700)
                .mapToObj(it -> relation("r" + it, "depends_on", text(mark + "-" + (it - 1)), text(mark + "-" + it)))
                .toArray(String[]::new);

        came(load(ada, "relations", relations), 699, 0, 0, 0);
        came(load(ada, "relations", relations), 0, 0, 699, 0);

        var first = ada.get("/configuration-items?filter=external_key:" + mark + "-0")
                .json()
                .at("/items/0");
        assertThat(first.get("memory_mb").asInt()).isEqualTo(1);
        assertThat(ada.get("/configuration-items/" + first.get("number").asString() + "/impact?direction=dependencies")
                        .is(200)
                        .text())
                .contains("699");
        var one = ada.get("/relations?filter=external_source:" + mark + "&limit=1")
                .json()
                .at("/items/0");
        var history = ada.get("/relations/" + one.get("number").asString() + "/history")
                .is(200)
                .json()
                .at("/items/0");
        assertThat(history.at("/cause/kind").asString()).isEqualTo("import");
        assertThat(history.at("/by/number").asString()).isEqualTo("ada");
    }

    @Test
    void endsAreNamedByNumberIdOrKey() {
        load(ada, "configuration-items", item(mark + "a", "linux_server", ""), item(mark + "b", "linux_server", ""));
        var a = ada.get("/configuration-items?filter=external_key:" + mark + "a")
                .json()
                .at("/items/0");
        var b = ada.get("/configuration-items?filter=external_key:" + mark + "b")
                .json()
                .at("/items/0");
        var keyed = "{\"external_source\":\"%s\",\"external_key\":\"%s\"}".formatted(mark, mark + "b");

        came(
                load(
                        ada,
                        "relations",
                        relation("1", "depends_on", text(a.get("number").asString()), text(mark + "b")),
                        relation("2", "runs_on", text(a.get("id").asString()), keyed),
                        relation("3", "member_of", text(mark + "a"), "{\"external_key\":\"%s\"}".formatted(mark + "b")),
                        relation("4", "member_of", text(mark + "a"), text("nothing"))),
                3,
                0,
                0,
                1);
        assertThat(relations("from:" + a.get("number").asString() + "%20to:"
                        + b.get("number").asString()))
                .isEqualTo(3);
        ada.post(
                        "/relations",
                        "{\"type\":\"connected_to\",\"from\":%s,\"to\":\"%s\"}"
                                .formatted(keyed, a.get("number").asString()))
                .is(201);
        ada.post(
                        "/relations",
                        "{\"type\":\"connected_to\",\"from\":{\"external_source\":\"%s\",\"external_key\":\"x\"},\"to\":\"%s\"}"
                                .formatted(mark, a.get("number").asString()))
                .refused(422, "/from");
    }

    @Test
    void whatCannotBeIsRefusedRowByRow() {
        load(
                ada,
                "configuration-items",
                item(mark + "s", "business_service", ""),
                item(mark + "l", "linux_server", ""),
                item(mark + "c", "business_capability", ""),
                item(mark + "old", "linux_server", ",\"status\":\"retired\""),
                item(mark + "1", "network_switch", ""),
                item(mark + "2", "network_port", ""),
                item(mark + "3", "network_port", ""));

        var job = load(
                ada,
                "relations",
                relation("good", "depends_on", text(mark + "s"), text(mark + "l")),
                relation("same", "depends_on", text(mark + "s"), text(mark + "l")),
                relation("pair", "installed_on", text(mark + "l"), text(mark + "s")),
                relation("planned", "depends_on", text(mark + "s"), text(mark + "c")),
                relation("retired", "depends_on", text(mark + "s"), text(mark + "old")),
                relation("itself", "depends_on", text(mark + "s"), text(mark + "s")),
                relation("c1", "contains", text(mark + "1"), text(mark + "2")),
                relation("c2", "contains", text(mark + "2"), text(mark + "3")),
                relation("circle", "contains", text(mark + "3"), text(mark + "1")),
                "{\"key\":\"broken\",",
                relation("type", "no_such_type", text(mark + "s"), text(mark + "l")),
                relation("last", "runs_on", text(mark + "s"), text(mark + "l")));

        came(job, 4, 0, 0, 8);
        assertThat(reasons(job))
                .hasSize(8)
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).contains("\"same\""),
                        it -> assertThat(it).contains("\"pair\"", "installed_on does not join"),
                        it -> assertThat(it).contains("\"planned\"", "design time"),
                        it -> assertThat(it).contains("\"retired\"", "is retired"),
                        it -> assertThat(it).contains("\"itself\""),
                        it -> assertThat(it).contains("\"circle\"", "contains"),
                        it -> assertThat(it).contains("broken"),
                        it -> assertThat(it).contains("\"type\""));
    }

    /// Somebody who keeps the items of one organisation and may import.
    private Api keeper() {
        var keeper = cast.newcomer(ShippedRole.ASSET_MANAGER);
        ada.post(
                        "/roles",
                        "{\"number\":\"%s\",\"name\":\"%s\",\"permissions\":\"transfer:import\"}".formatted(mark, mark))
                .is(201);
        ada.post(
                        "/grants",
                        "{\"person\":\"%s\",\"role\":\"%s\",\"for_organisation\":\"%s\"}"
                                .formatted(keeper.id(), mark, cast.one()))
                .is(201);
        return ada.as(cast.userName(keeper));
    }

    @Test
    void onlyWhatOneMayIsDone() {
        var keeper = keeper();
        load(
                ada,
                "configuration-items",
                item(mark + "1", "linux_server", ",\"organisation\":\"" + cast.one() + "\""),
                item(mark + "2", "linux_server", ",\"organisation\":\"" + cast.two() + "\""));

        came(load(keeper, "relations", relation("r", "depends_on", text(mark + "1"), text(mark + "2"))), 0, 0, 0, 1);
        came(
                load(
                        keeper,
                        "configuration-items",
                        item(mark + "3", "linux_server", ",\"organisation\":\"" + cast.two() + "\""),
                        item(mark + "4", "linux_server", "")),
                1,
                0,
                0,
                1);
    }

    private Step.Create item(Plan plan, String itemClass, @Nullable Status status) {
        var step = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
        step.values()
                .set(ConfigurationItemType.NAME, mark)
                .set(ConfigurationItemType.CLASS, itemClass)
                .set(ConfigurationItemType.STATUS, status);
        return step;
    }

    private static void relate(Plan plan, String type, Step from, Step to) {
        plan.create(Relations.RELATION)
                .values()
                .set(Relations.TYPE, type)
                .set(Relations.FROM, from.id())
                .set(Relations.TO, to.id());
    }

    private List<String> refusals(Plan plan) {
        return switch (store.save(cast.ada(), plan)) {
            case Saved.Refused(var problems) ->
                problems.stream().map(it -> it.reason().key()).toList();
            case Saved.Done _, Saved.Stale _ -> List.of();
        };
    }

    @Test
    void aPlanThatMakesItemsAndRelationsIsCheckedToo() {
        var pair = Plan.of(Cause.CREATED);
        relate(pair, "installed_on", item(pair, "linux_server", null), item(pair, "linux_server", null));
        assertThat(refusals(pair)).containsExactly("cmdb.relation.classes");

        var retired = Plan.of(Cause.CREATED);
        relate(retired, "depends_on", item(retired, "printer", null), item(retired, "printer", Status.RETIRED));
        assertThat(refusals(retired)).containsExactly("cmdb.relation.retired");

        var circle = Plan.of(Cause.CREATED);
        var outer = item(circle, "network_switch", null);
        var inner = item(circle, "network_port", null);
        relate(circle, "contains", outer, inner);
        relate(circle, "contains", inner, outer);
        assertThat(refusals(circle)).containsExactly("cmdb.relation.contains_itself");

        var good = Plan.of(Cause.CREATED);
        relate(good, "depends_on", item(good, "printer", null), item(good, "linux_server", null));
        assertThat(store.save(cast.ada(), good)).isInstanceOf(Saved.Done.class);
    }
}
