package org.mainstay.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is left of a record that was deleted more than thirty days ago.
@MainstayTest
class PurgeTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents/";

    @LocalServerPort
    int port;

    @Autowired
    Purge purge;

    @Autowired
    Cast cast;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.everybody();
    }

    @Test
    void nothingIsLeftButATombstoneAndWhoDidSomethingWhen() {
        var gone = report("Purged canary");
        var other = report("Stays");
        call("sam", "POST", INCIDENTS + gone.number() + "/comments", "{\"text\":\"canary\",\"internal\":true}", 201);
        call("sam", "POST", INCIDENTS + gone.number() + "/watchers", "{\"person\":\"max\"}", 201);
        call("sam", "POST", INCIDENTS + gone.number() + "/links", link(other), 201);
        call("sam", "POST", INCIDENTS + other.number() + "/links", link(gone).replace("relates_to", "causes"), 201);
        call("sam", "PATCH", INCIDENTS + other.number(), "{\"caused_by\":\"" + gone.number() + "\"}", null);
        var file = client.upload(
                INCIDENTS + gone.number() + "/attachments", "canary.txt", "canary", "Authorization", basic("sam"));
        assertThat(file.statusCode()).as(file.body()).isEqualTo(201);
        db.execute(
                "insert into kernel.external_key (record, type, source, key) values ({0}, 'incident', 'test', {1})",
                DSL.val(gone.id()), DSL.val(gone.number()));
        long versions = count("kernel.history where record = {0}", gone.id());
        delete(gone, "31 days");

        purge();

        var tombstone = db.fetchSingle("select number, label from kernel.record where id = {0}", DSL.val(gone.id()));
        assertThat(tombstone.get(0)).isEqualTo(gone.number());
        assertThat(tombstone.get(1)).isEqualTo("");
        assertThat(count("incident.incident where id = {0}", gone.id())).isZero();
        assertThat(count("kernel.search_text where record = {0}", gone.id())).isZero();
        assertThat(count("kernel.external_key where record = {0}", gone.id())).isZero();
        assertThat(count("conversation.comment where record = {0}", gone.id())).isZero();
        assertThat(count("conversation.attachment where record = {0}", gone.id()))
                .isZero();
        assertThat(count("conversation.watcher where record = {0}", gone.id())).isZero();
        assertThat(count("conversation.link where {0} in (record, to_record)", gone.id()))
                .isZero();
        // Its deletion and its purge are told too.
        assertThat(count("kernel.history where record = {0}", gone.id())).isEqualTo(versions + 2);
        assertThat(count("kernel.history where changes is not null and record = {0}", gone.id()))
                .isZero();
    }

    @Test
    void whatRefersToItStillWorks() {
        var gone = report("Purged parent");
        var other = report("Child");
        call("sam", "POST", INCIDENTS + gone.number() + "/link_child", "{\"child\":\"" + other.number() + "\"}", 200);
        delete(gone, "31 days");
        purge();

        var child = INCIDENTS + other.number();
        assertThat(call("sam", "GET", child, "", 200).get("parent_incident").isNull())
                .isTrue();
        call("sam", "GET", child + "/history", "", 200);
        call("sam", "GET", child + "/actions", "", 200);
        call("sam", "PATCH", child, "{\"title\":\"Edited since\"}", 200);
        call("sam", "GET", "/api/v1/incidents?as_of=2100-01-01T00:00:00Z&filter=title:Child", "", 200);
        var page = client.get("/incidents/" + other.number(), "Cookie", client.signIn("sam", Cast.PASSWORD));
        assertThat(page.statusCode()).isEqualTo(200);
        call("ada", "GET", INCIDENTS + gone.number(), "", 404);
        call("ada", "GET", INCIDENTS + gone.number() + "/history", "", 404);
        call("ada", "POST", INCIDENTS + gone.number() + "/restore", "", 404);
    }

    @Test
    void whatMayStillBeBroughtBackIsNotTouched() {
        var young = report("Deleted lately");
        var held = report("Just being brought back");
        delete(young, "29 days");
        delete(held, "31 days");
        transactions.executeWithoutResult(_ -> {
            db.execute("select from incident.incident where id = {0} for update", DSL.val(held.id()));
            CompletableFuture.runAsync(this::purge).join();
        });
        call("ada", "POST", INCIDENTS + young.number() + "/restore", "", 200);
        call("ada", "POST", INCIDENTS + held.number() + "/restore", "", 200);
        purge();
        call("sam", "GET", INCIDENTS + held.number(), "", 200);
    }

    @Test
    void aPersonGoesWithEverythingThatLetThemInAndTheirWorkStays() {
        var person = cast.newcomer(ShippedRole.AGENT);
        var name = cast.userName(person);
        client.signIn(name, Cast.PASSWORD);
        var theirs = created(call(name, "POST", INCIDENTS.substring(0, INCIDENTS.length() - 1), title("Theirs"), 201));
        call("ada", "DELETE", "/api/v1/people/" + name, "", null);
        age(person.id(), "31 days");
        purge();

        assertThat(count("people.person where id = {0}", person.id())).isZero();
        assertThat(count("people.credential where person = {0}", person.id())).isZero();
        assertThat(count("people.session where person = {0}", person.id())).isZero();
        call("sam", "GET", INCIDENTS + theirs.number(), "", 200);
        call("sam", "GET", INCIDENTS + theirs.number() + "/history", "", 200);
    }

    private record Known(UUID id, String number) {}

    private Known report(String title) {
        return created(call("sam", "POST", "/api/v1/incidents", title(title), 201));
    }

    private static String title(String title) {
        return "{\"title\":\"" + title + "\"}";
    }

    private static Known created(JsonNode record) {
        return new Known(
                UUID.fromString(record.get("id").stringValue()),
                record.get("number").stringValue());
    }

    private static String link(Known to) {
        return "{\"type\":\"relates_to\",\"to\":\"" + to.number() + "\"}";
    }

    private void delete(Known record, String ago) {
        call("ada", "DELETE", INCIDENTS + record.number(), "", null);
        age(record.id(), ago);
    }

    private void age(UUID id, String ago) {
        assertThat(db.execute(
                        "update kernel.record set deleted_at = now() - {0}::interval"
                                + " where id = {1} and deleted_at is not null",
                        DSL.val(ago), DSL.val(id)))
                .isOne();
    }

    private void purge() {
        while (purge.batch()) {
            Thread.onSpinWait();
        }
    }

    private long count(String where, UUID id) {
        return db.fetchSingle("select count(*) from " + where, DSL.val(id)).get(0, Long.class);
    }

    private static String basic(String who) {
        return Client.basic(who, Cast.PASSWORD);
    }

    /// @param status null for any success
    private JsonNode call(String who, String method, String path, String body, Integer status) {
        HttpResponse<String> answer =
                client.send(method, path, body, "Authorization", basic(who), "Content-Type", "application/json");
        if (status == null) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        }
        return answer.body().startsWith("{") ? MAPPER.readTree(answer.body()) : MAPPER.nullNode();
    }
}
