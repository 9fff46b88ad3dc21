package org.mainstay.cmdb.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Agents at `/inventory/{token}` and a scanner's file: with Debian's own agent and nmap.
@MainstayTest
class InventoryApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @TempDir
    Path folder;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient client = HttpClient.newHttpClient();
    private Api ada;
    private String token = "";
    private String source = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        var made = ada.post("/discovery/sources", "{\"name\":\"agents %s\",\"kind\":\"inventory\"}".formatted(mark))
                .is(201)
                .json();
        token = made.get("token").asString();
        source = made.get("number").asString();
    }

    private HttpResponse<byte[]> call(String key, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/inventory/" + key))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zlib(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String unzlib(byte[] body) throws IOException {
        return new String(
                new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private String laptop(String name) {
        return """
            <?xml version="1.0" encoding="UTF-8" ?>
            <REQUEST><CONTENT>
              <BIOS><SMANUFACTURER>Fennek Inc.</SMANUFACTURER><SMODEL>Dune 14</SMODEL><SSN>FK%s</SSN></BIOS>
              <HARDWARE><CHASSIS_TYPE>Notebook</CHASSIS_TYPE><MEMORY>15890</MEMORY><NAME>%s</NAME>
                <VMSYSTEM>Physical</VMSYSTEM></HARDWARE>
              <SOFTWARES><NAME>gitg</NAME><VERSION>3.32</VERSION></SOFTWARES>
              <SOFTWARES><NAME>vim</NAME><VERSION>9.1</VERSION></SOFTWARES>
            </CONTENT><DEVICEID>%s-2026-01-02-03-04-05</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>
            """.formatted(mark, name, name);
    }

    private JsonNode items(String filter) {
        return ada.get("/configuration-items?filter=" + filter).is(200).json().get("items");
    }

    @Test
    void anAgentAsksAndDelivers() throws IOException {
        var prolog = zlib("<?xml version=\"1.0\"?><REQUEST><DEVICEID>dune-2026-01-02-03-04-05</DEVICEID>"
                + "<QUERY>PROLOG</QUERY></REQUEST>");
        var asked = call(token, prolog, "Content-Type", "application/x-compress-zlib");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(unzlib(asked.body())).contains("<RESPONSE>SEND</RESPONSE>");

        var delivered = call(token, zlib(laptop("dune-" + mark)), "Content-Type", "application/x-compress-zlib");
        assertThat(delivered.statusCode()).isEqualTo(200);
        var found = items("serial_number:FK" + mark.toUpperCase(Locale.ROOT));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("memory_mb").asInt()).isEqualTo(15890);
        var relations = ada.get(
                        "/relations?filter=to:" + found.get(0).get("number").asString())
                .json()
                .get("items");
        assertThat(relations).hasSize(2);

        call(token, zlib(laptop("renamed-" + mark)), "Content-Type", "application/x-compress-zlib");
        var renamed = items("serial_number:FK" + mark.toUpperCase(Locale.ROOT));
        assertThat(renamed).hasSize(1);
        assertThat(renamed.get(0).get("name").asString()).isEqualTo("renamed-" + mark);
        assertThat(renamed.get(0).get("version").asInt()).isEqualTo(2);

        var health = ada.get("/discovery/sources/" + source).json();
        assertThat(health.get("items").asInt()).isEqualTo(3);
        assertThat(health.get("deliveries_last_day").asInt()).isEqualTo(2);
        assertThat(health.get("last_seen").isNull()).isFalse();
    }

    @Test
    void theTongueOfGlpiIsAnsweredInItsOwn() {
        var contact = "{\"action\":\"contact\",\"deviceid\":\"dune\",\"name\":\"GLPI-Agent\",\"version\":\"1.7\"}";
        var answer = call(
                token,
                contact.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "GLPI-Agent-ID",
                UUID.randomUUID().toString(),
                "GLPI-Request-ID",
                "3FA01C2B");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"status\":\"ok\"");
        assertThat(answer.headers().firstValue("GLPI-Request-ID")).contains("3FA01C2B");
    }

    @Test
    void whoHasNoTokenOrBringsNoInventoryIsRefused() throws IOException {
        assertThat(call("x".repeat(43), zlib(laptop("no"))).statusCode()).isEqualTo(401);
        assertThat(call("short", new byte[0]).statusCode()).isEqualTo(401);
        assertThat(call(token, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(call(token, "<REQUEST>".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        var entity =
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><REQUEST><CONTENT>&e;</CONTENT></REQUEST>";
        assertThat(call(token, entity.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(call(token, zlib("<REQUEST>" + " ".repeat(300_000_000))).statusCode())
                .isEqualTo(400);
        assertThat(call(token, new byte[33 * 1024 * 1024]).statusCode()).isEqualTo(413);
        var health = ada.get("/discovery/sources/" + source).json();
        assertThat(health.get("failed_last_day").asInt()).isEqualTo(4);

        var renewed =
                ada.post("/discovery/sources/" + source + "/token", "").is(200).json();
        assertThat(call(token, zlib(laptop("old"))).statusCode())
                .as("the old token")
                .isEqualTo(401);
        assertThat(call(renewed.get("token").asString(), zlib(laptop("new-" + mark)))
                        .statusCode())
                .isEqualTo(200);
        ada.patch("/discovery-sources/" + source, "{\"active\":false}").is(200);
        assertThat(call(renewed.get("token").asString(), zlib(laptop("off"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAgentOfDebianFillsTheItemsAndASecondRunChangesNothing() throws Exception {
        runAgent();
        var first = lastDelivery();
        assertThat(first.get("created").asInt()).as(first.toString()).isPositive();
        assertThat(first.get("refused").asInt()).as(first.toString()).isZero();
        runAgent();
        var second = lastDelivery();
        assertThat(second.get("created").asInt()).as(second.toString()).isZero();
        assertThat(second.get("updated").asInt()).as(second.toString()).isZero();
        assertThat(second.get("unchanged").asInt())
                .isEqualTo(first.get("created").asInt());
    }

    private void runAgent() throws Exception {
        run(
                "fusioninventory-agent",
                "--server=http://127.0.0.1:" + port + "/inventory/" + token,
                "--force",
                "--tasks=inventory");
    }

    private JsonNode lastDelivery() {
        return ada.get("/discovery/sources/" + source).json().get("last_delivery");
    }

    @Test
    void nmapsScanOfThisMachineIsTaken() throws Exception {
        var scan = folder.resolve("scan.xml");
        run("nmap", "-oX", scan.toString(), "-p", String.valueOf(port), "127.0.0.1");
        var scanner = ada.post("/discovery/sources", "{\"name\":\"scan %s\",\"kind\":\"scan\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        for (int round = 0; round < 2; round++) {
            var answer = ada.post(
                            "/discovery/payloads?source=" + scanner,
                            Files.readString(scan),
                            "Content-Type",
                            "application/xml")
                    .is(200)
                    .json();
            assertThat(answer.get(round == 0 ? "created" : "unchanged").asInt())
                    .as(answer.toString())
                    .isEqualTo(1);
        }
    }

    private void run(String... command) throws Exception {
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", Files.readString(log)).isZero();
    }
}
