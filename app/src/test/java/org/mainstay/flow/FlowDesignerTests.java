package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.flow.Author.drawn;
import static org.mainstay.flow.Author.step;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages on which flows are designed: what they save, and what they do not lose.
@MainstayTest
class FlowDesignerTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "d" + Plan.newId().toString().substring(24);
    private Api ada;
    private Client client;
    private String cookie;
    private Author author;
    private Shop shop;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        ada = new Api(port, "ada");
        client = new Client(port);
        cookie = client.signIn("ada", Cast.PASSWORD);
        shop = new Shop(ada);
        author = new Author(ada, shop, mark);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private HttpResponse<String> post(String flow, String page, String... fields) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        form.put("_csrf", client.csrf(cookie));
        form.putIfAbsent("version", version(flow));
        return client.post("/flows/" + flow + "/" + page, form, "Cookie", cookie);
    }

    private String version(String flow) {
        return ada.get("/flows/" + flow).is(200).json().get("version").asString();
    }

    private FlowDocument document(String flow) {
        var text = Shop.text(ada.get("/flows/" + flow).is(200).json(), "document");
        return ((FlowRead.Good) FlowReader.read(text)).document();
    }

    private List<String> names(String flow) {
        return document(flow).line().orElseThrow().stream()
                .map(FlowDocument.Step::name)
                .toList();
    }

    private String page(String path) {
        var answer = client.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void stepsAreAddedMovedAndRemoved() {
        var flow = author.drafted("steps", FlowDocument.line(List.of()));
        assertThat(post(
                                flow,
                                "designer",
                                "do",
                                "save:new",
                                "kind",
                                "task",
                                "name",
                                "Second",
                                "group",
                                "Net <& [Network]")
                        .statusCode())
                .isEqualTo(302);
        var second = document(flow).steps().getFirst();
        assertThat(second.fields()).isEqualTo(Map.of("group", "Network"));
        post(
                flow,
                "designer",
                "do",
                "save:new",
                "kind",
                "timer",
                "duration",
                "PT1H",
                "name",
                "First",
                "before",
                second.id());
        post(flow, "designer", "do", "save:new", "kind", "send_message", "text", "a\r\nb & <c>", "internal", "true");
        assertThat(names(flow)).containsExactly("First", "Second", "");
        var last = document(flow).steps().getLast();
        assertThat(last.fields()).isEqualTo(Map.of("text", "a\nb & <c>", "internal", "true"));
        post(flow, "designer", "do", "up:" + last.id());
        assertThat(names(flow)).containsExactly("First", "", "Second");
        post(flow, "designer", "do", "down:" + second.id());
        post(flow, "designer", "do", "remove:" + last.id());
        assertThat(names(flow)).containsExactly("First", "Second");
        post(flow, "designer", "do", "save:" + second.id(), "kind", "task", "name", "Other", "name_de", "Anderes");
        assertThat(document(flow).step(second.id()).orElseThrow().fields()).isEqualTo(Map.of("name_de", "Anderes"));
        ada.post("/flows/" + flow + "/publish", "{\"note\":\"" + mark + "\"}").is(200);
        assertThat(page("/flows/" + flow + "/designer")).contains(mark, "Version 1 is in force");
    }

    @Test
    void whoWasSlowerKeepsWhatTheyTyped() {
        var flow = author.drafted("two", FlowDocument.line(List.of(step("a", StepKind.TASK))));
        var seen = version(flow);
        post(flow, "designer", "do", "save:a", "kind", "task", "name", "Hers");
        var late = post(flow, "designer", "do", "save:a", "kind", "task", "name", "His and " + mark, "version", seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("His and " + mark);
        assertThat(names(flow)).containsExactly("Hers");
        post(flow, "designer", "do", "remove:a");
        var gone = post(flow, "designer", "do", "save:a", "kind", "task", "name", "Again " + mark);
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("Again " + mark, "save:new");
        assertThat(names(flow)).isEmpty();
        var drawn = FlowWriter.write(FlowDocument.line(List.of(step("b", StepKind.TASK))));
        var slow = post(flow, "diagram", "xml", drawn, "version", seen);
        assertThat(slow.statusCode()).isEqualTo(409);
        assertThat(slow.body()).contains("Step b");
        assertThat(names(flow)).isEmpty();
    }

    @Test
    void faultsStandBesideTheStepsTheyAreAbout() {
        var flow = author.drafted(
                "faults",
                FlowDocument.line(
                        List.of(step("good", StepKind.TASK), step("bad", StepKind.TASK, "group", "no-such-" + mark))));
        var page = page("/flows/" + flow + "/designer");
        var line = page.substring(page.indexOf("id=\"at-bad\""));
        assertThat(line).contains("there is nothing that Group could mean by no-such-" + mark);
        assertThat(page.substring(page.indexOf("id=\"at-good\""), page.indexOf("id=\"at-bad\"")))
                .doesNotContain("no-such");
        assertThat(page("/flows/" + flow + "/diagram")).contains("data-fault=\"bad\"");
        var publish = client.post(
                "/flows/" + flow + "/actions/publish", Map.of("_csrf", client.csrf(cookie)), "Cookie", cookie);
        assertThat(publish.statusCode()).isEqualTo(422);
        assertThat(publish.body()).contains("no-such-" + mark);
    }

    @Test
    void whatIsNoLineIsReadInTheListAndChangedInTheDiagram() {
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
        var flow = author.drafted("branch", document);
        var page = page("/flows/" + flow + "/designer");
        assertThat(page).contains("Step instead", "/flows/" + flow + "/diagram").doesNotContain("do\" value=\"up:");
        var before = version(flow);
        post(flow, "designer", "do", "remove:try");
        assertThat(version(flow)).isEqualTo(before);
        // what came without a drawing gets one
        assertThat(page("/flows/" + flow + "/diagram")).contains("BPMNShape");
        assertThat(post(flow, "diagram", "xml", FlowWriter.write(document.laidOut()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(document(flow).links()).containsExactlyInAnyOrderElementsOf(document.links());
        assertThat(document(flow).ways()).hasSize(5);
    }

    @Test
    void whatCannotBeReadIsRefusedAndKept() {
        var flow = author.drafted("hostile", FlowDocument.line(List.of()));
        var entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d>&x;" + mark + "</d>";
        for (var xml : List.of("nonsense " + mark, entity, "<a>" + mark)) {
            var refused = post(flow, "diagram", "xml", xml);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains(mark);
        }
        var script = "<userTask id=\"a\"/><scriptTask id=\"x\"><script>" + mark + "</script></scriptTask>";
        var foreign = FlowWriter.write(FlowDocument.line(List.of())).replace("</process>", script + "</process>");
        assertThat(post(flow, "diagram", "xml", foreign).statusCode()).isEqualTo(422);
        assertThat(names(flow)).isEmpty();
        var tooLong = post(flow, "designer", "do", "save:new", "kind", "task", "name", "x".repeat(300));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("x".repeat(300));
        assertThat(post(flow, "designer", "do", "save:new", "kind", "script").statusCode())
                .isEqualTo(409);
        assertThat(post(flow, "designer", "do", "nonsense:" + "<b>").statusCode())
                .isEqualTo(302);
    }

    @Test
    void othersDoNotKnowOfFlows() {
        var flow = author.drafted("secret", FlowDocument.line(List.of(step("a", StepKind.TASK))));
        for (var who : List.of("sam", "max", "olga")) {
            var theirs = client.signIn(who, Cast.PASSWORD);
            for (var page : List.of("designer", "diagram")) {
                assertThat(client.get("/flows/" + flow + "/" + page, "Cookie", theirs)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }
}
