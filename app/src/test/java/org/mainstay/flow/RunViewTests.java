package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.flow.Author.step;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What those who work on an order, those who wait for it, and everybody else see of its flow.
@MainstayTest
class RunViewTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "v" + Plan.newId().toString().substring(24);
    private Api ada;
    private Api max;
    private Shop shop;
    private Author author;
    private Client client;

    @BeforeEach
    void thereIsAShop() {
        cast.everybody();
        ada = new Api(port, "ada");
        max = new Api(port, "max");
        shop = new Shop(ada);
        author = new Author(ada, shop, mark);
        client = new Client(port);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String page(String who, String path) {
        var answer = client.get(path, "Cookie", client.signIn(who, Cast.PASSWORD), "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String failed() {
        var flow = author.published(
                "fails",
                step("first", StepKind.TASK, "group", "Network", "description", "words-" + mark),
                step("set", StepKind.SET_ATTRIBUTE, "attribute", "assignee", "value", "nobody-" + mark),
                step("call", StepKind.REST_CALL, "method", "GET", "url", "https://" + mark + ".example.org/"),
                step("last", StepKind.WAIT_FOR_CONDITION, "condition", "title:secret-" + mark));
        var item = author.ordered(max, author.item(flow));
        await().atMost(PATIENCE).until(() -> shop.tasks(ada, item).size() == 1);
        ada.post("/tasks/" + Shop.text(shop.tasks(ada, item).getFirst(), "number") + "/complete", "{}")
                .is(200);
        await().atMost(PATIENCE)
                .until(() -> run(ada, item).at("/items/0/state").asString().equals("failed"));
        return item;
    }

    private static JsonNode run(Api who, String item) {
        return who.get("/request-items/" + item + "/flow").is(200).json();
    }

    @Test
    void whoWorksOnItSeesWhyAndWhatToDo() {
        var item = failed();
        var page = page("nina", "/request-items/" + item + "/flow");
        assertThat(page).contains("Step first", "Step set", "nobody-" + mark, "Step last", "To come");
        assertThat(page)
                .contains(
                        "/actions/retry_step",
                        "/actions/skip_step",
                        "/actions/take_over_step",
                        "first:done",
                        "set:failed");
        // what steps do is not drawn
        assertThat(page).doesNotContain(mark + ".example.org", "secret-" + mark, "words-" + mark);
        var told = run(ada.as("nina"), item).at("/items/0");
        assertThat(told.at("/steps/1/reason").asString()).contains("nobody-" + mark);
        assertThat(told.at("/steps/0/record/number").asString()).startsWith("TASK");
        assertThat(told.get("document").asString()).contains("Step call").doesNotContain(mark + ".example.org");
    }

    @Test
    void whoWaitsForItSeesNamesAndStates() {
        var item = failed();
        for (var path : new String[] {"/catalog/requests/" + item, "/request-items/" + item + "/flow"}) {
            var page = page("max", path);
            assertThat(page).contains("Step first", "Step set", "Step last", "Somebody looks at it");
            assertThat(page)
                    .doesNotContain("nobody-" + mark, mark + ".example.org", "secret-" + mark, "words-" + mark)
                    .doesNotContain("retry_step", "Set an attribute");
        }
        var told = run(max, item);
        assertThat(told.toString()).doesNotContain("nobody-" + mark, "TASK", mark + "_fails", "BPMN");
        assertThat(told.at("/items/0/steps/1/state").asString()).isEqualTo("failed");
    }

    @Test
    void nobodyElseSeesAnything() {
        var item = author.ordered(max, author.item(author.published("mine", step("one", StepKind.TASK))));
        for (var who : new String[] {"eve", "olga", "tim"}) {
            ada.as(who).get("/request-items/" + item + "/flow").is(404);
            var answer = client.get("/request-items/" + item + "/flow", "Cookie", client.signIn(who, Cast.PASSWORD));
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        var without = shop.item("Plain " + mark, "", "Do it");
        var plain = author.ordered(max, without);
        max.get("/request-items/" + plain + "/flow").is(404);
        assertThat(page("sam", "/request-items/" + plain + "/flow").strip()).isEmpty();
    }

    @Test
    void flowsWithinStandBelowTheirStep() {
        var inner = author.published("inner", step("within", StepKind.TASK, "name_de", "Darin"));
        var outer =
                author.published("outer", step("sub", StepKind.SUB_FLOW, "flow", inner), step("then", StepKind.TASK));
        var item = author.ordered(max, author.item(outer));
        await().atMost(PATIENCE).until(() -> run(ada, item).get("items").size() == 2);
        await().atMost(PATIENCE)
                .until(() -> !run(ada, item).at("/items/1/steps").isEmpty());
        var runs = run(ada, item);
        assertThat(runs.at("/items/1/parent")).isEqualTo(runs.at("/items/0/steps/0/id"));
        var page = page("sam", "/request-items/" + item + "/flow");
        assertThat(page.indexOf("Step within")).isBetween(page.indexOf("Step sub"), page.indexOf("Step then"));
        var german = ada.get("/request-items/" + item + "/flow", "Accept-Language", "de")
                .is(200)
                .json();
        assertThat(german.at("/items/1/steps/0/name").asString()).isEqualTo("Darin");
    }
}
