package org.mainstay.cmdb.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Relations and their types, as a client of the API sees them.
@MainstayTest
class RelationTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private String item(String itemClass) {
        return item(itemClass, "");
    }

    private String item(String itemClass, String more) {
        return ada.post("/configuration-items", "{\"class\":\"%s\",\"name\":\"%s\"%s}".formatted(itemClass, mark, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private Api.Answer relate(String type, String from, String to, String more) {
        return ada.post(
                "/relations", "{\"type\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"%s}".formatted(type, from, to, more));
    }

    @Test
    void oneItemDependsOnAnother() {
        var from = item("business_service");
        var to = item("linux_server");

        var relation = relate("depends_on", from, to, "").is(201).json();

        assertThat(relation.get("number").asString()).matches("REL\\d{7}");
        assertThat(relation.at("/from/number").asString()).isEqualTo(from);
        assertThat(relation.at("/to/label").asString()).isEqualTo(mark);
        assertThat(relation.get("valid_from").asString()).isNotEmpty();
        assertThat(relation.get("valid_to").isNull()).isTrue();
        relate("depends_on", from, to, "").refused(422, "/to");
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        var service = item("business_service");
        var server = item("linux_server");
        var capability = item("business_capability");
        var retired = item("linux_server", ",\"status\":\"retired\"");

        relate("depends_on", service, service, "").refused(422, "/to");
        relate("no_such_type", service, server, "").refused(422, "/type");
        relate("depends_on", service, "CI9999999", "").refused(422, "/to");
        relate("depends_on", service, capability, "").refused(422, "/to");
        relate("depends_on", service, retired, "").refused(422, "/to");
        relate("installed_on", server, service, "").refused(422, "/to");
        relate(
                        "depends_on",
                        service,
                        server,
                        ",\"valid_from\":\"2026-01-02T00:00:00Z\",\"valid_to\":\"2026-01-01T00:00:00Z\"")
                .refused(422, "/valid_to");
        relate("depends_on", service, server, ",\"needed\":2").refused(422, "/redundancy");
        relate("depends_on", service, server, ",\"needed\":0,\"redundancy\":\"web\"")
                .refused(422, "/needed");
    }

    @Test
    void nothingContainsItself() {
        var outer = item("network_switch");
        var middle = item("network_port");
        var inner = item("network_port");
        relate("contains", outer, middle, "").is(201);
        relate("contains", middle, inner, "").is(201);

        relate("contains", inner, outer, "").refused(422, "/to");
        relate("contains", middle, outer, "").refused(422, "/to");
        relate("depends_on", inner, outer, "").is(201);
        relate("depends_on", outer, inner, "").is(201);
    }

    @Test
    void aTypeOfRelationSaysWhatItJoinsAndHowOften() {
        ada.post(
                        "/relation-types",
                        "{\"code\":\"%s\",\"label\":\"lifts\",\"reverse_label\":\"is lifted by\",\"failure\":\"up\",\"pairs\":\"server > printer\",\"to_at_most\":1}"
                                .formatted(mark))
                .is(201);
        var server = item("linux_server");
        var first = relate(mark, server, item("printer"), "").is(201).json();

        relate(mark, server, item("printer"), "").refused(422, "/from");
        relate(mark, item("printer"), server, "").refused(422, "/to");
        ada.patch(
                        "/relations/" + first.get("number").asString(),
                        "{\"valid_to\":\"%s\"}".formatted(Instant.now().plusSeconds(1)))
                .is(200);
        relate(mark, server, item("printer"), "").is(201);
        ada.post("/relation-types", "{\"label\":\"a\",\"reverse_label\":\"b\",\"pairs\":\"server > teapot\"}")
                .refused(422, "/pairs");
        assertThat(ada.delete("/relation-types/" + mark).status()).isEqualTo(403);
    }

    @Test
    void aRelationIsSeenByThoseWhoSeeBothItems() {
        var ours = item("linux_server", ",\"organisation\":\"" + cast.one() + "\"");
        var theirs = item("linux_server", ",\"organisation\":\"" + cast.two() + "\"");
        var own = relate("depends_on", ours, item("linux_server", ",\"organisation\":\"" + cast.one() + "\""), "")
                .is(201)
                .json()
                .get("number")
                .asString();
        var across = relate("depends_on", ours, theirs, "")
                .is(201)
                .json()
                .get("number")
                .asString();

        ada.get("/relations/" + across).is(200);
        ada.as("max").get("/relations/" + own).is(200);
        ada.as("max").get("/relations/" + across).problem(404);
        ada.as("tim").get("/relations/" + own).problem(404);
        ada.as("tim").get("/relations/" + across).problem(404);
        ada.as("max").delete("/relations/" + own).problem(403);
        ada.as("amir").delete("/relations/" + own).is(204);
    }
}
