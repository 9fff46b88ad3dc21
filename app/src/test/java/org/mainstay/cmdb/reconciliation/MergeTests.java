package org.mainstay.cmdb.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Making one item of two and taking it back, as a client of the API sees it; and pins.
@MainstayTest
class MergeTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private String item(String more) {
        return ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"%s\"%s}".formatted(mark, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private JsonNode read(String path) {
        return ada.get(path).is(200).json();
    }

    private String relate(String from, String to) {
        return ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    @Test
    void workAndRelationsMoveAndComeBack() {
        var survivor = item("");
        var duplicate = item(",\"serial_number\":\"M%s\",\"owner\":\"sam\"".formatted(mark));
        var other = item("");
        var moved = relate(other, duplicate);
        var shared = relate(duplicate, survivor);
        var incident = ada.post(
                        "/incidents",
                        "{\"title\":\"%s\",\"caller\":\"max\",\"configuration_item\":\"%s\"}"
                                .formatted(mark, duplicate))
                .is(201)
                .json()
                .get("number")
                .asString();

        ada.post("/configuration-items/" + survivor + "/merge?dry_run=true", "{\"duplicate\":\"" + duplicate + "\"}")
                .is(200);
        assertThat(read("/configuration-items/" + duplicate).get("status").asString())
                .isEqualTo("operational");
        ada.post("/configuration-items/" + survivor + "/merge", "{\"duplicate\":\"" + duplicate + "\"}")
                .is(200);

        assertThat(read("/incidents/" + incident)
                        .at("/configuration_item/number")
                        .asString())
                .isEqualTo(survivor);
        assertThat(read("/relations/" + moved).at("/to/number").asString()).isEqualTo(survivor);
        assertThat(read("/relations/" + shared).get("valid_to").isNull())
                .as("to itself")
                .isFalse();
        assertThat(read("/configuration-items/" + survivor).at("/owner/number").asString())
                .isEqualTo("sam");
        var gone = read("/configuration-items/" + duplicate);
        assertThat(gone.get("status").asString()).isEqualTo("retired");
        assertThat(gone.at("/merged_into/number").asString()).isEqualTo(survivor);
        ada.post("/configuration-items/" + survivor + "/merge", "{\"duplicate\":\"" + duplicate + "\"}")
                .refused(422, "/duplicate");

        ada.post("/configuration-items/" + duplicate + "/undo_merge", "").is(200);

        assertThat(read("/incidents/" + incident)
                        .at("/configuration_item/number")
                        .asString())
                .isEqualTo(duplicate);
        assertThat(read("/relations/" + moved).at("/to/number").asString()).isEqualTo(duplicate);
        assertThat(read("/relations/" + shared).get("valid_to").isNull()).isTrue();
        assertThat(read("/configuration-items/" + survivor).get("owner").isNull())
                .isTrue();
        assertThat(read("/configuration-items/" + duplicate).get("status").asString())
                .isEqualTo("operational");
        ada.post("/configuration-items/" + duplicate + "/undo_merge", "").problem(422);
        ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"%s\",\"serial_number\":\"M%s\"}".formatted(mark, mark))
                .refused(422, "/serial_number");
    }

    @Test
    void whatCannotBeOneIsRefused() {
        var one = item("");
        ada.post("/configuration-items/" + one + "/merge", "{\"duplicate\":\"" + one + "\"}")
                .refused(422, "/duplicate");
        ada.post("/configuration-items/" + one + "/merge", "{\"duplicate\":\"CI9999999\"}")
                .refused(422, "/duplicate");
        ada.post("/configuration-items/" + one + "/merge", "{}").refused(422, "/duplicate");
        var theirs = ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"%s\",\"organisation\":\"%s\"}"
                                .formatted(mark, cast.two()))
                .is(201)
                .json()
                .get("number")
                .asString();
        ada.post("/configuration-items/" + one + "/merge", "{\"duplicate\":\"" + theirs + "\"}")
                .refused(422, "/duplicate");
    }

    @Test
    void aPinHoldsWhateverSourcesSay() {
        var source = ada.post("/discovery/sources", "{\"name\":\"pins %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        var payload = """
                {"items":[{"ref":"p","class":"linux_server","values":{"name":"p-%s","os":"%s"},
                 "identifiers":[{"kind":"serial","value":"P%s"}]}]}""";
        var number = ada.post("/discovery/payloads?source=" + source, payload.formatted(mark, "Debian 12", mark))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
        var one = "/configuration-items/" + number;
        ada.send("PUT", one + "/pins/os", "{\"until\":\"2020-01-01T00:00:00Z\"}")
                .refused(422, "/until");
        ada.send("PUT", one + "/pins/no_such", "{}").problem(404);
        ada.send("PUT", one + "/pins/os", "{}").is(204);

        ada.post("/discovery/payloads?source=" + source, payload.formatted(mark, "Debian 13", mark))
                .is(200);

        assertThat(read(one).get("os").asString()).isEqualTo("Debian 12");
        var said = read(one + "/sources").get("items");
        var os = said.valueStream()
                .filter(it -> it.get("attribute").asString().equals("os"))
                .findFirst()
                .orElseThrow();
        assertThat(os.get("pinned").asBoolean()).isTrue();
        assertThat(os.get("disputed").asBoolean()).isTrue();
        assertThat(os.at("/sources/0/value").asString()).isEqualTo("Debian 13");
        assertThat(os.at("/former/0/value").asString()).isEqualTo("Debian 12");

        ada.delete(one + "/pins/os").is(204);
        ada.delete(one + "/pins/os").problem(404);
        ada.post("/discovery/payloads?source=" + source, payload.formatted(mark, "Debian 13", mark))
                .is(200);
        assertThat(read(one).get("os").asString()).isEqualTo("Debian 13");
    }
}
