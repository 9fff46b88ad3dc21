package org.mainstay.cmdb.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files that are delivered on the pages of a source, and the page on which a mapping is made.
@MainstayTest
class MappingPagesTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OWNED = """
            [{"from":"Name","to":"name"},{"from":"Serial","to":"serial_number"},{"from":"Maker","to":"manufacturer"},
             {"from":"Owner","to":"owner"},{"from":"On","to":"relation","type":"runs_on","class":"server"}]""";
    private static final String HEADER = "Name,Serial,Maker,Owner,On\n";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api ada;
    private Client client;
    private String cookie = "";
    private String csrf = "";
    private String source = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        client = new Client(port);
        cookie = client.signIn("ada", Cast.PASSWORD);
        csrf = client.csrf(cookie);
        source = number(ada.post("/discovery/sources", "{\"name\":\"pages %s\",\"kind\":\"file\"}".formatted(mark)));
    }

    private static String number(Api.Answer answer) {
        return answer.is(201).json().get("number").asString();
    }

    private String mapping(String format, String lines, boolean header) {
        return number(ada.post(
                "/discovery-mappings",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("name", "Mapping " + mark)
                        .put("source", source)
                        .put("format", format)
                        .put("ci_class", "linux_server")
                        .put("header", header)
                        .put("lines", lines)
                        .toString()));
    }

    /// Tries a file and returns the page of its delivery.
    private String tried(String mapping, String content) {
        var answer = client.upload(
                "/discovery-sources/" + source + "/deliver",
                "C:\\files\\list.csv",
                content.getBytes(StandardCharsets.UTF_8),
                Map.of("mapping", mapping, "_csrf", csrf),
                "Cookie",
                cookie);
        return page(answer);
    }

    private String taken(String mapping, String content) {
        return page(client.send(
                "POST", tried(mapping, content) + "/take", "_csrf=" + csrf, "Cookie", cookie, "Content-Type", FORM));
    }

    private String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var page = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        Set.of("done", "failed").contains(job(page).get("state").asString()));
        return page;
    }

    private JsonNode job(String page) {
        return ada.get("/jobs/" + page.substring(page.lastIndexOf('/') + 1))
                .is(200)
                .json();
    }

    private String get(String path) {
        var answer = client.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void created(String name, String serial, String maker) {
        ada.post("/configuration-items", """
                        {"class":"linux_server","name":"%s","serial_number":"%s","manufacturer":"%s"}""".formatted(name, serial, maker)).is(201);
    }

    @Test
    void aRefusedRecordIsToldOfOnceThoughItsRelationLeadsNowhere() {
        created("known-" + mark, "K" + mark, "Dell");
        var page = taken(
                mapping("csv", OWNED, true), HEADER + "known-%1$s,K%1$s,Dell,nobody-%1$s,nowhere\n".formatted(mark));
        var job = job(page);
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.at("/result/refused").asInt()).isEqualTo(1);
        assertThat(get(page + "/refused"))
                .contains("Owner")
                .doesNotContain("runs_on")
                .hasLineCount(2);
    }

    @Test
    void aSerialOfTwoMakersIsToldByItsMakerInTheRelationsToo() {
        created("dell-" + mark, "T" + mark, "Dell");
        created("lenovo-" + mark, "T" + mark, "Lenovo");
        created("host-" + mark, "H" + mark, "Dell");
        var page = taken(mapping("csv", OWNED, true), HEADER + "lenovo-%1$s,T%1$s,Lenovo,,host-%1$s\n".formatted(mark));
        var job = job(page);
        assertThat(job.at("/result/refused").asInt()).as(job.toString()).isZero();
        var lenovo = ada.get("/configuration-items?filter=name:lenovo-" + mark)
                .json()
                .at("/items/0/number")
                .asString();
        assertThat(ada.get("/relations?filter=from:" + lenovo).json().get("items"))
                .hasSize(1);
    }

    @Test
    void whatIsPassedOverIsCountedWithoutThoseWhoseRelationIsRefused() {
        var page =
                taken(mapping("csv", OWNED, true), HEADER + "a%1$s,A%1$s,Dell,,nowhere-%1$s\n,,,,\n".formatted(mark));
        assertThat(job(page).at("/result/created").asInt()).isEqualTo(1);
        assertThat(job(page).at("/result/refused").asInt()).isEqualTo(1);
        assertThat(get(page)).contains("1 records are of nothing that the mapping is about");
        assertThat(get(page + "/refused")).contains("nowhere-" + mark).hasLineCount(2);
    }

    @Test
    void aFileIsTriedInPartsAndItsRelationsLeadFurtherDown() {
        var mapping = mapping("csv", OWNED, true);
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 700; i++) {
            file.append("p%d-%s,P%s%d,Dell,,%s\n"
                    .formatted(i, mark, mark, i, i == 0 ? "p699-" + mark : i == 1 ? "gone-" + mark : ""));
        }
        var page = tried(mapping, file.toString());
        assertThat(job(page).at("/result/created").asInt()).isEqualTo(700);
        assertThat(job(page).at("/result/refused").asInt()).isEqualTo(1);
        assertThat(get(page + "/refused")).contains("gone-" + mark).doesNotContain("p699-" + mark + ",P");
        assertThat(ada.get("/configuration-items?filter=serial_number:P" + mark + "1")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aFileWithoutRecordsIsADeliveryToo() {
        taken(mapping("csv", OWNED, true), HEADER);
        var health = ada.get("/discovery/sources/" + source).json();
        assertThat(health.at("/last_delivery/created").asInt(-1))
                .as(health.toString())
                .isZero();
    }

    @Test
    void whatIsRefusedOfAFileWithoutHeaderHasNoneEither() {
        var mapping = mapping("csv", """
                [{"from":"1","to":"name"},{"from":"2","to":"serial_number"},{"from":"3","to":"memory_mb"}]""", false);
        var page = taken(mapping, "n%1$s,N%1$s,much\n".formatted(mark));
        var refused = get(page + "/refused");
        assertThat(refused).hasLineCount(1).startsWith("n" + mark + ",N" + mark + ",much,");
    }

    @Test
    void whatIsRefusedOfADocumentSaysThatItIsAnotherSortOfFile() {
        var mapping = mapping("json", """
                [{"from":"/name","to":"name"},{"from":"/s","to":"serial_number"},{"from":"/ram","to":"memory_mb"}]""", true);
        var page = taken(mapping, "[{\"name\":\"d\",\"s\":\"D%s\",\"ram\":\"much\"}]".formatted(mark));
        assertThat(get(page)).contains("one JSON document on each line");
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The form of a mapping as a browser sends it: each field of a line once for each line.
    private String form(List<String> columns, String work) {
        var lines = columns.stream()
                .map(it -> field("line.from", it)
                        + field("line.to", it.equals("c0") ? "name" : it.equals("c1") ? "serial_number" : "description")
                        + List.of(
                                        "value",
                                        "letters",
                                        "split",
                                        "date",
                                        "comma",
                                        "skip",
                                        "table",
                                        "scope",
                                        "type",
                                        "direction",
                                        "class",
                                        "by")
                                .stream()
                                .map(name -> field("line." + name, ""))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        return "_csrf=" + csrf + field("name", "Wide " + mark) + field("ci_class", "linux_server")
                + field("format", "csv") + field("header", "true") + lines + field("do", work);
    }

    private HttpResponse<String> send(String path, String form) {
        return client.send("POST", path, form, "Cookie", cookie, "Content-Type", FORM);
    }

    @Test
    void aMappingOfAHundredColumnsIsLookedAtAndSaved() {
        var columns = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            columns.add("c" + i);
        }
        var path = "/discovery-sources/" + source + "/mappings";
        var looked = send(path, form(columns, "look"));
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("value=\"c99\"");
        assertThat(send(path, form(columns, "save")).statusCode()).isEqualTo(302);
        var made = ada.get("/discovery-mappings?filter=source:" + source).json().at("/items/0/number");
        assertThat(ada.get("/discovery-mappings/" + made.asString()).text()).contains("c99");
    }

    /// The same form as a browser sends it with a file.
    private String withFile(String form, String content) {
        var parts = Arrays.stream(form.split("&"))
                .map(it -> it.split("=", 2))
                .map(it -> "--b\r\nContent-Disposition: form-data; name=\"" + it[0] + "\"\r\n\r\n"
                        + URLDecoder.decode(it[1], StandardCharsets.UTF_8) + "\r\n")
                .collect(Collectors.joining());
        return parts + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"more.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    @Test
    void anotherSampleKeepsWhatWasTyped() {
        var columns = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            columns.add("c" + i);
        }
        var page = client.send(
                "POST",
                "/discovery-sources/" + source + "/mappings",
                withFile(form(columns, "look"), "c0,c1,Serial number\na,b,c\n"),
                "Cookie",
                cookie,
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"Wide " + mark + "\"", "value=\"c99\"", "value=\"Serial number\"");
    }

    @Test
    void theFormatIsToldByTheTextOfAFileHoweverItIsPacked() throws IOException {
        // columns that are called like no attribute
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"zq\":1}\n{\"zq\":2}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(looked("a.ndjson.gz", packed.toByteArray())).isEqualTo("ndjson");
        assertThat(looked("a.json", "\ufeff[{\"zq\":1}]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("json");
        assertThat(looked("a.json", "[{\"zq\":1}]".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("json");
        assertThat(looked("a.csv", "zq,zr\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("csv");
    }

    /// The format that the page takes the file for.
    private String looked(String name, byte[] content) {
        var page = client.upload(
                "/discovery-sources/" + source + "/mappings",
                name,
                content,
                Map.of("_csrf", csrf, "format", "csv", "do", "look"),
                "Cookie",
                cookie);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body().replaceAll("(?s).*<option value=\"(csv|json|ndjson)\" selected.*", "$1");
    }

    @Test
    void oneOfTwoWhoChangeAMappingIsToldAndKeepsWhatTheyTyped() {
        var mapping =
                mapping("csv", "[{\"from\":\"c0\",\"to\":\"name\"},{\"from\":\"c1\",\"to\":\"serial_number\"}]", true);
        var path = "/discovery-mappings/" + mapping + "/columns";
        var version = version(get(path));
        assertThat(send(path, form(List.of("c0", "c1", "c2"), "save") + field("version", version))
                        .statusCode())
                .isEqualTo(302);
        var stale = send(path, form(List.of("c0", "c1", "c3"), "save") + field("version", version));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Somebody else changed the same fields", "value=\"c3\"");
        assertThat(ada.get("/discovery-mappings/" + mapping).text())
                .contains("\"c2\\\"")
                .doesNotContain("\"c3\\\"");
        assertThat(send(path, form(List.of("c0", "c1", "c3"), "save") + field("version", version(stale.body())))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ada.get("/discovery-mappings/" + mapping).text()).contains("\"c3\\\"");
    }

    private static String version(String page) {
        var found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
