package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.flow.Author.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.MainstayTest;

/// Until when what goes by a flow is cancelled, and that what was done is undone once.
@MainstayTest
class FlowCancellingTests extends FlowWorld {

    private static final String CANCEL = "{\"reason\":\"Not needed\"}";

    private Api.Answer cancel(Api by, String item) {
        return by.post("/request-items/" + item + "/cancel", CANCEL);
    }

    private List<String> undoing(String item) {
        return shop.tasks(ada, item).stream()
                .filter(it -> !Shop.text(it, "undoes").isEmpty())
                .map(it -> Shop.text(it, "title") + " " + Shop.text(it, "state"))
                .toList();
    }

    private void comesToUndo(String item, String... tasks) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(undoing(item)).containsExactly(tasks));
    }

    @Test
    void whatWasDoneIsUndoneTheLatestFirstAlsoInFlowsBelow() {
        var inner = author.published(
                "below",
                step("cable", StepKind.TASK, "compensation", "Unplug"),
                step("label", StepKind.TASK, "compensation", "Take the label off"));
        var flow = author.published(
                "above",
                step("rack", StepKind.TASK, "compensation", "Empty the rack", "compensation_group", "Network"),
                step("left", StepKind.TASK, "compensation", "Never"),
                step("sub", StepKind.SUB_FLOW, "flow", inner),
                step("last", StepKind.TASK));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step rack");
        ada.post("/tasks/" + task(item, "Step left") + "/skip", "{\"reason\":\"No\"}")
                .is(200);
        complete(item, "Step cable");
        complete(item, "Step label");
        task(item, "Step last");
        cancel(max, item).is(200);
        comesToUndo(item, "Take the label off open", "Unplug pending", "Empty the rack pending");
        complete(item, "Take the label off");
        complete(item, "Unplug");
        var rack = ada.get("/tasks/" + task(item, "Empty the rack")).json();
        assertThat(rack.at("/group/label").asString()).isEqualTo("Network");
        assertThat(Shop.text(rack, "undoes")).isEqualTo("Step rack");
        complete(item, "Empty the rack");
        assertThat(state(item)).isEqualTo("cancelled");
    }

    @Test
    void aFlowBelowThatGoesOnIsUndoneWithTheOneAbove() {
        var inner = author.published(
                "going", step("plug", StepKind.TASK, "compensation", "Unplug"), step("test", StepKind.TASK));
        var flow = author.published(
                "above2",
                step("room", StepKind.TASK, "compensation", "Clear the room"),
                step("sub", StepKind.SUB_FLOW, "flow", inner));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step room");
        complete(item, "Step plug");
        task(item, "Step test");
        cancel(max, item).is(200);
        comesToUndo(item, "Unplug open", "Clear the room pending");
        assertThat(open(item, "Step test")).isEmpty();
    }

    @Test
    void aCallThatWasMadeIsUndoneAndSoIsOneOfWhichNobodyKnows() {
        try (var other = new OtherSystem()) {
            other.answers(503);
            var flow = author.published(
                    "called",
                    step("first", StepKind.TASK),
                    step(
                            "grant",
                            StepKind.REST_CALL,
                            "method",
                            "POST",
                            "url",
                            other.url() + "/grants",
                            "compensation",
                            "Take the grant back"),
                    step("then", StepKind.TASK));
            var catalogued = author.item(flow);
            var unknown = author.ordered(max, catalogued);
            complete(unknown, "Step first");
            await().atMost(PATIENCE).until(() -> other.asked() == 1);
            cancel(max, unknown).is(200);
            comesToUndo(unknown, "Take the grant back open");
            var made = author.ordered(max, catalogued);
            complete(made, "Step first");
            task(made, "Step then");
            cancel(max, made).is(200);
            comesToUndo(made, "Take the grant back open");
            var before = author.ordered(max, catalogued);
            task(before, "Step first");
            cancel(max, before).is(200);
            await().atMost(PATIENCE).until(() -> open(before, "Step first").isEmpty());
            assertThat(undoing(before)).isEmpty();
        }
    }

    @Test
    void thePointOfNoReturnIsReachedWithWhateverStepItIs() {
        var flow = author.published(
                "point",
                step("look", StepKind.TASK),
                step("tell", StepKind.SEND_MESSAGE, "text", "It is bought", "no_return", "true"),
                step("hand", StepKind.TASK));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step look");
        task(item, "Step hand");
        assertThat(cancel(max, item).problem(403).text()).contains("Step tell");
        cancel(ada, item).is(200);

        var begun = author.published("begun", step("buy", StepKind.TASK, "no_return", "true"));
        var other = author.ordered(max, author.item(begun));
        ada.post("/tasks/" + task(other, "Step buy") + "/start", "{}").is(200);
        assertThat(cancel(max, other).problem(403).text()).contains("Step buy");
    }

    @Test
    void whatIsDeliveredByHandIsNotUndone() {
        var flow = author.published(
                "hand",
                step("made", StepKind.TASK, "compensation", "Break it"),
                step("wait", StepKind.TIMER, "duration", "P3D"));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step made");
        await().atMost(PATIENCE)
                .until(() -> ada.get("/request-items/" + item + "/flow").text().contains("\"wait\""));
        ada.post("/request-items/" + item + "/fulfil", "{}").is(200);
        await().atMost(PATIENCE)
                .until(() -> ada.get("/request-items/" + item + "/flow").text().contains("cancelled"));
        assertThat(undoing(item)).isEmpty();
        max.post("/request-items/" + item + "/reopen", "{\"reason\":\"Broken\"}")
                .is(200);
    }

    @Test
    void whatCameBackAfterItsDeliveryIsUndoneOnce() {
        var flow = author.published("back", step("made", StepKind.TASK, "compensation", "Fetch it"));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step made");
        comes(item, "fulfilled");
        assertThat(undoing(item)).isEmpty();
        max.post("/request-items/" + item + "/reopen", "{\"reason\":\"Not what I meant\"}")
                .is(200);
        cancel(max, item).is(200);
        comesToUndo(item, "Fetch it open");
    }

    @Test
    void cancellingWhileATaskEndsUndoesExactlyWhatWasDone() throws Exception {
        var flow = author.published(
                "race",
                step("only", StepKind.TASK, "compensation", "Undo it"),
                step("then", StepKind.TASK, "compensation", "Never"));
        var catalogued = author.item(flow);
        for (int i = 0; i < 8; i++) {
            var item = author.ordered(max, catalogued);
            var only = task(item, "Step only");
            var gate = new CyclicBarrier(3);
            var answers = new ArrayList<Api.Answer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var ended = threads.submit(() -> {
                    gate.await();
                    return ada.post("/tasks/" + only + "/complete", "{}");
                });
                var one = threads.submit(() -> {
                    gate.await();
                    return cancel(max, item);
                });
                var two = threads.submit(() -> {
                    gate.await();
                    return cancel(ada, item);
                });
                answers.add(ended.get());
                answers.add(one.get());
                answers.add(two.get());
            }
            assertThat(answers.stream().skip(1).map(Api.Answer::status)).contains(200);
            await().atMost(PATIENCE)
                    .until(() ->
                            ada.get("/request-items/" + item + "/flow").text().contains("cancelled"));
            var expected = answers.getFirst().status() == 200 ? List.of("Undo it open") : List.<String>of();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(undoing(item)).isEqualTo(expected));
        }
    }

    @Test
    void whatUndoesAStepIsSaidWholeBeforeItIsPublished() {
        var flow = author.drafted(
                "half",
                FlowDocument.line(List.of(
                        step("a", StepKind.TASK, "compensation_group", "Network"),
                        step("b", StepKind.TASK, "compensation", "Back", "compensation_group", "no-such-" + mark),
                        step("c", StepKind.TASK, "no_return", "no"))));
        var refused = ada.post("/flows/" + flow + "/publish", "{}").problem(422).text();
        assertThat(refused).contains("a: ", "b: ", "c: ");
    }
}
