package org.mainstay.cmdb.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files that a mapping explains, as a client of the API delivers them.
@MainstayTest
class MappingApiTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String LINES = """
            [{"from":"Name","to":"name"},
             {"from":"Serial no","to":"serial_number"},
             {"from":"Vendor","to":"manufacturer","table":{"DELL":"Dell"}},
             {"from":"RAM","to":"memory_mb","comma":true},
             {"from":"MACs","to":"identifier.mac","split":";"},
             {"from":"Boot","to":"last_boot_at","date":"MM/dd/yyyy"},
             {"to":"environment","value":"production"},
             {"from":"Runs on","to":"relation","type":"runs_on","class":"server"}]""";

    private static final String HEADER = "Name;Serial no;Vendor;RAM;MACs;Boot;Runs on\n";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api ada;
    private String source = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        source = source("file");
    }

    private String source(String kind) {
        return ada.post("/discovery/sources", "{\"name\":\"%s %s\",\"kind\":\"%s\"}".formatted(kind, mark, kind))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private Api.Answer mapping(String format, String itemClass, String more, String lines) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("name", "Mapping " + mark)
                .put("source", source)
                .put("format", format)
                .put("lines", lines);
        if (!itemClass.isEmpty()) {
            body.put("ci_class", itemClass);
        }
        if (!more.isEmpty()) {
            body.setAll((ObjectNode) JsonMapper.shared().readTree(more));
        }
        return ada.post("/discovery-mappings", body.toString());
    }

    private String made(String format, String itemClass, String more, String lines) {
        return mapping(format, itemClass, more, lines)
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private Api.Answer send(String mapping, String type, String content) {
        return ada.post("/discovery/payloads?mapping=" + mapping, content, "Content-Type", type);
    }

    private JsonNode csv(String mapping, String content) {
        return send(mapping, "text/csv", content).is(200).json();
    }

    private String row(int number, String more) {
        return "web%d-%s;S%s%d;DELL;16.384,0;02:00:00:00:00:0%d;08/24/2026;%s\n"
                .formatted(number, mark, mark, number, number, more);
    }

    @Test
    void rowsBecomeItemsAndTheSameFileAgainChangesNothing() {
        var mapping = made("csv", "linux_server", "", LINES);
        var file = HEADER + row(1, "") + row(2, "web1-" + mark);

        var first = csv(mapping, file);
        assertThat(first.get("created").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(first.at("/relations/created").asInt()).as(first.toString()).isEqualTo(1);
        assertThat(first.at("/items/0/ref").asString()).isEqualTo("row 2");
        var item = ada.get("/configuration-items/"
                        + first.at("/items/0/item/number").asString())
                .json();
        assertThat(item.get("name").asString()).isEqualTo("web1-" + mark);
        assertThat(item.get("manufacturer").asString()).isEqualTo("Dell");
        assertThat(item.get("memory_mb").asInt()).isEqualTo(16384);
        assertThat(item.get("environment").asString()).isEqualTo("production");
        assertThat(item.get("last_boot_at").asString()).startsWith("2026-08-24T00");

        var second = csv(mapping, file);
        assertThat(second.get("unchanged").asInt()).as(second.toString()).isEqualTo(2);
        assertThat(second.at("/relations/created").asInt()).isZero();
        assertThat(second.at("/relations/confirmed").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidWithItsRowAndColumnAndTheRestIsTaken() {
        var mapping = made("csv", "linux_server", "", LINES);
        var answer = csv(
                mapping,
                HEADER + row(3, "") + "bad;S" + mark + "x;Dell;a lot;;;\nragged;row\n" + ";;;;;;\n"
                        + row(4, "nowhere-" + mark));

        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.get("refused").asInt()).isEqualTo(2);
        assertThat(answer.at("/unreadable/0/pointer").asString()).isEqualTo("/rows/3/RAM");
        assertThat(answer.at("/unreadable/1/pointer").asString()).isEqualTo("/rows/4");
        assertThat(answer.at("/relations/refused/0/problems/0/detail").asString())
                .contains("nowhere-" + mark);
    }

    @Test
    void aClassComesFromAColumnAndOthersArePassedOver() {
        var mapping = made("csv", "", "", """
                [{"from":"Type","to":"class","table":{"Server":"linux_server","Switch":"network_switch"}},
                 {"from":"Name","to":"name"},{"from":"Serial","to":"serial_number"},{"from":"RAM","to":"memory_mb"}]""");
        var answer = csv(
                mapping,
                "Type,Name,Serial,RAM\nServer,a%1$s,A%1$s,8\nswitch,b%1$s,B%1$s,1\nChair,c%1$s,C%1$s,\n"
                        .formatted(mark));

        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.at("/items/1/item/class").asString()).isEqualTo("network_switch");
        assertThat(answer.get("items")).hasSize(2);
    }

    @Test
    void aClassThatCannotBeReadRefusesItsRecordAlone() {
        var mapping = made("csv", "", "", """
                [{"from":"Type","to":"class","table":{"Server":"linux_server"}},
                 {"from":"Name","to":"name"},{"from":"Serial","to":"serial_number"}]""");
        var answer = csv(mapping, "Type,Name,Serial\nSer\u0001ver,a,A%1$s\nServer,b,B%1$s\n".formatted(mark));
        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.at("/unreadable/0/pointer").asString()).isEqualTo("/rows/2/Type");
    }

    @Test
    void aSeparatorInANumberGroupsThreeDigitsOrIsRefused() {
        var lines = """
                [{"from":"s","to":"serial_number"},{"from":"ram","to":"memory_mb"%s}]""";
        var english = made("csv", "linux_server", "", lines.formatted(""));
        assertThat(memory(english, "1,024", "16 384", "2.0", "1'024.0", "512"))
                .containsExactly("1024", "16384", "2", "1024", "512");
        assertThat(memory(english, "1,5", "1.234,5", "10,24", "1 5")).containsOnly("refused");
        var german = made("csv", "linux_server", "", lines.formatted(",\"comma\":true"));
        assertThat(memory(german, "1.024", "16.384,0", "2,0")).containsExactly("1024", "16384", "2");
        assertThat(memory(german, "1.5", "1,234.0", "10.24")).containsOnly("refused");
    }

    /// What becomes of each text as a number of megabytes.
    private List<String> memory(String mapping, String... texts) {
        var file = new StringBuilder("s;ram\n");
        var rows = new AtomicInteger();
        Arrays.stream(texts)
                .forEach(it -> file.append("N%s%s%d;%s\n".formatted(mark, mapping, rows.incrementAndGet(), it)));
        var answer = csv(mapping, file.toString());
        var refused = answer.get("unreadable").size();
        if (refused > 0) {
            return Collections.nCopies(texts.length, refused == texts.length ? "refused" : answer.toString());
        }
        return answer.get("items")
                .valueStream()
                .map(it -> ada.get(
                                "/configuration-items/" + it.at("/item/number").asString())
                        .json()
                        .get("memory_mb")
                        .asString())
                .toList();
    }

    @Test
    void recordsAreFoundInJsonWhereverTheyAre() {
        var mapping = made("json", "linux_server", "{\"records\":\"/sites/*/devices\"}", """
                [{"from":"/name","to":"name"},{"from":"/hw/serial","to":"serial_number"},
                 {"from":"/ports/*/mac","to":"identifier.mac"}]""");
        var document = """
                {"about":{"devices":[1,2]},"sites":[
                  {"devices":[{"name":"j1%1$s","hw":{"serial":"J1%1$s"},"ports":[{"mac":"3c:ec:ef:00:00:01"},{"mac":"3c:ec:ef:00:00:02"}]}]},
                  {"devices":[{"name":"j2%1$s","hw":{"serial":"J2%1$s"}}, 7]}]}""".formatted(mark);
        var answer = send(mapping, "application/json", document).is(200).json();

        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.at("/unreadable/0/pointer").asString()).isEqualTo("/rows/3");
        send(mapping, "application/json", "{\"sites\":[]}").problem(400);
        send(mapping, "application/json", "{\"sites\":[{\"devices\":[" + "[".repeat(100))
                .problem(400);
        send(mapping, "application/json", "{\"sites\":[]} {}").problem(400);
    }

    @Test
    void aBrokenLineOfJsonLinesIsRefusedAlone() {
        var mapping = made("ndjson", "linux_server", "", """
                [{"from":"/name","to":"name"},{"from":"/serial","to":"serial_number"}]""");
        var answer = send(
                        mapping,
                        "application/x-ndjson",
                        "{\"name\":\"l1\",\"serial\":\"L1%1$s\"}\n{oops\n\n{\"name\":\"l2\",\"serial\":\"L2%1$s\"}\n"
                                .formatted(mark))
                .is(200)
                .json();
        assertThat(answer.get("created").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.at("/unreadable/0/pointer").asString()).isEqualTo("/rows/2");
    }

    @Test
    void aMappingIsCheckedWhenItIsSaved() {
        mapping("csv", "linux_server", "", "[{\"from\":\"a\",\"to\":\"colour\"}]")
                .refused(422, "/lines");
        mapping("csv", "linux_server", "", "[{\"from\":\"a\",\"to\":\"page_count\"}]")
                .refused(422, "/lines");
        mapping("csv", "", "", "[{\"from\":\"a\",\"to\":\"name\"}]").refused(422, "/lines");
        mapping("csv", "linux_server", "", "[{\"from\":\"a\",\"to\":\"name\",\"oops\":1}]")
                .refused(422, "/lines");
        mapping("csv", "linux_server", "", "[{\"to\":\"name\"}]").refused(422, "/lines");
        mapping("json", "linux_server", "", "[{\"from\":\"a\",\"to\":\"name\"}]")
                .refused(422, "/lines");
        mapping("csv", "linux_server", "", "{").refused(422, "/lines");
        mapping("csv", "linux_server", "", "[{\"from\":\"a\",\"to\":\"relation\",\"type\":\"none\"}]")
                .refused(422, "/lines");
        mapping("json", "linux_server", "{\"records\":\"x\"}", "[{\"from\":\"/a\",\"to\":\"name\"}]")
                .refused(422, "/records");
        source = source("scan");
        mapping("csv", "linux_server", "", LINES).refused(422, "/source");
    }

    @Test
    void filesThatAreNoneAreRefusedWithASentence() {
        var mapping = made("csv", "linux_server", "", LINES);
        send(mapping, "text/csv", "Name;Vendor\na;b\n").problem(400);
        send(mapping, "text/csv", "Name;Name\na;b\n").problem(400);
        send(mapping, "text/csv", "").problem(400);
        send(mapping, "text/csv", "\"unclosed").problem(400);
        send(mapping, "text/csv", "c;".repeat(10_000) + "\n").problem(400);
        ada.post("/discovery/payloads", "a,b\n", "Content-Type", "text/csv").refused(422, "/mapping");
        ada.post("/discovery/payloads?mapping=DMP9999999", "a,b\n", "Content-Type", "text/csv")
                .refused(422, "/mapping");
    }

    @Test
    void formulasAreTextAndTextIsKept() {
        var mapping = made("csv", "linux_server", "", """
                [{"from":"n","to":"name"},{"from":"s","to":"serial_number"},{"from":"d","to":"description"}]""");
        var answer = csv(mapping, "n,s,d\n=1+1,F%s,\"@SUM(A1) <script>\"\n".formatted(mark));
        var item = ada.get("/configuration-items/"
                        + answer.at("/items/0/item/number").asString())
                .json();
        assertThat(item.get("name").asString()).isEqualTo("=1+1");
        assertThat(item.get("description").asString()).isEqualTo("@SUM(A1) <script>");
    }

    @Test
    void peopleOfAnotherOrganisationNeitherSeeNorUseIt() {
        var mapping = made("csv", "linux_server", "", LINES);
        var olga = ada.as("olga");
        olga.get("/discovery-mappings/" + mapping).is(404);
        olga.post("/discovery/payloads?mapping=" + mapping, HEADER, "Content-Type", "text/csv")
                .is(403);
        ada.as("sam").get("/discovery-mappings/" + mapping).is(404);
    }

    @Test
    void aDryRunKeepsNothing() {
        var mapping = made("csv", "linux_server", "", LINES);
        var path = "/discovery/payloads?dry_run=true&mapping=" + mapping;
        var dry =
                ada.post(path, HEADER + row(7, ""), "Content-Type", "text/csv").is(200);
        assertThat(dry.json().get("created").asInt()).isEqualTo(1);
        assertThat(ada.get("/configuration-items?filter=serial_number:S" + mark + "7")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void longFilesBecomeJobsWhoseRelationsLeadFurtherDown() {
        var mapping = made("csv", "linux_server", "", LINES);
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 6_000; i++) {
            file.append("h%d-%s;H%s%d;Dell;%s;;;%s\n"
                    .formatted(i, mark, mark, i, i % 1_000 == 5 ? "much" : "1024", i == 0 ? "h5999-" + mark : ""));
        }
        var queued = send(mapping, "text/csv", file.toString()).is(202);
        var job = job(queued.header("Location").replace("/api/v1", ""));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.at("/result/created").asInt()).isEqualTo(5_994);
        assertThat(job.at("/result/refused").asInt()).isEqualTo(6);
        var refused = ada.get(job.get("refused_url").asString().replace("/api/v1", ""))
                .is(200)
                .text();
        assertThat(refused).contains("much").contains("RAM").hasLineCount(7);
        var first = ada.get("/configuration-items?filter=serial_number:H" + mark + "0")
                .json();
        var item = first.at("/items/0/number").asString();
        assertThat(ada.get("/relations?filter=from:" + item).json().get("items"))
                .hasSize(1);

        var again = send(mapping, "text/csv", file.toString()).is(202);
        var second = job(again.header("Location").replace("/api/v1", ""));
        assertThat(second.at("/result/unchanged").asInt()).as(second.toString()).isEqualTo(5_994);
        assertThat(second.at("/result/created").asInt()).isZero();
        var health = ada.get("/discovery/sources/" + source).json();
        assertThat(health.at("/last_delivery/unchanged").asInt()).isEqualTo(5_994);
    }

    private JsonNode job(String path) {
        await().atMost(PATIENCE)
                .until(() -> Set.of("done", "failed")
                        .contains(ada.get(path).is(200).json().get("state").asString()));
        return ada.get(path).json();
    }
}
