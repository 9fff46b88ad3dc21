package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// HTML and script that somebody typed are text wherever they are shown.
@MainstayTest
class ScriptTests {

    private static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>";
    private static final List<String> RAW = List.of("<script>alert", "<img src=x");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private Api ada;
    private Client client;
    private String cookie;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        client = new Client(port);
        cookie = client.signIn("ada", Cast.PASSWORD);
    }

    private void text(String path) {
        var page = client.get(path, "Cookie", cookie);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).as(path).doesNotContain(RAW);
    }

    @Test
    void namesOfEveryTypeAreTextOnTheirPages() {
        var bodies = Map.of(
                "/groups", "\"name\"",
                "/locations", "\"name\"",
                "/categories", "\"name\"",
                "/organisations", "\"name\"");
        bodies.forEach((collection, label) -> {
            var made = ada.post(collection, "{" + label + ":\"" + SCRIPT + "\"}")
                    .is(201)
                    .json();
            var number = made.get("number").stringValue();
            text(collection);
            text(collection + "/" + number);
            text(collection + "/" + number + "/edit");
            ada.delete(collection + "/" + number);
        });
    }

    @Test
    void anIncidentFullOfScriptIsTextEverywhere() {
        var made = ada.post(
                        "/incidents",
                        "{\"title\":\"" + SCRIPT + "\",\"description\":\"" + SCRIPT + "\",\"caller\":\"max\"}")
                .is(201)
                .json();
        var number = made.get("number").stringValue();
        ada.post("/incidents/" + number + "/comments", "{\"text\":\"" + SCRIPT + "\"}")
                .is(201);
        ada.upload("/incidents/" + number + "/attachments", "<script>alert(1).txt", SCRIPT)
                .is(201);
        ada.post(
                        "/incidents/" + number + "/hold",
                        "{\"hold_reason\":\"awaiting_caller\",\"comment\":\"" + SCRIPT + "\"}")
                .is(200);
        text("/incidents");
        text("/incidents?filter=title:%22%3Cscript%3E%22");
        text("/incidents?filter=%22%3Cscript%3Ealert%22");
        text("/incidents?filter=nope:%3Cscript%3Ealert(1)");
        text("/incidents/" + number);
        text("/incidents/" + number + "/edit");
        text("/incidents/" + number + "/actions/resolve");
        text("/");
        text("/api/docs");
        var export = ada.get("/incidents/export?format=csv&filter=number:" + number);
        assertThat(export.header("Content-Type")).startsWith("text/csv");
        assertThat(export.header("Content-Disposition")).startsWith("attachment");
        var error = ada.patch("/incidents/" + number, "{\"impact\":\"" + SCRIPT + "\"}")
                .refused(422, "/impact");
        assertThat(error.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var missing = client.get("/incidents/%3Cscript%3Ealert(1)", "Cookie", cookie);
        assertThat(missing.body()).doesNotContain(RAW);
    }

    @Test
    void aFieldNamedByScriptIsTextInFormsAndInTheDescription() {
        var field =
                "{\"record_type\":\"location\",\"code\":\"scripted\",\"kind\":\"text\",\"label\":\"" + SCRIPT + "\"}";
        var made = ada.post("/custom-fields", field).is(201).json();
        try {
            text("/locations/new");
            text("/custom-fields");
            text("/api/docs?of=Schemas");
            assertThat(ada.get("/openapi.json").header("Content-Type")).startsWith("application/json");
        } finally {
            ada.delete("/custom-fields/" + made.get("number").stringValue());
        }
    }
}
