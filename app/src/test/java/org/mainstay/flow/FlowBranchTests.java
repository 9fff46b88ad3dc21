package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.flow.Author.drawn;
import static org.mainstay.flow.Author.step;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.request.Shop;
import org.mainstay.testing.MainstayTest;

/// Where a flow goes: by how a task ended, what was decided, answered, or said by another system.
@MainstayTest
class FlowBranchTests extends FlowWorld {

    @Test
    void aBranchAsksHowATaskEnded() {
        var document = drawn(
                List.of(
                        new Start("s", ""),
                        step("try", StepKind.TASK),
                        new Branch("b", ""),
                        step("instead", StepKind.TASK),
                        new End("e", "", false)),
                "s>try",
                "try>b",
                "b>instead?try=skipped",
                "b>e!",
                "instead>e");
        var flow = author.item(author.published("branch", document));
        var done = author.ordered(max, flow);
        complete(done, "Step try");
        comes(done, "fulfilled");
        var left = author.ordered(max, flow);
        ada.post("/tasks/" + task(left, "Step try") + "/skip", "{\"reason\":\"No parts\"}")
                .is(200);
        complete(left, "Step instead");
        comes(left, "fulfilled");
    }

    @Test
    void anEndForNothingCancels() {
        var document = drawn(
                List.of(
                        new Start("s", ""),
                        new Parallel("fork", ""),
                        step("look", StepKind.TASK),
                        step("other", StepKind.TASK),
                        new End("no", "Nothing", true),
                        new End("e", "", false)),
                "s>fork",
                "fork>look",
                "fork>other",
                "look>no",
                "other>e");
        var item = author.ordered(max, author.item(author.published("nothing", document)));
        task(item, "Step other");
        complete(item, "Step look");
        comes(item, "cancelled");
        await().atMost(PATIENCE).until(() -> open(item, "Step other").isEmpty());
    }

    @Test
    void anApprovalDecidesWhereItGoes() {
        var policy = Shop.number(ada.post(
                "/approval-policies",
                "{\"name\":\"%s\",\"record_type\":\"request_item\",\"condition\":\"title:none\",\"stewards\":\"Network\"}"
                        .formatted(mark)));
        Shop.number(ada.post(
                "/approval-steps",
                "{\"name\":\"Nina\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"nina\"}"
                        .formatted(policy)));
        var asks = step("ask", StepKind.APPROVAL, "policy", policy);
        var line = author.item(author.published("asks", asks, step("work", StepKind.TASK)));
        var granted = author.ordered(max, line);
        comes(granted, "waiting_for_approval");
        decide(granted, "approve", "{}");
        complete(granted, "Step work");
        comes(granted, "fulfilled");
        var rejected = author.ordered(max, line);
        comes(rejected, "waiting_for_approval");
        decide(rejected, "reject", "{\"why\":\"No\"}");
        comes(rejected, "cancelled");
        var branch = author.item(author.published(
                "asks_on",
                drawn(
                        List.of(
                                new Start("s", ""),
                                asks,
                                new Branch("b", ""),
                                step("cheaper", StepKind.TASK),
                                new End("e", "", false)),
                        "s>ask",
                        "ask>b",
                        "b>cheaper?ask=rejected",
                        "b>e!",
                        "cheaper>e")));
        var other = author.ordered(max, branch);
        comes(other, "waiting_for_approval");
        decide(other, "reject", "{\"why\":\"Too dear\"}");
        complete(other, "Step cheaper");
        comes(other, "fulfilled");
        ada.delete("/approval-policies/" + policy).is(204);
    }

    private void decide(String item, String verb, String body) {
        var approval = ada.get("/request-items/" + item + "/approvals")
                .is(200)
                .json()
                .at("/items/0/number")
                .stringValue();
        ada.as("nina").post("/approvals/" + approval + "/" + verb, body).is(200);
    }

    @Test
    void anotherSystemIsAskedUntilItAnswers() {
        try (var other = new OtherSystem()) {
            var call = step(
                    "call",
                    StepKind.REST_CALL,
                    "method",
                    "POST",
                    "url",
                    other.url() + "/grants/{{number}}?for={{beneficiary.name}}",
                    "body",
                    "{\"who\":\"{{beneficiary}}\"}");
            var flow = author.item(author.published("calls", call));
            other.answers(503);
            var item = author.ordered(max, flow);
            comes(item, "fulfilled");
            assertThat(other.asked()).isEqualTo(2);
            assertThat(other.done().values())
                    .containsExactly("/grants/" + item + "?for=Max%20Keller {\"who\":\"max\"}");
            other.answers(404);
            var failing = author.ordered(max, flow);
            await().atMost(PATIENCE)
                    .until(() -> ada.get("/request-items/" + failing)
                            .json()
                            .get("flow_failed")
                            .booleanValue());
            ada.post("/request-items/" + failing + "/retry_step", "{}").is(200);
            comes(failing, "fulfilled");
        }
    }

    @Test
    void aBranchAsksWhatWasAnswered() {
        var form = mark + "_model";
        var question =
                "{\"code\":\"model\",\"kind\":\"choice\",\"label\":\"Model\",\"options\":[{\"code\":\"air\",\"label\":\"Air\"},{\"code\":\"pro\",\"label\":\"Pro\"}]}";
        var document = "{\"sections\":[{\"code\":\"all\",\"label\":\"All\",\"questions\":[" + question + "]}]}";
        Shop.number(ada.post(
                "/forms",
                tools.jackson.databind.json.JsonMapper.shared()
                        .createObjectNode()
                        .put("number", form)
                        .put("name", mark)
                        .put("document", document)
                        .toString()));
        ada.post("/forms/" + form + "/publish", "{}").is(200);
        List<FlowDocument.Node> nodes = List.of(
                new Start("s", ""),
                new Branch("b", ""),
                step("pro", StepKind.TASK, "description", "Model {{answers.model}}"),
                new End("e", "", false));
        var flow = author.published(
                "answers",
                new FlowDocument(
                        nodes,
                        List.of(
                                new FlowDocument.Link("l1", "s", "b", "", "", "", "", false),
                                new FlowDocument.Link(
                                        "l2", "b", "pro", "", "answers.model:pro quantity:1", "", "", false),
                                new FlowDocument.Link("l3", "b", "e", "", "", "", "", true),
                                new FlowDocument.Link("l4", "pro", "e", "", "", "", "", false)),
                        java.util.Map.of()));
        var item = author.item(flow);
        ada.patch("/catalog-items/" + item, "{\"form\":\"" + form + "\"}").is(200);
        shop.publish(item);
        var pro = author.ordered(max, item, "{\"answers\":{\"model\":\"pro\"}}");
        assertThat(Shop.text(ada.get("/tasks/" + task(pro, "Step pro")).json(), "description"))
                .isEqualTo("Model pro");
        complete(pro, "Step pro");
        comes(pro, "fulfilled");
        comes(author.ordered(max, item, "{\"answers\":{\"model\":\"air\"}}"), "fulfilled");
    }
}
