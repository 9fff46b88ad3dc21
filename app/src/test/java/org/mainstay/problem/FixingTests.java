package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.util.List;
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

/// A problem is fixed by a change, and not before that change went well.
@MainstayTest
class FixingTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "f" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api paula;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        paula = ada.as("paula");
        carl = ada.as("carl");
    }

    /// In `fix_in_progress`.
    private String problem() {
        var service = number(ada.post("/services", "{\"name\":\"Print " + mark + UUID.randomUUID() + "\"}"));
        var one = number(
                paula.post("/problems", "{\"title\":\"Paper burns %s\",\"service\":\"%s\"}".formatted(mark, service)));
        for (var step : List.of("assess", "analyse", "start_fix")) {
            paula.post("/problems/" + one + "/" + step, step.equals("start_fix") ? "{\"cause\":\"Dry paper\"}" : "{}")
                    .is(200);
        }
        return one;
    }

    private String change(String problem) {
        paula.post("/problems/" + problem + "/make_change", "{}").is(200);
        var items = changes(problem);
        return items.get(items.size() - 1).at("/record/number").asString();
    }

    private JsonNode changes(String problem) {
        return paula.get("/problems/" + problem + "/changes").is(200).json().get("items");
    }

    private void end(String change, String outcome) {
        carl.post("/changes/" + change + "/record_afterwards", """
                {"actual_start":"2026-01-01T00:00:00Z","actual_end":"2026-01-01T01:00:00Z","outcome":"%s",
                 "reason":"It burned"}""".formatted(outcome))
                .is(200);
        carl.post("/changes/" + change + "/close", "{\"review\":\"Water is near now.\"}")
                .is(200);
    }

    private Api.Answer resolve(String problem) {
        return paula.post("/problems/" + problem + "/resolve", "{\"fix\":\"Wet paper\"}");
    }

    @Test
    void oneClickMakesAChangeThatIsLinkedBothWays() {
        var one = problem();
        var made = change(one);
        var change = carl.get("/changes/" + made).is(200).json();
        assertThat(change.get("title").asString()).isEqualTo("Paper burns " + mark);
        assertThat(change.get("description").asString()).isEqualTo("Dry paper");
        assertThat(change.at("/service/label").asString()).contains(mark);
        assertThat(change.get("justification").asString()).contains(one);
        assertThat(change.get("state").asString()).isEqualTo("new");
        assertThat(changes(one).get(0).get("state").asString()).isEqualTo("new");
        var back = carl.as("ada").get("/changes/" + made + "/problems").is(200).json();
        assertThat(back.at("/items/0/record/number").asString()).isEqualTo(one);
        assertThat(paula.get("/problems/" + one + "/links").text()).contains("fixed_by");
        assertThat(carl.get("/changes/" + made + "/links").text()).doesNotContain("PRB");
        var page = new Client(port);
        var cookie = page.signIn("paula", Cast.PASSWORD);
        assertThat(page.get("/problems/" + one + "/changes", "Cookie", cookie).body())
                .contains(made);
        assertThat(page.get("/changes/" + made + "/problems", "Cookie", cookie).body())
                .contains(one);
    }

    @Test
    void itIsNotResolvedWhileTheChangeIsUnderWay() {
        var one = problem();
        var made = change(one);
        assertThat(resolve(one).problem(403).json().get("detail").asString()).contains(made);
        end(made, "successful");
        var page = new Client(port);
        var cookie = page.signIn("paula", Cast.PASSWORD);
        assertThat(page.get("/changes/" + made + "/problems", "Cookie", cookie).body())
                .contains("/problems/" + one + "/actions/resolve");
        assertThat(page.get("/problems/" + one + "/changes", "Cookie", cookie).body())
                .contains("/problems/" + one + "/actions/resolve");
        resolve(one).is(200);
        paula.post("/problems/" + one + "/make_change", "{}").problem(403);
        var later = number(carl.post("/changes", "{\"title\":\"Again %s\",\"type\":\"normal\"}".formatted(mark)));
        paula.post("/problems/" + one + "/links", "{\"type\":\"fixed_by\",\"to\":\"%s\"}".formatted(later))
                .is(201);
        paula.post("/problems/" + one + "/close", "{\"closure_code\":\"fix_applied\"}")
                .refused(422, "/closure_code");
        paula.post("/problems/" + one + "/close", "{\"closure_code\":\"risk_accepted\",\"comment\":\"It is rare.\"}")
                .is(200);
    }

    @Test
    void aFailedChangeFixesNothingUntilAnotherOneDoesOrNobodyCountsOnIt() {
        var one = problem();
        var first = change(one);
        end(first, "backed_out");
        assertThat(resolve(one).problem(403).json().get("detail").asString()).contains(first);
        var second = change(one);
        carl.post("/changes/" + second + "/cancel", "{\"reason\":\"Too dear\"}").is(200);
        resolve(one).problem(403);
        var links = paula.get("/problems/" + one + "/links").is(200).json().get("items");
        for (var it : links) {
            if (it.at("/to/number").asString().equals(first)) {
                paula.delete("/problems/" + one + "/links/" + it.get("id").asString())
                        .is(204);
            }
        }
        resolve(one).is(200);
    }

    @Test
    void anotherChangeThatWentWellIsEnough() {
        var one = problem();
        end(change(one), "failed");
        var second = change(one);
        resolve(one).problem(403);
        end(second, "successful_with_issues");
        resolve(one).is(200);
        paula.post("/problems/" + one + "/close", "{\"closure_code\":\"fix_applied\"}")
                .is(200);
    }

    @Test
    void othersNeitherMakeNorSeeAny() {
        var one = problem();
        var made = change(one);
        ada.as("olga").get("/problems/" + one + "/changes").problem(404);
        ada.as("olga").get("/changes/" + made + "/problems").problem(404);
        ada.as("olga").post("/problems/" + one + "/make_change", "{}").problem(404);
        ada.as("max").post("/problems/" + one + "/make_change", "{}").problem(404);
        assertThat(carl.get("/changes/" + made + "/problems").is(200).json().get("items"))
                .isEmpty();
    }
}
