package org.mainstay.cmdb.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Mention;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What becomes of values when a rule changes or a pin ends, what sources own, and how two items are compared.
@MainstayTest
class SettlingTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Resettling resettling;

    @Autowired
    Ownership ownership;

    @Autowired
    SettlingQueries settling;

    @Autowired
    ReconciliationQueries queries;

    @Autowired
    ReconciliationRules rules;

    @Autowired
    RecordStore store;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api ada;
    private String agents = "";
    private String scans = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        agents = source("inventory");
        scans = source("scan");
    }

    private String source(String kind) {
        return ada.post("/discovery/sources", "{\"name\":\"%s %s\",\"kind\":\"%s\"}".formatted(kind, mark, kind))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String deliver(String source, int number, String os) {
        var serial = "T" + mark + number;
        return ada.post("/discovery/payloads?source=" + source, """
                        {"items":[{"ref":"a","class":"linux_server","values":{"name":"%s","os":"%s"},
                          "identifiers":[{"kind":"serial","value":"%s"}]}]}""".formatted(serial, os, serial))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
    }

    private JsonNode item(String number) {
        return ada.get("/configuration-items/" + number).is(200).json();
    }

    private void settle() {
        while (resettling.batch()) {
            continue;
        }
    }

    @Test
    void valuesFollowARuleFromTheMomentItChanges() {
        var one = deliver(agents, 1, "Debian");
        deliver(scans, 1, "Linux 5.x");
        assertThat(item(one).get("os").asString()).isEqualTo("Debian");

        var rule = "{\"ci_class\":\"server\",\"attribute\":\"os\",\"source\":\"" + scans + "\",\"rank\":5}";
        var preview = ada.post("/precedence-rules?dry_run=true", rule).is(200).text();
        assertThat(preview).contains("1 values would change");
        var number =
                ada.post("/precedence-rules", rule).is(201).json().get("number").asString();
        settle();
        assertThat(item(one).get("os").asString()).isEqualTo("Linux 5.x");

        ada.delete("/precedence-rules/" + number).is(204);
        settle();
        assertThat(item(one).get("os").asString()).isEqualTo("Debian");
        long version = item(one).get("version").asLong();
        settle();
        assertThat(item(one).get("version").asLong()).isEqualTo(version);
    }

    @Test
    void valuesFollowTheRankOfASource() {
        var one = deliver(agents, 2, "Debian");
        deliver(scans, 2, "Linux 6.x");
        ada.patch("/discovery-sources/" + scans, "{\"rank\":10}").is(200);
        settle();
        assertThat(item(one).get("os").asString()).isEqualTo("Linux 6.x");
    }

    @Test
    void anOrderIsDoneByTheRanksThatAreStoredThoughThisNodeKnowsOthers() {
        var one = deliver(agents, 5, "Debian");
        deliver(scans, 5, "Linux 7.x");
        var source = store.find(cast.ada(), DiscoverySourceType.DISCOVERY_SOURCE, scans)
                .orElseThrow();
        rank(source.id(), 1);
        db.execute(SettlingQueries.order(Plan.newId(), new SettlingQueries.Scope(null, null, source.id())));
        settle();
        // as history has it
        rank(source.id(), source.need(DiscoverySourceType.RANK));
        assertThat(item(one).get("os").asString()).isEqualTo("Linux 7.x");
    }

    private void rank(UUID source, long rank) {
        db.execute("update cmdb.discovery_source set rank = {1} where id = {0}", DSL.val(source), DSL.val(rank));
    }

    @Test
    void theEndOfAPinSettlesTheValueAnew() {
        var one = deliver(agents, 3, "Debian 12");
        var pin = "/configuration-items/" + one + "/pins/os";
        ada.send("PUT", pin, "{}").is(204);
        deliver(agents, 3, "Debian 13");
        assertThat(item(one).get("os").asString()).isEqualTo("Debian 12");
        ada.delete(pin).is(204);
        settle();
        assertThat(item(one).get("os").asString()).isEqualTo("Debian 13");
    }

    @Test
    void aSourceOwnsItemsWhoseValuesHoldByItsWord() {
        var one = deliver(agents, 4, "Debian");
        deliver(scans, 4, "Linux");
        count();
        var owned = ada.get("/discovery/sources/" + agents).is(200).json();
        assertThat(owned.at("/owned/0/class").asString()).as(owned.toString()).isEqualTo("linux_server");
        assertThat(owned.at("/owned/0/items").asInt()).isEqualTo(1);
        assertThat(owned.get("records_last_day").asInt()).isEqualTo(1);
        assertThat(ada.get("/discovery/sources/" + scans).json().get("owned")).isEmpty();
        var client = new Client(port);
        var cookie = client.signIn("ada", Cast.PASSWORD);
        assertThat(client.get("/discovery-sources/" + agents + "/items?class=linux_server", "Cookie", cookie)
                        .body())
                .contains(one);
    }

    private void count() {
        while (ownership.batch()) {
            continue;
        }
    }

    private int owned(String source) {
        return ada.get("/discovery/sources/" + source)
                .is(200)
                .json()
                .at("/owned/0/items")
                .asInt(0);
    }

    @Test
    void aChangedRuleChangesWhoOwnsWhatTwoSourcesSayAlike() {
        deliver(agents, 6, "Debian");
        deliver(scans, 6, "Debian");
        count();
        assertThat(List.of(owned(agents), owned(scans))).containsExactly(1, 0);
        ada.patch("/discovery-sources/" + scans, "{\"rank\":1}").is(200);
        settle();
        count();
        assertThat(List.of(owned(agents), owned(scans))).containsExactly(0, 1);
    }

    @Test
    void whatOneNodeCountedIsToldWhicheverLooksNext() {
        count();
        deliver(agents, 7, "Debian");
        new Ownership(settling, queries, rules, store, transactions, Clock.systemUTC()).batch();
        count();
        assertThat(owned(agents)).isEqualTo(1);
    }

    @Test
    void theFirstIdentifierThatOneItemHasTellsWhereARelationEnds() {
        for (var maker : List.of("Dell", "Lenovo")) {
            ada.post("/configuration-items", """
                            {"class":"linux_server","name":"%s-%s","serial_number":"X%s","manufacturer":"%s"}""".formatted(maker, mark, mark, maker))
                    .is(201);
        }
        var mention = new Mention(
                "other",
                "server",
                "Lenovo-" + mark,
                List.of(Identifier.of(Identifier.SERIAL, "X" + mark, null).orElseThrow()));
        var told = new Discovered(
                "own",
                "linux_server",
                Map.of("name", "own-" + mark),
                List.of(Identifier.of(Identifier.SERIAL, "OWN" + mark, null).orElseThrow()));
        var relation = new DiscoveredRelation("depends_on", "own", "other", Map.of());
        var source = DiscoverySource.of(store.find(cast.ada(), DiscoverySourceType.DISCOVERY_SOURCE, agents)
                .orElseThrow());
        // the name is the other one's, too
        ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"Lenovo-%1$s\",\"serial_number\":\"Y%1$s\"}"
                                .formatted(mark))
                .is(201);
        var both = reconciler.take(
                source,
                new Payload(List.of(told), List.of(relation), List.of(mention), true, null, List.of()),
                new Reconciler.Manner(true, true, null));
        assertThat(both.refusedRelations()).as("neither tells one").hasSize(1);
        var more = new Mention(
                mention.ref(),
                mention.itemClass(),
                mention.name(),
                List.of(
                        mention.identifiers().getFirst(),
                        Identifier.of(Identifier.SERIAL, "Y" + mark, null).orElseThrow()));
        var one = reconciler.take(
                source,
                new Payload(List.of(told), List.of(relation), List.of(more), true, null, List.of()),
                new Reconciler.Manner(true, true, null));
        assertThat(one.refusedRelations()).isEmpty();
        assertThat(one.relationsCreated()).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoKeepBothItemsMergeThemWhateverTheTaskBelongsTo() {
        var one = number(ada.post("/configuration-items", "{\"class\":\"printer\",\"name\":\"Ours " + mark + "\"}"));
        var other = number(ada.post("/configuration-items", "{\"class\":\"printer\",\"name\":\"Our " + mark + "\"}"));
        var task = number(ada.post("/reconciliation-tasks", """
                {"summary":"Same?","kind":"duplicate","item":"%s","other_item":"%s","organisation":"%s"}""".formatted(one, other, cast.two())));
        var keeperOfTwo = cast.newcomer();
        ada.post(
                        "/grants",
                        "{\"person\":\"%s\",\"role\":\"asset_manager\",\"for_organisation\":\"%s\"}"
                                .formatted(keeperOfTwo.id(), cast.two()))
                .is(201);
        var client = new Client(port);
        var cookie = client.signIn(cast.userName(keeperOfTwo), Cast.PASSWORD);
        var path = "/reconciliation-tasks/" + task;
        var page = client.get(path + "/compare", "Cookie", cookie).body();
        assertThat(page).contains("Ours " + mark).doesNotContain(path + "/merge");
        var refused = client.send(
                "POST",
                path + "/merge",
                "survivor=" + one + "&_csrf=" + client.csrf(cookie),
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(item(other).get("status").asString()).isEqualTo("operational");
    }

    private static String number(Api.Answer answer) {
        return answer.is(201).json().get("number").asString();
    }

    @Test
    void twoItemsAreComparedAndMergedFromTheirTask() {
        var one = ada.post("/configuration-items", "{\"class\":\"printer\",\"name\":\"Left " + mark + "\"}")
                .json()
                .get("number")
                .asString();
        var other = ada.post(
                        "/configuration-items",
                        "{\"class\":\"printer\",\"name\":\"Right " + mark + "\",\"model\":\"M1\"}")
                .json()
                .get("number")
                .asString();
        var task = ada.post(
                        "/reconciliation-tasks",
                        "{\"summary\":\"Same?\",\"kind\":\"duplicate\",\"item\":\"%s\",\"other_item\":\"%s\"}"
                                .formatted(one, other))
                .is(201)
                .json()
                .get("number")
                .asString();
        var client = new Client(port);
        var cookie = client.signIn("ada", Cast.PASSWORD);
        var path = "/reconciliation-tasks/" + task;
        var page = client.get(path + "/compare", "Cookie", cookie).body();
        assertThat(page).contains("Left " + mark, "Right " + mark, "M1");
        var csrf = page.replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        var merged = client.send(
                "POST",
                path + "/merge",
                "survivor=" + one + "&_csrf=" + csrf,
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(302);
        assertThat(item(one).get("model").asString()).isEqualTo("M1");
        assertThat(item(other).get("status").asString()).isEqualTo("retired");
        assertThat(ada.get("/reconciliation-tasks/" + task).json().get("state").asString())
                .isEqualTo("done");
        ada.post("/configuration-items/" + other + "/undo_merge", "").is(200);
    }
}
