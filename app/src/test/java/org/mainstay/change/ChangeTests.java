package org.mainstay.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A change from the wish to the review: what each state demands, and what is refused on the way.
@MainstayTest
class ChangeTests {

    private static final String PLANS =
            "\"description\":\"a\",\"implementation_plan\":\"b\",\"test_plan\":\"c\",\"back_out_plan\":\"d\",";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Api ada;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        ada = carl.as("ada");
    }

    static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String change(String type) {
        return number(carl.post("/changes", "{\"title\":\"Renew %s\",\"type\":\"%s\"}".formatted(mark, type)));
    }

    private String item() {
        return number(ada.post(
                "/configuration-items",
                "{\"class\":\"linux_server\",\"name\":\"%s%s\"}".formatted(mark, UUID.randomUUID())));
    }

    private Api.Answer act(String change, String action, String body) {
        return carl.post("/changes/" + change + "/" + action, body);
    }

    private Api.Answer act(String change, String action) {
        return act(change, action, "{}");
    }

    private JsonNode read(String change) {
        return carl.get("/changes/" + change).is(200).json();
    }

    private String state(String change) {
        return read(change).get("state").asString();
    }

    private Api.Answer patch(String change, String body) {
        return carl.patch("/changes/" + change, body);
    }

    private static String window(Instant start, Instant end) {
        return "\"planned_start\":\"%s\",\"planned_end\":\"%s\"".formatted(start, end);
    }

    private String open() {
        return window(now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofHours(2)));
    }

    /// A normal change that is scheduled and may be implemented now.
    private String scheduled() {
        var one = change("normal");
        patch(one, "{" + PLANS + open() + ",\"configuration_item\":\"" + item() + "\"}")
                .is(200);
        act(one, "assess").is(200);
        act(one, "request_approval").is(200);
        return one;
    }

    @Test
    void aTitleAndATypeAreEnoughToBegin() {
        carl.post("/changes", "{\"title\":\"Renew\"}").refused(422, "/type");
        var one = read(change("normal"));
        assertThat(one.get("number").asString()).startsWith("CHG");
        assertThat(one.get("state").asString()).isEqualTo("new");
        assertThat(one.at("/model/label").asString()).isEqualTo("Normal change");
        assertThat(one.at("/requested_by/number").asString()).isEqualTo("carl");
    }

    @Test
    void eachStateDemandsItsFactsAndAJumpIsRefused() {
        var one = change("normal");
        for (String step : List.of("request_approval", "schedule", "implement", "finish", "close", "revise")) {
            act(one, step, "{\"outcome\":\"successful\",\"reason\":\"x\"}").problem(403);
        }
        act(one, "assess").is(200);
        assertThat(read(one).at("/assignee/number").asString()).isEqualTo("carl");
        act(one, "request_approval").refused(422, "/configuration_item");
        patch(one, "{" + PLANS + open() + ",\"configuration_item\":\"" + item() + "\"}")
                .is(200);
        act(one, "request_approval").is(200);
        assertThat(state(one)).isEqualTo("scheduled");
        patch(one, "{\"state\":\"closed\"}").refused(422, "/state");
        act(one, "implement").is(200);
        assertThat(read(one).get("actual_start").isNull()).isFalse();
        patch(one, "{\"test_plan\":\"another\"}").refused(422, "/test_plan");
        act(one, "finish", "{\"outcome\":\"failed\"}").refused(422, "/comment");
        act(one, "finish", "{\"outcome\":\"failed\",\"comment\":\"It fell over.\"}")
                .is(200);
        assertThat(state(one)).isEqualTo("review");
        act(one, "close").refused(422, "/review");
        act(one, "close", "{\"review\":\"Test it first.\"}").is(200);
        var closed = read(one);
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("outcome").asString()).isEqualTo("failed");
        assertThat(closed.get("closed_at").isNull()).isFalse();
        patch(one, "{\"title\":\"Otherwise\"}").refused(422, "/title");
        act(one, "cancel", "{\"reason\":\"x\"}").problem(403);
    }

    @Test
    void aWindowEndsAfterItStarts() {
        var one = change("normal");
        patch(one, "{" + window(now, now) + "}").refused(422, "/planned_end");
        patch(one, "{" + window(now, now.minusSeconds(60)) + "}").refused(422, "/planned_end");
        patch(one, "{" + window(now, now.plus(Duration.ofDays(400))) + "}").refused(422, "/planned_end");
        patch(one, "{\"planned_end\":\"" + now + "\"}").refused(422, "/planned_start");
        patch(one, "{\"planned_start\":\"tomorrow-ish\"}").refused(422, "/planned_start");
    }

    @Test
    void nothingIsImplementedOutsideTheWindow() {
        var one = scheduled();
        var early = now.plus(Duration.ofDays(2));
        patch(one, "{" + window(early, early.plusSeconds(3600)) + "}").is(200);
        assertThat(state(one)).isEqualTo("authorize");
        act(one, "request_approval").is(200);
        act(one, "implement").problem(403);
        assertThat(act(one, "implement").json().get("detail").asString()).contains("has not begun");
        patch(one, "{" + window(now.minusSeconds(7200), now.minusSeconds(3600)) + "}")
                .is(200);
        act(one, "request_approval").is(200);
        assertThat(act(one, "implement").problem(403).json().get("detail").asString())
                .contains("is over");
    }

    @Test
    void aStandardChangeNeedsNobodysApproval() {
        var one = change("standard");
        act(one, "assess").problem(403);
        act(one, "schedule", "{" + open() + "}").refused(422, "/configuration_item");
        patch(one, "{\"implementation_plan\":\"b\",\"configuration_item\":\"" + item() + "\"}")
                .is(200);
        act(one, "schedule", "{" + open() + "}").is(200);
        act(one, "implement").is(200);
        act(one, "finish", "{\"outcome\":\"successful\"}").is(200);
        assertThat(state(one)).isEqualTo("closed");
    }

    @Test
    void whatWasNotPlannedIsToldAfterwards() {
        var one = change("emergency");
        var told = "{\"actual_start\":\"%s\",\"actual_end\":\"%s\",\"outcome\":\"successful\",\"reason\":\"Fire\"}";
        act(one, "record_afterwards", told.formatted(now, now.minusSeconds(60))).refused(422, "/actual_end");
        act(one, "record_afterwards", told.formatted(now.minusSeconds(60), now.plusSeconds(600)))
                .refused(422, "/actual_end");
        act(one, "record_afterwards", told.formatted(now.minusSeconds(60), now.minusSeconds(30)))
                .is(200);
        assertThat(state(one)).isEqualTo("review");
        assertThat(read(one).get("unplanned").asBoolean()).isTrue();
        act(scheduled(), "record_afterwards", told.formatted(now.minusSeconds(60), now))
                .problem(403);
    }

    @Test
    void aModelFitsItsTypeAndIsKeptOnceUnderWay() {
        var one = change("normal");
        var model =
                number(ada.post("/change-models", "{\"name\":\"Other %s\",\"type\":\"emergency\"}".formatted(mark)));
        patch(one, "{\"model\":\"" + model + "\"}").refused(422, "/model");
        patch(one, "{\"type\":\"standard\"}").is(200);
        assertThat(read(one).at("/model/label").asString()).isEqualTo("Standard change");
        var two = change("normal");
        act(two, "assess").is(200);
        patch(two, "{\"type\":\"emergency\"}").refused(422, "/type");
        carl.post("/change-models", "{\"name\":\"Own\",\"type\":\"normal\"}").problem(403);
    }

    @Test
    void aModelThatNobodyCouldFollowIsRefused() {
        var models = "/change-models";
        var model = "{\"name\":\"M\",\"type\":\"normal\",\"active\":false,\"%s\":\"%s\"}";
        ada.post(models, model.formatted("states", "new, closed")).refused(422, "/states");
        ada.post(models, model.formatted("states", "new, implement, scheduled, closed"))
                .refused(422, "/states");
        ada.post(models, model.formatted("states", "new, flying, closed")).refused(422, "/states");
        ada.post(models, model.formatted("states", "new, new, scheduled, implement, closed"))
                .refused(422, "/states");
        ada.post(models, model.formatted("demands", "review")).refused(422, "/demands");
        ada.post(models, model.formatted("demands", "review: number")).refused(422, "/demands");
        ada.post(models, model.formatted("tasks", "implement:")).refused(422, "/tasks");
        ada.post(models, model.formatted("tasks", "sing: a song")).refused(422, "/tasks");
        ada.post(models, model.formatted("tasks", "test: x\\n".repeat(51))).refused(422, "/tasks");
    }

    @Test
    void aUsedModelIsNotDeleted() {
        var model = number(ada.post(
                "/change-models", "{\"name\":\"Used %s\",\"type\":\"normal\",\"position\":5000}".formatted(mark)));
        number(carl.post("/changes", "{\"title\":\"By it\",\"type\":\"normal\",\"model\":\"%s\"}".formatted(model)));
        ada.delete("/change-models/" + model).problem(403);
    }

    @Test
    void tasksOfTheModelAreDoneInTheirOrder() {
        var model = number(ada.post(
                "/change-models",
                ("{\"name\":\"Tasks %s\",\"type\":\"standard\",\"position\":5000,"
                                + "\"states\":\"new, scheduled, implement, closed\","
                                + "\"tasks\":\"implement: Stop it\\nimplement: Start it\\ntest: Try it\"}")
                        .formatted(mark)));
        var one = number(carl.post(
                "/changes", "{\"title\":\"By tasks\",\"type\":\"standard\",\"model\":\"%s\"}".formatted(model)));
        act(one, "schedule", "{" + open() + "}").is(200);
        var tasks = carl.get("/change-tasks?filter=change:" + one + "&sort=position")
                .is(200)
                .json()
                .get("items");
        assertThat(tasks.size()).isEqualTo(3);
        var stop = "/change-tasks/" + tasks.get(0).get("number").asString();
        var start = "/change-tasks/" + tasks.get(1).get("number").asString();
        assertThat(tasks.get(0).get("title").asString()).isEqualTo("Stop it");
        carl.post(stop + "/start", "{}").problem(403);
        act(one, "implement").is(200);
        carl.post(start + "/start", "{}").problem(403);
        act(one, "finish", "{\"outcome\":\"successful\"}").problem(403);
        carl.post(stop + "/start", "{}").is(200);
        carl.post(stop + "/complete", "{}").is(200);
        carl.post(start + "/complete", "{}").is(200);
        assertThat(carl.get(start).json().get("started_at").isNull()).isFalse();
        act(one, "finish", "{\"outcome\":\"successful\"}").is(200);
    }

    @Test
    void cancellingEndsTheTasksToo() {
        var one = scheduled();
        var task = number(carl.post(
                "/change-tasks", "{\"title\":\"Prepare\",\"kind\":\"plan\",\"change\":\"%s\"}".formatted(one)));
        act(one, "cancel").refused(422, "/reason");
        act(one, "cancel", "{\"reason\":\"Nobody wants it.\"}").is(200);
        assertThat(carl.get("/change-tasks/" + task).json().get("state").asString())
                .isEqualTo("cancelled");
        carl.post("/change-tasks", "{\"title\":\"Late\",\"change\":\"%s\"}".formatted(one))
                .refused(422, "/change");
    }

    @Test
    void changesAreForThoseWhoWorkOnThem() {
        var one = change("normal");
        var max = carl.as("max");
        max.get("/changes/" + one).problem(404);
        max.post("/changes", "{\"title\":\"Mine\",\"type\":\"normal\"}").problem(403);
        var olga = carl.as("olga");
        olga.get("/changes/" + one).problem(404);
        olga.post("/changes/" + one + "/assess", "{}").problem(404);
        olga.get("/changes/" + one + "/affected").problem(404);
    }
}
