package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.request.Shop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import tools.jackson.databind.JsonNode;

/// Until when what was ordered is cancelled by whom, and what is done about what was done.
@MainstayTest
class CancellingTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api ada;
    Api sam;
    Api who;
    Shop shop;

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /// @param tasks attributes in JSON, without braces
    private String item(String... tasks) {
        var item = shop.draft("Cancelled " + UUID.randomUUID(), "\"group\":\"Service desk\"");
        for (int i = 0; i < tasks.length; i++) {
            template(item, 10 * (i + 1), tasks[i]).is(201);
        }
        shop.publish(item);
        return item;
    }

    private Api.Answer template(String item, int position, String more) {
        return ada.post(
                "/catalog-task-templates", "{\"item\":\"%s\",\"position\":%d,%s}".formatted(item, position, more));
    }

    private String ordered(String item) {
        var request = Shop.number(who.post("/catalog-items/" + item + "/order", "{}"));
        return text(shop.items(ada, request).getFirst(), "number");
    }

    private String task(String item, String title) {
        return shop.tasks(ada, item).stream()
                .filter(it -> text(it, "title").equals(title))
                .map(it -> text(it, "number"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> tasks(String item) {
        return shop.tasks(ada, item).stream()
                .map(it -> text(it, "title") + " " + text(it, "state"))
                .toList();
    }

    private JsonNode one(String item) {
        return ada.get("/request-items/" + item).is(200).json();
    }

    private static String cancel(String item) {
        return "/request-items/" + item + "/cancel";
    }

    @Test
    void afterThePointOfNoReturnOnlyThoseWhoWorkOnItCancelAndSayWhy() {
        var bought = ordered(item("\"title\":\"Buy it\",\"no_return\":true", "\"title\":\"Hand it over\""));
        assertThat(one(bought).get("no_return").isNull()).isTrue();
        sam.post("/tasks/" + task(bought, "Buy it") + "/start", "{}").is(200);
        assertThat(text(one(bought), "no_return")).isEqualTo("Buy it");
        assertThat(text(one(bought), "no_return_at")).isNotEmpty();

        assertThat(who.post(cancel(bought), "{\"reason\":\"No more\"}")
                        .problem(403)
                        .text())
                .contains("Buy it", "return it");
        var request = one(bought).at("/request/number").asString();
        assertThat(who.post("/requests/" + request + "/cancel", "{}")
                        .problem(403)
                        .text())
                .contains(bought, "Buy it");

        assertThat(sam.post(cancel(bought), "{}").refused(422, "/reason").text())
                .contains("Buy it");
        sam.post("/requests/" + request + "/cancel", "{\"reason\":\"  \"}").problem(422);
        sam.post(cancel(bought), "{\"reason\":\"The shop is closed\"}").is(200);
        assertThat(text(one(bought), "state")).isEqualTo("cancelled");
    }

    @Test
    void aPointThatIsOnlyPassedOrLeftOutCountsAsItWasDone() {
        var item = item("\"title\":\"Buy it\",\"no_return\":true", "\"title\":\"Hand it over\"");
        var done = ordered(item);
        sam.post("/tasks/" + task(done, "Buy it") + "/complete", "{}").is(200);
        who.post(cancel(done), "{}").problem(403);
        var skipped = ordered(item);
        sam.post("/tasks/" + task(skipped, "Buy it") + "/skip", "{\"reason\":\"We have one\"}")
                .is(200);
        who.post(cancel(skipped), "{}").is(200);
        var taken = ordered(item);
        sam.post("/tasks/" + task(taken, "Buy it") + "/take", "{}").is(200);
        who.post(cancel(taken), "{}").is(200);
    }

    @Test
    void whatWasDoneIsUndoneTheLatestFirstByWhoseItIs() {
        var item = ordered(item(
                "\"title\":\"Account\",\"group\":\"Operations\",\"compensation\":\"Delete the account\"",
                "\"title\":\"Greet\"",
                "\"title\":\"Licence\",\"compensation\":\"Give the licence back\",\"compensation_group\":\"Operations\"",
                "\"title\":\"Left\",\"compensation\":\"Never\"",
                "\"title\":\"Last\",\"compensation\":\"Never either\""));
        for (var title : List.of("Account", "Greet", "Licence")) {
            sam.post("/tasks/" + task(item, title) + "/complete", "{}").is(200);
        }
        sam.post("/tasks/" + task(item, "Left") + "/skip", "{\"reason\":\"Not this time\"}")
                .is(200);
        who.post(cancel(item), "{\"reason\":\"Changed my mind\"}").is(200);
        assertThat(text(one(item), "state")).isEqualTo("cancelled");
        assertThat(tasks(item))
                .containsExactly(
                        "Account done",
                        "Greet done",
                        "Licence done",
                        "Left skipped",
                        "Last cancelled",
                        "Give the licence back open",
                        "Delete the account pending");
        var first = ada.get("/tasks/" + task(item, "Give the licence back")).json();
        assertThat(text(first, "undoes")).isEqualTo("Licence");
        assertThat(first.at("/group/label").asString()).isEqualTo("Operations");

        who.get("/tasks/" + text(first, "number")).is(404);
        who.post(cancel(item), "{}").problem(403);
        sam.post("/tasks/" + text(first, "number") + "/complete", "{}").is(200);
        sam.post("/tasks/" + task(item, "Delete the account") + "/complete", "{}")
                .is(200);
        assertThat(text(one(item), "state")).isEqualTo("cancelled");
        assertThat(shop.tasks(ada, item)).hasSize(7);
    }

    @Test
    void nobodyForgesHowAndThatItIsUndone() {
        var item = ordered(item("\"title\":\"Buy it\",\"no_return\":true,\"compensation\":\"Sell it\""));
        for (var forged : List.of("{\"no_return\":null}", "{\"no_return\":\"x\"}", "{\"no_return_at\":null}")) {
            sam.patch("/request-items/" + item, forged).problem(422);
        }
        var task = "/tasks/" + task(item, "Buy it");
        for (var forged : List.of(
                "{\"no_return\":false}",
                "{\"compensation\":\"Nothing\"}",
                "{\"compensation_group\":\"Operations\"}",
                "{\"undoes\":\"All\"}")) {
            sam.patch(task, forged).problem(422);
        }
        ada.as("olga").post(cancel(item), "{\"reason\":\"Not mine\"}").is(404);
        who.post(cancel(item), "{\"reason\":\"Mine\",\"no_return\":false}").problem(422);
        assertThat(tasks(item)).containsExactly("Buy it open");
    }

    @Test
    void whatUndoesATaskIsSaidWholeAndKeptByTheVersion() {
        var item = shop.draft("Half " + UUID.randomUUID(), "");
        for (var half : List.of("\"compensation_de\":\"Zurück\"", "\"compensation_group\":\"Operations\"")) {
            assertThat(template(item, 10, "\"title\":\"T\"," + half)
                            .refused(422, "/compensation")
                            .text())
                    .isNotEmpty();
        }
        var number =
                Shop.number(template(item, 10, "\"title\":\"T\",\"no_return\":true,\"compensation\":\"Take T back\""));
        shop.publish(item);
        ada.patch("/catalog-task-templates/" + number, "{\"compensation\":null,\"no_return\":false}")
                .is(200);
        var before = ordered(item);
        sam.post("/tasks/" + task(before, "T") + "/start", "{}").is(200);
        who.post(cancel(before), "{}").problem(403);
        shop.publish(item);
        var after = ordered(item);
        sam.post("/tasks/" + task(after, "T") + "/start", "{}").is(200);
        who.post(cancel(after), "{}").is(200);
        assertThat(tasks(after)).containsExactly("T cancelled");
    }

    @Test
    void cancellingManyTimesAtOnceUndoesOnce() throws Exception {
        var item = ordered(item("\"title\":\"First\",\"compensation\":\"Undo the first\"", "\"title\":\"Second\""));
        sam.post("/tasks/" + task(item, "First") + "/complete", "{}").is(200);
        var answers = together(
                () -> who.post(cancel(item), "{}"),
                () -> who.post(cancel(item), "{}"),
                () -> sam.post(cancel(item), "{}"),
                () -> sam.post(cancel(item), "{}"));
        assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
        assertThat(tasks(item)).containsExactly("First done", "Second cancelled", "Undo the first open");
    }

    /// Whichever comes first: what was done is undone, and what was not is not.
    @Test
    void cancellingWhileATaskEndsUndoesWhatWasDone() throws Exception {
        var item = item("\"title\":\"Only\",\"compensation\":\"Undo it\"", "\"title\":\"Then\"");
        for (int i = 0; i < 12; i++) {
            var one = ordered(item);
            var only = "/tasks/" + task(one, "Only") + "/complete";
            var answers = together(() -> sam.post(only, "{}"), () -> who.post(cancel(one), "{}"));
            assertThat(answers.getLast().status()).isEqualTo(200);
            assertThat(tasks(one))
                    .isEqualTo(
                            answers.getFirst().status() == 200
                                    ? List.of("Only done", "Then cancelled", "Undo it open")
                                    : List.of("Only cancelled", "Then cancelled"));
        }
    }

    /// Nobody cancels past the point of no return, however close.
    @Test
    void cancellingWhileThePointIsReachedIsOneOrTheOther() throws Exception {
        var item = item("\"title\":\"Buy it\",\"no_return\":true", "\"title\":\"Then\"");
        for (int i = 0; i < 12; i++) {
            var one = ordered(item);
            var buy = "/tasks/" + task(one, "Buy it") + "/start";
            var answers = together(() -> sam.post(buy, "{}"), () -> who.post(cancel(one), "{}"));
            assertThat(answers.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 403);
            assertThat(text(one(one), "state"))
                    .isEqualTo(answers.getFirst().status() == 200 ? "in_fulfilment" : "cancelled");
        }
    }

    @SafeVarargs
    private static List<Api.Answer> together(Callable<Api.Answer>... acts) throws Exception {
        var gate = new CyclicBarrier(acts.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Api.Answer>>();
            for (var act : acts) {
                all.add(() -> {
                    gate.await();
                    return act.call();
                });
            }
            var answers = new ArrayList<Api.Answer>();
            for (var future : threads.invokeAll(all)) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    @Test
    void whoOrderedIsToldOnTheirPageWhyAndWhatInstead() {
        var bought = ordered(item("\"title\":\"Buy it\",\"no_return\":true"));
        sam.post("/tasks/" + task(bought, "Buy it") + "/start", "{}").is(200);
        var actions = who.get("/request-items/" + bought + "/actions").is(200).json();
        actions.get("items").forEach(it -> {
            if (text(it, "name").equals("cancel")) {
                assertThat(it.get("allowed").asBoolean()).isFalse();
                assertThat(text(it, "reason")).contains("Buy it");
            }
        });
    }
}
