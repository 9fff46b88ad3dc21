package org.mainstay.change.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// How well changes go: what counts, what it comes to, and that the list behind a row is just what was counted.
@MainstayTest
class SuccessScoreTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Api ada;
    Api carl;
    private String service;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        carl = ada.as("carl");
        service = number(ada.post("/services", "{\"name\":\"Print " + mark + "\"}"));
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String change(String outcome, boolean closed) {
        var one = number(carl.post(
                "/changes",
                "{\"title\":\"Patch %s\",\"type\":\"normal\",\"service\":\"%s\"}".formatted(mark, service)));
        carl.post("/changes/" + one + "/record_afterwards", """
                {"actual_start":"%s","actual_end":"%s","outcome":"%s","reason":"Urgent"}""".formatted(
                                now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)), outcome))
                .is(200);
        if (closed) {
            carl.post("/changes/" + one + "/close", "{\"review\":\"Learned.\"}").is(200);
        }
        return one;
    }

    private void caused(String change, String level, String more) {
        var incident = number(ada.post(
                "/incidents",
                "{\"title\":\"Down %s\",\"impact\":\"%s\",\"urgency\":\"%s\"%s}".formatted(mark, level, level, more)));
        ada.post("/changes/" + change + "/links", "{\"type\":\"causes\",\"to\":\"%s\"}".formatted(incident))
                .is(201);
    }

    private JsonNode row(Api api) {
        for (var it : api.get("/changes/success?by=service").is(200).json().get("items")) {
            if (it.at("/key/number").asString("").equals(service)) {
                return it;
            }
        }
        throw new AssertionError("no row of " + service);
    }

    @Test
    void pointsFollowTheFormulaAndBoundsTheNumberOfCases() {
        change("successful", true);
        var one = row(carl);
        assertThat(one.get("share").asDouble()).isEqualTo(1);
        assertThat(one.get("low").asDouble()).isLessThan(0.25);
        assertThat(one.get("points").asDouble()).isEqualTo(3);

        change("successful_with_issues", true);
        change("backed_out", true);
        var failed = change("failed", true);
        change("failed", false);
        caused(failed, "high", "");
        caused(failed, "medium", "");
        caused(failed, "high", ",\"confidential\":true");
        var all = row(carl);
        assertThat(all.get("cases").asInt()).isEqualTo(4);
        assertThat(all.get("successful").asInt()).isEqualTo(1);
        assertThat(all.get("successful_with_issues").asInt()).isEqualTo(1);
        assertThat(all.get("unsuccessful").asInt()).isEqualTo(2);
        assertThat(all.at("/caused/priority_1").asInt()).isEqualTo(1);
        assertThat(all.at("/caused/priority_3").asInt()).isEqualTo(1);
        assertThat(all.get("points").asDouble()).isEqualTo((3 - 2 - 5 - 5 - 10 - 2) / 4.0);
        assertThat(row(ada)).as("whoever asks").isEqualTo(all);
    }

    @Test
    void theListBehindARowIsWhatWasCounted() {
        change("successful", true);
        change("failed", true);
        change("failed", false);
        var client = new Client(port);
        var cookie = client.signIn("carl", Cast.PASSWORD);
        var page = client.get("/changes/success?by=service", "Cookie", cookie).body();
        int start = page.lastIndexOf("/changes?filter=", page.indexOf("Print " + mark));
        var filter = page.substring(start, page.indexOf('"', start)).substring("/changes?filter=".length());
        assertThat(carl.get("/changes?filter=" + filter).is(200).json().get("items"))
                .hasSize(2);
        assertThat(carl.get("/changes?filter=state%3Aclosed%20-outcome%3Anone%20closed_at%3E-365d%20group%3Anone")
                        .is(200)
                        .json()
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void onlyWhatOneSeesCounts() {
        change("successful", true);
        ada.as("max").get("/changes/success").problem(403);
        var others = ada.as("olga").get("/changes/success?by=service").is(200);
        assertThat(others.text()).doesNotContain(service).doesNotContain(mark);
        carl.get("/changes/success?by=weather").problem(422);
        for (var by : new String[] {"model", "group", "service"}) {
            assertThat(carl.get("/changes/success?by=" + by)
                            .is(200)
                            .json()
                            .at("/all/cases")
                            .asInt())
                    .isPositive();
        }
    }
}
