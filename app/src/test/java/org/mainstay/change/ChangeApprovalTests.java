package org.mainstay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.change.ChangeTests.number;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who has to agree to a change, and what becomes of it.
@MainstayTest
class ChangeApprovalTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "a" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api carl;
    private String item = "";
    private String policy = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        ada = carl.as("ada");
        item = number(ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"%s\"}".formatted(mark)));
        policy = number(ada.post(
                "/approval-policies",
                "{\"name\":\"%s\",\"record_type\":\"change\",\"condition\":\"configuration_item:%s\",\"stewards\":\"Network\"}"
                        .formatted(mark, item)));
    }

    @AfterEach
    void remove() {
        ada.patch("/approval-policies/" + policy, "{\"active\":false}").is(200);
    }

    private void step(String approvers) {
        number(ada.post("/approval-steps", "{\"name\":\"Agree\",\"policy\":\"%s\",%s}".formatted(policy, approvers)));
    }

    private String requested() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var one = number(carl.post("/changes", """
                {"title":"Renew %s","type":"emergency","configuration_item":"%s","justification":"a",
                 "implementation_plan":"b","back_out_plan":"c","planned_start":"%s","planned_end":"%s"}""".formatted(mark, item, now.minusSeconds(60), now.plusSeconds(3600))));
        carl.post("/changes/" + one + "/request_approval", "{}").is(200);
        return one;
    }

    private String state(String change) {
        return carl.get("/changes/" + change).is(200).json().get("state").asString();
    }

    private String approval(String change) {
        return carl.get("/changes/" + change + "/approvals")
                .is(200)
                .json()
                .at("/items/0/number")
                .asString();
    }

    private int approvals(String change) {
        return carl.get("/changes/" + change + "/approvals")
                .is(200)
                .json()
                .get("items")
                .size();
    }

    @Test
    void whatIsApprovedIsScheduledAndNotBefore() {
        step("\"approvers\":\"person\",\"person\":\"nina\"");
        var one = requested();
        assertThat(state(one)).isEqualTo("authorize");
        carl.post("/changes/" + one + "/implement", "{}").problem(403);
        carl.post("/changes/" + one + "/request_approval", "{}").problem(403);
        carl.as("nina").post("/approvals/" + approval(one) + "/approve", "{}").is(200);
        assertThat(state(one)).isEqualTo("scheduled");
        carl.post("/changes/" + one + "/implement", "{}").is(200);
    }

    @Test
    void nobodyApprovesTheirOwnChange() {
        step("\"approvers\":\"person\",\"person\":\"carl\"");
        var one = requested();
        carl.post("/approvals/" + approval(one) + "/approve", "{}").problem(403);
        assertThat(state(one)).isEqualTo("authorize");
    }

    @Test
    void whatIsRejectedIsPlannedAnew() {
        step("\"approvers\":\"person\",\"person\":\"nina\"");
        var one = requested();
        carl.as("nina")
                .post("/approvals/" + approval(one) + "/reject", "{\"why\":\"Too soon.\"}")
                .is(200);
        assertThat(state(one)).isEqualTo("new");
    }

    @Test
    void anotherPlanIsApprovedAnew() {
        step("\"approvers\":\"person\",\"person\":\"nina\"");
        var one = requested();
        var nina = carl.as("nina");
        nina.post("/approvals/" + approval(one) + "/approve", "{}").is(200);
        carl.patch("/changes/" + one, "{\"title\":\"Only a name " + mark + "\"}")
                .is(200);
        assertThat(state(one)).isEqualTo("scheduled");
        carl.patch("/changes/" + one, "{\"implementation_plan\":\"Quite another\"}")
                .is(200);
        assertThat(state(one)).isEqualTo("authorize");
        carl.post("/changes/" + one + "/implement", "{}").problem(403);
        await().atMost(PATIENCE).until(() -> approvals(one) == 2);
        nina.post("/approvals/" + approval(one) + "/approve", "{}").is(200);
        assertThat(state(one)).isEqualTo("scheduled");
    }

    @Test
    void whoTakesAChangeBackIsNotAnsweredAnyMore() {
        step("\"approvers\":\"person\",\"person\":\"nina\"");
        var one = requested();
        carl.post("/changes/" + one + "/revise", "{\"reason\":\"Another day\"}").is(200);
        assertThat(state(one)).isEqualTo("new");
        carl.as("nina").post("/approvals/" + approval(one) + "/approve", "{}").problem(403);
        assertThat(state(one)).isEqualTo("new");
    }

    @Test
    void whatNobodyIsAskedAboutAnyMoreIsDoneAfterARejection() {
        step("\"approvers\":\"person\",\"person\":\"nina\"");
        var one = requested();
        carl.as("nina")
                .post("/approvals/" + approval(one) + "/reject", "{\"why\":\"Too soon.\"}")
                .is(200);
        ada.patch("/approval-policies/" + policy, "{\"active\":false}").is(200);
        carl.post("/changes/" + one + "/request_approval", "{}").is(200);
        assertThat(state(one)).isEqualTo("scheduled");
        carl.post("/changes/" + one + "/implement", "{}").is(200);
    }

    @Test
    void twoWhoApproveAtOnceCountOnce() throws Exception {
        step("\"approvers\":\"group\",\"group\":\"Service Desk\",\"quorum\":\"any\"");
        var one = requested();
        var approval = approval(one);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sam = threads.submit(() -> {
                start.await();
                return carl.as("sam")
                        .post("/approvals/" + approval + "/approve", "{}")
                        .status();
            });
            var mia = threads.submit(() -> {
                start.await();
                return carl.as("mia")
                        .post("/approvals/" + approval + "/approve", "{}")
                        .status();
            });
            assertThat(new int[] {sam.get(), mia.get()}).containsOnlyOnce(200);
        }
        assertThat(state(one)).isEqualTo("scheduled");
        var scheduled = carl.get("/changes/" + one + "/history")
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.at("/changes/state/1").asString("").equals("scheduled"))
                .count();
        assertThat(scheduled).isEqualTo(1);
    }
}
