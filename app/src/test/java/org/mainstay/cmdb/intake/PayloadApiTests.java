package org.mainstay.cmdb.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What programs tell at `/discovery/payloads`, as a client of the API sees it.
@MainstayTest
class PayloadApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Api ada;
    private String source = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        source = source("api");
    }

    private String source(String kind) {
        return ada.post("/discovery/sources", "{\"name\":\"%s %s\",\"kind\":\"%s\"}".formatted(kind, mark, kind))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private JsonNode deliver(String payload) {
        return deliver(source, payload);
    }

    private JsonNode deliver(String from, String payload) {
        return ada.post("/discovery/payloads?source=" + from, payload).is(200).json();
    }

    private String server(String ref, String name, String serial, String more) {
        return """
            {"ref":"%s","class":"linux_server","values":{"name":"%s","serial_number":"%s","memory_mb":16384%s},
             "identifiers":[{"kind":"serial","value":"%s","scope":"Dell"}]}
            """.formatted(ref, name, serial, more, serial);
    }

    private String serial(int number) {
        return "S" + mark.toUpperCase(Locale.ROOT) + number;
    }

    @Test
    void aThingIsMadeOnceAndKnownAgain() {
        var payload = "{\"items\":[" + server("web", "web01-" + mark, serial(1), "") + "]}";

        var first = deliver(payload);
        assertThat(first.get("created").asInt()).isEqualTo(1);
        var number = first.at("/items/0/item/number").asString();
        assertThat(first.at("/items/0/explanation/0").asString())
                .contains(serial(1))
                .contains("no item");

        var second = deliver(payload);
        assertThat(second.get("unchanged").asInt()).as(second.toString()).isEqualTo(1);
        assertThat(second.at("/items/0/item/number").asString()).isEqualTo(number);
        assertThat(second.at("/items/0/explanation/0").asString()).contains(number);
        var item = ada.get("/configuration-items/" + number).is(200).json();
        assertThat(item.get("version").asInt()).isEqualTo(1);
        assertThat(item.get("memory_mb").asInt()).isEqualTo(16384);
        assertThat(ada.get("/configuration-items/" + number + "/history")
                        .json()
                        .at("/items/0/by/label")
                        .asString())
                .isEqualTo("Discovery");
    }

    @Test
    void aRenamedThingWithTheSameSerialStaysOne() {
        deliver("{\"items\":[" + server("a", "old-" + mark, serial(2), "") + "]}");
        var renamed = deliver("{\"items\":[" + server("b", "new-" + mark, serial(2), "") + "]}");

        assertThat(renamed.get("updated").asInt()).as(renamed.toString()).isEqualTo(1);
        var found = ada.get("/configuration-items?filter=serial_number:" + serial(2))
                .json();
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.at("/items/0/name").asString()).isEqualTo("new-" + mark);
    }

    @Test
    void relationsBeginAreConfirmedAndEnd() {
        var whole = """
            {"items":[%s,
              {"ref":"db","class":"database","values":{"name":"orders"},
               "identifiers":[{"kind":"name_in_parent","value":"orders","scope":"host"}]},
              {"ref":"old","class":"database","values":{"name":"archive"},
               "identifiers":[{"kind":"name_in_parent","value":"archive","scope":"host"}]}],
             "relations":[{"type":"runs_on","from":"db","to":"host"},{"type":"runs_on","from":"old","to":"host"}]}
            """.formatted(server("host", "db01-" + mark, serial(3), ""));
        var first = deliver(whole);
        assertThat(first.get("created").asInt()).as(first.toString()).isEqualTo(3);
        assertThat(first.at("/relations/created").asInt()).isEqualTo(2);
        var archive = first.at("/items/2/item/number").asString();

        var second = deliver(whole);
        assertThat(second.at("/relations/confirmed").asInt()).isEqualTo(2);
        assertThat(second.get("unchanged").asInt()).isEqualTo(3);

        var fewer = """
            {"items":[%s,
              {"ref":"db","class":"database","values":{"name":"orders"},
               "identifiers":[{"kind":"name_in_parent","value":"orders","scope":"host"}]}],
             "relations":[{"type":"runs_on","from":"db","to":"host"}]}
            """.formatted(server("host", "db01-" + mark, serial(3), ""));
        var third = deliver(fewer);
        assertThat(third.at("/relations/ended").asInt()).as(third.toString()).isEqualTo(1);
        assertThat(third.get("retired").asInt()).isEqualTo(1);
        assertThat(ada.get("/configuration-items/" + archive)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("retired");

        var again = deliver(whole);
        assertThat(again.at("/items/2/item/number").asString()).isEqualTo(archive);
        assertThat(ada.get("/configuration-items/" + archive)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("operational");
    }

    @Test
    void brokenRecordsAreRefusedAloneAndTheRestIsDone() {
        var answer = deliver("""
            {"items":[%s,
              {"ref":"b","class":"no_such_class","values":{},"identifiers":[{"kind":"serial","value":"%s"}]},
              {"ref":"c","class":"linux_server","values":{"memory_mb":"much"},
               "identifiers":[{"kind":"serial","value":"%s"}]},
              {"ref":"d","class":"linux_server","values":{"name":"nameless"},"identifiers":[]},
              {"ref":"e","class":"linux_server","values":{"name":"x"},
               "identifiers":[{"kind":"serial","value":"To be filled by O.E.M."}]},
              {"ref":"f","class":"linux_server","values":{"colour":"red"},
               "identifiers":[{"kind":"serial","value":"%s"}]}],
             "relations":[{"type":"depends_on","from":"a","to":"b"},{"type":"no_such","from":"a","to":"a"}]}
            """.formatted(server("a", "ok-" + mark, serial(4), ""), serial(5), serial(6), serial(7)));

        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.get("refused").asInt()).isEqualTo(5);
        assertThat(answer.at("/items/1/problems/0/pointer").asString()).isEqualTo("/class");
        assertThat(answer.at("/items/2/problems/0/pointer").asString()).isEqualTo("/memory_mb");
        assertThat(answer.at("/items/3/problems/0/pointer").asString()).isEqualTo("/identifiers");
        assertThat(answer.at("/items/5/problems/0/pointer").asString()).isEqualTo("/colour");
        assertThat(answer.at("/relations/refused")).hasSize(2);
        ada.post("/discovery/payloads?source=" + source, "{\"items\":").problem(400);
        ada.post("/discovery/payloads", "{\"items\":[]}").refused(422, "/source");
        ada.post("/discovery/payloads?source=SRC9999999", "{\"items\":[]}").refused(422, "/source");
    }

    @Test
    void aDryRunTellsAndKeepsNothing() {
        var payload = "{\"items\":[" + server("dry", "dry-" + mark, serial(8), "") + "]}";

        var told = ada.post("/discovery/payloads?dry_run=true&source=" + source, payload)
                .is(200)
                .json();

        assertThat(told.get("created").asInt()).isEqualTo(1);
        assertThat(ada.get("/configuration-items?filter=serial_number:" + serial(8))
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(deliver(payload).get("created").asInt()).isEqualTo(1);
    }

    @Test
    void deliveriesOfTheSameThingAtTheSameTimeMakeOneItem() throws Exception {
        var payload = "{\"items\":[" + server("one", "one-" + mark, serial(9), "") + "]}";
        var calls = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> deliver(payload));
        }
        try (var clients = Executors.newFixedThreadPool(8)) {
            int created = 0;
            for (var answer : clients.invokeAll(calls)) {
                created += answer.get().get("created").asInt();
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(ada.get("/configuration-items?filter=serial_number:" + serial(9))
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void aHandMadeItemIsRecognisedByItsSerial() {
        var made = ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"mine-%s\",\"serial_number\":\"%s\",\"manufacturer\":\"Dell Inc.\"}"
                                .formatted(mark, serial(10)))
                .is(201)
                .json();
        ada.post(
                        "/configuration-items",
                        "{\"class\":\"linux_server\",\"name\":\"twin-%s\",\"serial_number\":\"%s\",\"manufacturer\":\"DELL\"}"
                                .formatted(mark, serial(10)))
                .refused(422, "/serial_number");

        var answer = deliver("{\"items\":[" + server("x", "theirs-" + mark, serial(10), "") + "]}");

        assertThat(answer.at("/items/0/item/number").asString())
                .isEqualTo(made.get("number").asString());
        var now =
                ada.get("/configuration-items/" + made.get("number").asString()).json();
        assertThat(now.get("name").asString())
                .as("what people entered counts first")
                .isEqualTo("mine-" + mark);
        assertThat(now.get("memory_mb").asInt())
                .as("what nobody entered is filled")
                .isEqualTo(16384);
    }

    @Test
    void theSourceOfTheLowerRankIsBelieved() {
        var scan = source("scan");
        var number = deliver(scan, "{\"items\":[" + server("s", "scanned-" + mark, serial(11), "") + "]}")
                .at("/items/0/item/number")
                .asString();
        deliver("{\"items\":[" + server("p", "told-" + mark, serial(11), "") + "]}");
        assertThat(ada.get("/configuration-items/" + number).json().get("name").asString())
                .isEqualTo("told-" + mark);
        deliver(scan, "{\"items\":[" + server("s", "scanned-again-" + mark, serial(11), "") + "]}");
        assertThat(ada.get("/configuration-items/" + number).json().get("name").asString())
                .isEqualTo("told-" + mark);
    }

    @Test
    void anotherClassIsAQuestionForPeopleAndANarrowerOneIsNot() {
        var number = deliver("""
            {"items":[{"ref":"u","class":"unknown_device","values":{"name":"u-%s"},
             "identifiers":[{"kind":"serial","value":"%s","scope":"Dell"}]}]}""".formatted(mark, serial(12)))
                .at("/items/0/item/number")
                .asString();
        deliver("{\"items\":[" + server("u", "u-" + mark, serial(12), "") + "]}");
        assertThat(ada.get("/configuration-items/" + number).json().get("class").asString())
                .isEqualTo("linux_server");

        deliver("""
            {"items":[{"ref":"u","class":"printer","values":{"name":"u-%s"},
             "identifiers":[{"kind":"serial","value":"%s","scope":"Dell"}]}]}""".formatted(mark, serial(12)));
        assertThat(ada.get("/configuration-items/" + number).json().get("class").asString())
                .isEqualTo("linux_server");
        var tasks = ada.get("/reconciliation-tasks?filter=item:" + number).json();
        assertThat(tasks.get("items")).hasSize(1);
        assertThat(tasks.at("/items/0/proposed_class").asString()).isEqualTo("printer");
        ada.post("/reconciliation-tasks/" + tasks.at("/items/0/number").asString() + "/reclassify", "{}")
                .is(200);
        assertThat(ada.get("/configuration-items/" + number).json().get("class").asString())
                .isEqualTo("printer");
    }

    @Test
    void twoItemsThatTurnOutToBeOneBecomeOne() {
        var mac = "44:85:00:%s:%s:01".formatted(mark.substring(0, 2), mark.substring(2, 4));
        var bySerial = deliver("{\"items\":[" + server("s", "half-" + mark, serial(13), "") + "]}")
                .at("/items/0/item/number")
                .asString();
        var byMac = deliver("""
            {"items":[{"ref":"m","class":"linux_server","values":{"name":"half-%s","os":"Debian"},
             "identifiers":[{"kind":"mac","value":"%s"}]}]}""".formatted(mark, mac)).at("/items/0/item/number").asString();
        assertThat(byMac).isNotEqualTo(bySerial);

        var both = deliver("""
            {"items":[{"ref":"b","class":"linux_server","values":{"name":"whole-%s"},
             "identifiers":[{"kind":"serial","value":"%s","scope":"Dell"},{"kind":"mac","value":"%s"}]}]}""".formatted(mark, serial(13), mac));

        var survivor = both.at("/items/0/item/number").asString();
        assertThat(List.of(bySerial, byMac)).contains(survivor);
        var whole = ada.get("/configuration-items/" + survivor).json();
        assertThat(whole.get("os").asString()).isEqualTo("Debian");
        assertThat(whole.get("memory_mb").asInt()).isEqualTo(16384);
        var other = survivor.equals(byMac) ? bySerial : byMac;
        var gone = ada.get("/configuration-items/" + other).json();
        assertThat(gone.get("status").asString()).isEqualTo("retired");
        assertThat(gone.at("/merged_into/number").asString()).isEqualTo(survivor);
    }

    @Test
    void aPreviewSaysWhatARuleWouldTakeForOne() {
        var kind = "tag_" + mark;
        var payload = """
                {"items":[{"ref":"a","class":"linux_server","values":{},
                 "identifiers":[{"kind":"serial","value":"%s"},{"kind":"%s","value":"same"}]},
                 {"ref":"b","class":"linux_server","values":{},
                 "identifiers":[{"kind":"serial","value":"%s"},{"kind":"%s","value":"same"}]}]}""";
        var told = deliver(payload.formatted(serial(17), kind, serial(18), kind));
        assertThat(told.get("created").asInt()).isEqualTo(2);

        var rule = "{\"identifier\":\"%s\",\"position\":5}".formatted(kind);
        var plan = ada.post("/identification-rules?dry_run=true", rule).is(200).text();

        assertThat(plan)
                .contains(told.at("/items/0/item/number").asString())
                .contains(told.at("/items/1/item/number").asString());
        ada.post("/identification-rules", "{\"identifier\":\"No Kind\",\"position\":5}")
                .refused(422, "/identifier");
    }

    @Test
    void aRuleSaysWhatUnknownDevicesAre() {
        ada.post(
                        "/classification-rules",
                        "{\"name\":\"x\",\"condition\":\"os:\",\"position\":1,\"ci_class\":\"printer\"}")
                .refused(422, "/condition");
        var rule = ada.post(
                        "/classification-rules",
                        "{\"name\":\"Printers\",\"condition\":\"os:jet%s\",\"position\":10,\"ci_class\":\"printer\"}"
                                .formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();

        var answer = deliver("""
                {"items":[{"ref":"p","class":"unknown_device","values":{"os":"jet%s"},
                 "identifiers":[{"kind":"serial","value":"%s"}]},
                 {"ref":"q","class":"unknown_device","values":{"os":"else"},
                 "identifiers":[{"kind":"serial","value":"%s"}]}]}""".formatted(mark, serial(15), serial(16)));

        assertThat(answer.at("/items/0/item/class").asString()).isEqualTo("printer");
        assertThat(answer.at("/items/1/item/class").asString()).isEqualTo("unknown_device");
        ada.delete("/classification-rules/" + rule).is(204);
    }

    @Test
    void itemsOfAnotherOrganisationAreNeitherKnownNorInTheWay() {
        var number = deliver("{\"items\":[" + server("o", "ours-" + mark, serial(14), "") + "]}")
                .at("/items/0/item/number")
                .asString();
        assertThat(number).startsWith("CI");
        for (var who : List.of("olga", "mia")) {
            ada.as(who)
                    .post("/discovery/payloads?source=" + source, "{\"items\":[]}")
                    .problem(403);
            ada.as(who).get("/discovery/sources/" + source).problem(404);
        }
    }
}
