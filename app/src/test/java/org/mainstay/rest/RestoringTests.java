package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// A deleted record is absent until whoever may delete it brings it back.
@MainstayTest
class RestoringTests {

    private static final String INCIDENTS = "/api/v1/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        cast.everybody();
    }

    @Test
    void aDeletedIncidentComesBackAsItWas() {
        var incident = INCIDENTS + "/" + deleted();

        assertThat(call("sam", "GET", incident).statusCode()).isEqualTo(404);
        assertThat(call("ada", "POST", incident + "/restore").statusCode()).isEqualTo(200);
        assertThat(call("sam", "GET", incident).body()).contains("Deleted by mistake");
        assertThat(call("sam", "GET", incident + "/history").body()).contains("\"delete\"", "\"restore\"");
    }

    @Test
    void onlyWhoMayDeleteMayRestoreAndOnlyOnce() {
        var incident = INCIDENTS + "/" + deleted();

        assertThat(call("sam", "POST", incident + "/restore").statusCode()).isEqualTo(404);
        assertThat(call("olga", "POST", incident + "/restore").statusCode()).isEqualTo(404);
        assertThat(call("ada", "POST", incident + "/restore").statusCode()).isEqualTo(200);
        assertThat(call("ada", "POST", incident + "/restore").statusCode()).isEqualTo(404);
        assertThat(call("ada", "POST", INCIDENTS + "/INC9999999/restore").statusCode())
                .isEqualTo(404);
    }

    private String deleted() {
        var report = "{\"title\":\"Deleted by mistake\",\"impact\":\"low\",\"urgency\":\"low\"}";
        var created = client.send(
                "POST", INCIDENTS, report, "Authorization", basic("sam"), "Content-Type", "application/json");
        var number = JsonMapper.shared().readTree(created.body()).get("number").stringValue();
        assertThat(call("ada", "DELETE", INCIDENTS + "/" + number).statusCode()).isEqualTo(204);
        return number;
    }

    private HttpResponse<String> call(String who, String method, String path) {
        return client.send(method, path, "", "Authorization", basic(who));
    }

    private static String basic(String who) {
        return Client.basic(who, Cast.PASSWORD);
    }
}
