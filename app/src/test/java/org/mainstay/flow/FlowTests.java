package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.flow.Author.drawn;
import static org.mainstay.flow.Author.step;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.request.Shop;
import org.mainstay.testing.MainstayTest;

/// What is ordered goes by the flow of its item: every kind of step, one after the other and side by side.
@MainstayTest
class FlowTests extends FlowWorld {

    @Test
    void tasksComeOneAfterTheOther() {
        var flow = author.published(
                "line",
                step("one", StepKind.TASK, "group", "Network", "description", "For {{beneficiary.name}}"),
                step("two", StepKind.TASK));
        var item = author.ordered(max, author.item(flow));
        var first = ada.get("/tasks/" + task(item, "Step one")).is(200).json();
        assertThat(first.at("/group/label").asString()).isEqualTo("Network");
        assertThat(Shop.text(first, "description")).isEqualTo("For Max Keller");
        assertThat(shop.tasks(ada, item)).hasSize(1);
        complete(item, "Step one");
        complete(item, "Step two");
        comes(item, "fulfilled");
    }

    @Test
    void waysGoSideBySideAndMeet() {
        var document = drawn(
                List.of(
                        new Start("s", ""),
                        new Parallel("fork", ""),
                        step("left", StepKind.TASK),
                        step("right", StepKind.TASK),
                        new Parallel("join", ""),
                        step("last", StepKind.TASK),
                        new End("e", "", false)),
                "s>fork",
                "fork>left",
                "fork>right",
                "left>join",
                "right>join",
                "join>last",
                "last>e");
        var item = author.ordered(max, author.item(author.published("fork", document)));
        complete(item, "Step left");
        task(item, "Step right");
        assertThat(open(item, "Step last")).isEmpty();
        complete(item, "Step right");
        complete(item, "Step last");
        comes(item, "fulfilled");
    }

    @Test
    void stepsDoWhatTheySay() {
        var flow = author.published(
                "acts",
                step("set", StepKind.SET_ATTRIBUTE, "attribute", "title", "value", mark + " for {{beneficiary}}"),
                step("say", StepKind.SEND_MESSAGE, "text", "We begin with {{number}}"),
                step(
                        "make",
                        StepKind.CREATE_RECORD,
                        "type",
                        "incident",
                        "values",
                        "{\"title\":\"Follow {{number}}\",\"caller\":\"{{requester}}\"}"),
                step("wait", StepKind.WAIT_FOR_CONDITION, "condition", "assignee:nina"),
                step("timer", StepKind.TIMER, "duration", "PT1S"),
                step("until", StepKind.WAIT_UNTIL, "until", "2020-01-01"),
                step("told", StepKind.WAIT_FOR_MESSAGE, "message", "parcel"));
        var item = author.ordered(max, author.item(flow));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Shop.text(ada.get("/request-items/" + item).json(), "title"))
                        .isEqualTo(mark + " for max"));
        await().atMost(PATIENCE)
                .until(() -> max.get("/request-items/" + item + "/comments")
                        .is(200)
                        .text()
                        .contains("We begin with " + item));
        assertThat(ada.get("/incidents?filter=title:%22Follow%20" + item + "%22")
                        .is(200)
                        .text())
                .contains("Follow " + item);
        ada.patch("/request-items/" + item, "{\"group\":\"Network\",\"assignee\":\"nina\"}")
                .is(200);
        await().atMost(PATIENCE).until(() -> {
            ada.post("/request-items/" + item + "/send_message", "{\"message\":\"parcel\"}");
            return state(item).equals("fulfilled");
        });
    }

    @Test
    void whatFailsSaysWhyAndIsTriedAgainOrDoneByHand() {
        var flow = author.published(
                "fails",
                step("set", StepKind.SET_ATTRIBUTE, "attribute", "assignee", "value", "nobody-" + mark),
                step("last", StepKind.TASK));
        var item = author.ordered(max, author.item(flow));
        await().atMost(PATIENCE)
                .until(() -> ada.get("/request-items/" + item)
                        .json()
                        .get("flow_failed")
                        .booleanValue());
        ada.post("/request-items/" + item + "/retry_step", "{}").is(200);
        max.post("/request-items/" + item + "/skip_step", "{\"reason\":\"x\"}").is(403);
        await().atMost(PATIENCE)
                .until(() ->
                        ada.get("/request-items?filter=flow_failed:yes").text().contains(item));
        ada.post("/request-items/" + item + "/take_over_step", "{}").is(200);
        complete(item, "Step set");
        await().atMost(PATIENCE)
                .until(() -> !ada.get("/request-items/" + item)
                        .json()
                        .get("flow_failed")
                        .booleanValue());
        complete(item, "Step last");
        comes(item, "fulfilled");
    }

    @Test
    void whatWasBegunGoesOnByItsVersion() {
        var flow = author.published("version", step("old", StepKind.TASK));
        var offered = author.item(flow);
        var before = author.ordered(max, offered);
        task(before, "Step old");
        var newer = FlowWriter.write(FlowDocument.line(List.of(step("new", StepKind.TASK))));
        var body = tools.jackson.databind.json.JsonMapper.shared()
                .createObjectNode()
                .put("document", newer);
        ada.patch("/flows/" + flow, body.toString()).is(200);
        ada.post("/flows/" + flow + "/publish", "{}").is(200);
        shop.publish(offered);
        var after = author.ordered(max, offered);
        task(after, "Step new");
        complete(before, "Step old");
        comes(before, "fulfilled");
        complete(after, "Step new");
    }

    @Test
    void anotherFlowRunsWithin() {
        var inner = author.published("inner", step("within", StepKind.TASK));
        var outer =
                author.published("outer", step("sub", StepKind.SUB_FLOW, "flow", inner), step("then", StepKind.TASK));
        var item = author.ordered(max, author.item(outer));
        complete(item, "Step within");
        complete(item, "Step then");
        comes(item, "fulfilled");
    }

    @Test
    void whoCancelsEndsWhatIsOpenAndHasUndoneWhatWasDone() {
        var inner = author.published("open", step("asked", StepKind.TASK));
        var flow = author.published(
                "undone",
                step("give", StepKind.TASK, "compensation", "Take back"),
                step("sub", StepKind.SUB_FLOW, "flow", inner));
        var item = author.ordered(max, author.item(flow));
        complete(item, "Step give");
        task(item, "Step asked");
        max.post("/request-items/" + item + "/cancel", "{\"reason\":\"Not needed\"}")
                .is(200);
        await().atMost(PATIENCE).until(() -> open(item, "Step asked").isEmpty());
        task(item, "Take back");
        assertThat(state(item)).isEqualTo("cancelled");
    }

    @Test
    void aFlowThatNamesWhatIsNotThereIsNotPublished() {
        var flow = author.drafted(
                "unknown",
                FlowDocument.line(List.of(
                        step("a", StepKind.TASK, "group", "no-such-" + mark),
                        step("b", StepKind.APPROVAL, "policy", "no-such"),
                        step("c", StepKind.SET_ATTRIBUTE, "attribute", "state", "value", "closed"),
                        step("d", StepKind.WAIT_FOR_CONDITION, "condition", "no_such:1"),
                        step("e", StepKind.CREATE_RECORD, "type", "incident", "values", "[1]"),
                        step("f", StepKind.TIMER, "duration", "soon"),
                        step("g", StepKind.REST_CALL, "method", "GET", "url", "file:///etc/passwd"))));
        var refused = ada.post("/flows/" + flow + "/publish", "{}").is(422).text();
        assertThat(refused).contains("a:", "b:", "c:", "d:", "e:", "f:", "g:");
        max.get("/flows/" + flow).is(404);
    }
}
