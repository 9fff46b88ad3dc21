package org.mainstay.change.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The risk of a change: its reasons, what people answer, what is stored, and who is asked because of it.
@MainstayTest
class RiskTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BEST =
            "done_before: yes\\ntested: yes\\nback_out_tried: yes\\ninterruption: no\\nseveral_teams: no";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Api ada;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        ada = carl.as("ada");
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String item(String itemClass, String further) {
        return number(ada.post(
                "/configuration-items",
                "{\"class\":\"%s\",\"name\":\"%s %s\"%s}".formatted(itemClass, mark, UUID.randomUUID(), further)));
    }

    private void dependsOn(String from, String to) {
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201);
    }

    private String change(String further) {
        return number(carl.post("/changes", "{\"title\":\"Patch %s\",\"type\":\"normal\"%s}".formatted(mark, further)));
    }

    private String emergency(String item, Duration lasts) {
        return number(carl.post("/changes", """
                {"title":"Renew %s","type":"emergency","configuration_item":"%s","justification":"a",
                 "implementation_plan":"b","back_out_plan":"c","test_plan":"d","planned_start":"%s",
                 "planned_end":"%s"}""".formatted(mark, item, now.minusSeconds(60), now.plus(lasts))));
    }

    private JsonNode risk(String change) {
        return carl.get("/changes/" + change + "/risk").is(200).json();
    }

    private JsonNode read(String change) {
        return carl.get("/changes/" + change).is(200).json();
    }

    private Api.Answer answer(String change, String answers, String... headers) {
        return carl.post("/changes/" + change + "/answer_risk", "{\"answers\":\"" + answers + "\"}", headers);
    }

    private static JsonNode reason(JsonNode risk, String code) {
        return risk.get("items")
                .valueStream()
                .filter(it -> it.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is no reason in " + risk));
    }

    private static long sum(JsonNode risk) {
        return risk.get("items")
                .valueStream()
                .mapToLong(it -> it.get("points").asLong())
                .sum();
    }

    @Test
    void whatIsPlannedOutsideAMaintenanceWindowIsRiskier() {
        var server = item("linux_server", "");
        number(ada.post("/maintenance-windows", """
                {"name":"Nights of %s","items":["%s"],"starts_at":"2027-03-01T20:00:00Z",
                 "ends_at":"2027-03-01T23:00:00Z","recurrence_rule":"FREQ=DAILY"}""".formatted(mark, server)));
        var planned =
                ",\"configuration_item\":\"%s\",\"planned_start\":\"2027-03-08T%s\",\"planned_end\":\"2027-03-08T%s\"";
        var within = risk(change(planned.formatted(server, "20:30:00Z", "23:00:00Z")));
        var outside = risk(change(planned.formatted(server, "22:30:00Z", "23:01:00Z")));
        assertThat(reason(within, "outside_maintenance").get("points").asLong()).isZero();
        assertThat(reason(outside, "outside_maintenance").get("points").asLong())
                .isPositive();
    }

    @Test
    void everyPointIsExplained() {
        var server = item("linux_server", "");
        var service = item("business_service", ",\"criticality\":\"high\"");
        dependsOn(service, server);
        var one = change(",\"configuration_item\":\"%s\"".formatted(server));
        await().atMost(PATIENCE)
                .until(() ->
                        reason(risk(one), "blast_radius").get("text").asString().startsWith("1 more item"));
        var risk = risk(one);
        assertThat(risk.get("points").asLong()).isPositive().isEqualTo(sum(risk));
        assertThat(reason(risk, "criticality").get("text").asString()).contains("High");
        assertThat(reason(risk, "criticality").get("at_least").asString()).isEqualTo("medium");
        assertThat(reason(risk, "single_points").get("points").asLong()).isPositive();
        assertThat(reason(risk, "no_back_out_plan").get("points").asLong()).isPositive();
        assertThat(reason(risk, "hours").get("known").asBoolean()).isFalse();
        assertThat(risk.get("complete").asBoolean()).isFalse();
        var tested = reason(risk, "tested");
        assertThat(tested.get("source").asString()).isEqualTo("questionnaire");
        assertThat(tested.get("points").asLong()).isEqualTo(6);
        assertThat(tested.get("text").asString()).contains("Nobody answered");
        assertThat(risk.get("questions").size()).isGreaterThanOrEqualTo(5);
        var german =
                carl.get("/changes/" + one + "/risk", "Accept-Language", "de").json();
        assertThat(reason(german, "tested").get("text").asString()).contains("Niemand");
    }

    @Test
    void whatSomethingElseStandsInForIsNotHit() {
        var one = item("linux_server", "");
        var other = item("linux_server", "");
        var application = item("linux_server", "");
        var service = item("business_service", ",\"criticality\":\"high\"");
        for (String server : List.of(one, other)) {
            ada.post(
                            "/relations",
                            "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\",\"redundancy\":\"web\"}"
                                    .formatted(service, server))
                    .is(201);
        }
        dependsOn(application, one);
        var change = change(",\"configuration_item\":\"%s\"".formatted(one));
        await().atMost(PATIENCE)
                .until(() -> carl.get("/changes/" + change + "/affected")
                                .json()
                                .get("items")
                                .size()
                        == 2);
        assertThat(reason(risk(change), "services").get("points").asLong()).isZero();
        assertThat(reason(risk(change), "criticality").get("points").asLong()).isZero();
    }

    @Test
    void answersLowerTheRiskAndStandInHistory() {
        var one = change("");
        assertThat(read(one).get("risk").isNull()).isTrue();
        assertThat(risk(one).get("assessed").isNull()).isTrue();
        carl.post("/changes/" + one + "/assess", "{}").is(200);
        var before = read(one);
        assertThat(before.get("risk").isNull()).isFalse();
        long points = before.get("risk_points").asLong();
        answer(one, "tested: partly").is(200);
        answer(one, "done_before: yes").is(200);
        assertThat(reason(risk(one), "tested").get("points").asLong()).isEqualTo(3);
        assertThat(read(one).get("risk_points").asLong()).isEqualTo(points - 7);
        answer(one, BEST).is(200);
        assertThat(read(one).get("risk_points").asLong()).isEqualTo(points - 23);
        assertThat(risk(one).at("/assessed/points").asLong()).isEqualTo(points - 23);
        var history = carl.get("/changes/" + one + "/history").json().get("items");
        var row = history.valueStream()
                .filter(it -> it.at("/cause/name").asString("").equals("answer_risk"))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/by/number").asString()).isEqualTo("carl");
        assertThat(row.at("/changes/risk_answers").toString()).contains("tested");
        var why = carl.get("/changes/" + one + "/why").is(200).text();
        assertThat(why).contains("risk");
        carl.patch("/changes/" + one, "{\"risk\":\"low\"}").refused(422, "/risk");
        carl.patch("/changes/" + one, "{\"risk_answers\":\"tested: yes\"}").refused(422, "/risk_answers");
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        var one = change("");
        answer(one, "tested").refused(422, "/answers");
        answer(one, "tested: perhaps").refused(422, "/answers");
        answer(one, "flying: yes").refused(422, "/answers");
        answer(one, "x".repeat(6_000)).refused(422, "/answers");
        carl.post("/changes/" + one + "/answer_risk", "{\"answers\":{\"tested\":\"yes\"}}")
                .refused(422, "/answers");
        carl.post("/changes/" + one + "/answer_risk", "{\"answers\":7}").refused(422, "/answers");
        carl.post("/changes/" + one + "/answer_risk", "{}").refused(422, "/answers");
        assertThat(read(one).get("risk_answers").isNull()).isTrue();
    }

    @Test
    void ofTwoWhoAnswerUponTheSameVersionOneIsTold() throws Exception {
        var one = change("");
        var version = "\"" + read(one).get("version").asLong() + "\"";
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var yes = threads.submit(() -> {
                start.await();
                return answer(one, "tested: yes", "If-Match", version).status();
            });
            var no = threads.submit(() -> {
                start.await();
                return answer(one, "tested: no", "If-Match", version).status();
            });
            assertThat(new int[] {yes.get(), no.get()}).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void anotherOrganisationKnowsNothingOfIt() {
        var one = change("");
        for (String who : new String[] {"olga", "max"}) {
            var other = carl.as(who);
            other.get("/changes/" + one + "/risk").problem(404);
            other.post("/changes/" + one + "/answer_risk", "{\"answers\":\"tested: yes\"}")
                    .problem(404);
        }
        carl.as("max").get("/changes/calibration").problem(403);
        carl.as("olga").get("/changes/calibration").is(200);
        carl.get("/changes/CHG9999999/risk").problem(404);
    }

    @Test
    void rulesAndQuestionsThatNobodyCouldFollowAreRefused() {
        var rule = "{\"fact\":\"%s\",\"threshold\":%d,\"points\":%d%s}";
        var rules = "/risk-rules";
        ada.post(rules, rule.formatted("flying", 1, 1, "")).refused(422, "/fact");
        ada.post(rules, rule.formatted("criticality", 4, 1, "")).refused(422, "/threshold");
        ada.post(rules, rule.formatted("item_failures", 101, 1, "")).refused(422, "/threshold");
        ada.post(rules, rule.formatted("services", 3, 0, "")).refused(422, "/points");
        ada.post(rules, rule.formatted("services", 3, 0, ",\"least\":\"low\"")).refused(422, "/points");
        ada.post(rules, rule.formatted("services", 3, -1, "")).refused(422, "/points");
        ada.post(rules, rule.formatted("points", 77, 1, "")).refused(422, "/points");
        ada.post(rules, rule.formatted("points", 77, 0, "")).refused(422, "/least");
        ada.post(rules, rule.formatted("services", 1, 1, "")).refused(422, "/threshold");
        ada.post("/risk-questions", "{\"text\":\"Sure?\",\"answers\":\"yes: 0\"}")
                .refused(422, "/answers");
        ada.post("/risk-questions", "{\"text\":\"Sure?\",\"code\":\"No Code\"}").refused(422, "/code");
        carl.post(rules, rule.formatted("services", 3, 1, "")).problem(403);
        carl.post("/risk-questions", "{\"text\":\"Sure?\"}").problem(403);
    }

    @Test
    void aQuestionOfAModelIsAskedOfItsChangesOnly() {
        var model = number(ada.post(
                "/change-models", "{\"name\":\"Asked %s\",\"type\":\"normal\",\"position\":5000}".formatted(mark)));
        var question = number(ada.post(
                "/risk-questions",
                "{\"code\":\"%s\",\"text\":\"Is it raining?\",\"answers\":\"no: 0\\nyes: 9\",\"model\":\"%s\"}"
                        .formatted(mark, model)));
        var asked = change(",\"model\":\"%s\"".formatted(model));
        assertThat(reason(risk(asked), mark).get("points").asLong()).isEqualTo(9);
        answer(asked, mark + ": no").is(200);
        answer(change(""), mark + ": no").refused(422, "/answers");
        ada.patch("/risk-questions/" + question, "{\"active\":false}").is(200);
        assertThat(risk(asked).get("items").toString()).doesNotContain(mark);
    }

    @Test
    void theRiskDecidesWhoIsAsked() {
        var rule = number(
                ada.post("/risk-rules", "{\"fact\":\"hours\",\"threshold\":300,\"points\":0,\"least\":\"very_high\"}"));
        var item = item("linux_server", "");
        var policy = number(ada.post(
                "/approval-policies",
                "{\"name\":\"%s\",\"record_type\":\"change\",\"condition\":\"configuration_item:%s risk:high,very_high\",\"stewards\":\"Network\"}"
                        .formatted(mark, item)));
        number(ada.post(
                "/approval-steps",
                "{\"name\":\"Agree\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"nina\"}"
                        .formatted(policy)));
        try {
            var risky = emergency(item, Duration.ofHours(310));
            answer(risky, BEST).is(200);
            carl.post("/changes/" + risky + "/request_approval", "{}").is(200);
            assertThat(read(risky).get("risk").asString()).isEqualTo("very_high");
            assertThat(read(risky).get("state").asString()).isEqualTo("authorize");
            var careful = emergency(item, Duration.ofHours(2));
            answer(careful, BEST).is(200);
            carl.post("/changes/" + careful + "/request_approval", "{}").is(200);
            assertThat(read(careful).get("risk").asString()).isEqualTo("medium");
            assertThat(read(careful).get("state").asString()).isEqualTo("scheduled");
        } finally {
            ada.patch("/approval-policies/" + policy, "{\"active\":false}").is(200);
            ada.patch("/risk-rules/" + rule, "{\"active\":false}").is(200);
        }
    }

    @Test
    void anotherRiskThanTheOneAgreedToIsAskedAboutAnew() {
        var rule = number(ada.post(
                "/risk-rules", "{\"fact\":\"questionnaire\",\"threshold\":20,\"points\":0,\"least\":\"very_high\"}"));
        try {
            var one = emergency(item("linux_server", ""), Duration.ofHours(2));
            answer(one, BEST).is(200);
            carl.post("/changes/" + one + "/request_approval", "{}").is(200);
            answer(one, "several_teams: yes").is(200);
            assertThat(read(one).get("state").asString()).isEqualTo("scheduled");
            answer(one, "done_before: no\\ntested: no\\nback_out_tried: no\\ninterruption: long")
                    .is(200);
            assertThat(read(one).get("risk").asString()).isEqualTo("very_high");
            assertThat(read(one).get("state").asString()).isEqualTo("authorize");
            carl.post("/changes/" + one + "/implement", "{}").problem(403);
            carl.post("/changes/" + one + "/request_approval", "{}").is(200);
            carl.post("/changes/" + one + "/implement", "{}").is(200);
        } finally {
            ada.patch("/risk-rules/" + rule, "{\"active\":false}").is(200);
        }
    }

    @Test
    void whatWasAssessedStaysFromTheImplementationOnAndIsComparedWithWhatHappened() {
        long cases = calibrated("medium").get("backed_out").asLong();
        var item = item("linux_server", "");
        var one = emergency(item, Duration.ofHours(2));
        answer(one, BEST).is(200);
        carl.post("/changes/" + one + "/request_approval", "{}").is(200);
        carl.post("/changes/" + one + "/implement", "{}").is(200);
        var stored = read(one);
        answer(one, "tested: no").problem(403);
        carl.post("/changes/" + one + "/finish", "{\"outcome\":\"backed_out\",\"comment\":\"It fell over.\"}")
                .is(200);
        carl.post("/changes/" + one + "/close", "{\"review\":\"Test it.\"}").is(200);
        answer(one, "tested: no").problem(403);
        for (var kept : Map.of("risk", "medium", "state", "closed").entrySet()) {
            assertThat(read(one).get(kept.getKey()).asString()).isEqualTo(kept.getValue());
        }
        assertThat(read(one).get("risk_assessed_at")).isEqualTo(stored.get("risk_assessed_at"));
        var band = calibrated("medium");
        assertThat(band.get("backed_out").asLong()).isEqualTo(cases + 1);
        var listed = carl.get("/changes?count=true&filter="
                + URLEncoder.encode(band.get("filter").asString(), StandardCharsets.UTF_8));
        assertThat(listed.is(200).json().at("/total/value").asLong())
                .isEqualTo(band.get("cases").asLong());
        var next = change(",\"configuration_item\":\"%s\"".formatted(item));
        assertThat(reason(risk(next), "item_failures").get("text").asString())
                .startsWith("1 of 1 changes to the item did not go as planned; up to 100");
        assertThat(reason(risk(next), "known_failures").get("points").asLong()).isPositive();
    }

    private JsonNode calibrated(String risk) {
        return carl.get("/changes/calibration")
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("risk").asString().equals(risk))
                .findFirst()
                .orElseThrow();
    }
}
