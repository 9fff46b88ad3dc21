package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.flow.FlowDocument.Step;

/// Flows as BPMN: what is written is read as it was, and what is none of ours is refused with a reason.
class FlowReaderTests {

    private static final String HEAD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:m="https://mainstay.org/schema/flow"
              targetNamespace="t"><process id="p">""";
    private static final String TAIL = "</process></definitions>";

    private static FlowDocument good(String xml) {
        assertThat(FlowReader.read(xml)).isInstanceOf(FlowRead.Good.class);
        return ((FlowRead.Good) FlowReader.read(xml)).document();
    }

    private static List<String> reasons(String xml) {
        assertThat(FlowReader.read(xml)).isInstanceOf(FlowRead.Bad.class);
        return ((FlowRead.Bad) FlowReader.read(xml))
                .faults().stream().map(it -> it.reason().key()).toList();
    }

    @ParameterizedTest
    @EnumSource(StepKind.class)
    void everyKindOfStepIsReadAsItWasWritten(StepKind kind) {
        var fields = kind.fields().stream()
                .collect(java.util.stream.Collectors.toMap(
                        StepKind.Field::name, it -> it.longest() < 40 ? "true" : "a <b> & \"ü\" {{x}}"));
        var document = FlowDocument.line(List.of(new Step("one", "Größe & \"<so>\"", kind, fields)));
        var read = good(FlowWriter.write(document));
        assertThat(read.nodes()).isEqualTo(document.nodes());
        assertThat(read.line()).contains(document.steps());
        assertThat(read.layout()).containsKeys("start", "one", "end");
    }

    @Test
    void waysAndTheirConditionsAreReadAsTheyWereWritten() {
        var step = new Step("ask", "Ask", StepKind.TASK, Map.of());
        var document = new FlowDocument(
                List.of(
                        new FlowDocument.Start("s", ""),
                        step,
                        new FlowDocument.Branch("b", "Which?"),
                        new FlowDocument.Parallel("p", ""),
                        new FlowDocument.End("e", "", false),
                        new FlowDocument.End("no", "Nothing", true)),
                List.of(
                        new FlowDocument.Link("l1", "s", "ask", "", "", "", "", false),
                        new FlowDocument.Link("l2", "ask", "b", "", "", "", "", false),
                        new FlowDocument.Link("l3", "b", "p", "dear", "price>\"5 EUR\"", "ask", "done", false),
                        new FlowDocument.Link("l4", "b", "no", "", "", "", "", true),
                        new FlowDocument.Link("l5", "p", "e", "", "", "", "", false)),
                Map.of());
        var read = good(FlowWriter.write(document));
        assertThat(read).isEqualTo(document);
        assertThat(read.line()).isEmpty();
        assertThat(FlowCheck.of(read, StepTerms.ANY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
                "{\"json\":true}"
            })
    void whatIsNoBpmnIsRefused(String text) {
        assertThat(FlowReader.read(text)).isInstanceOf(FlowRead.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='x'><script>1</script></scriptTask>",
                "<serviceTask id='x' implementation='java.lang.Runtime'/>",
                "<subProcess id='x'/>",
                "<userTask id='x'><extensionElements><m:detail name='kind'>rest_call</m:detail></extensionElements></userTask>",
                "<startEvent id='x'><timerEventDefinition/></startEvent>",
                "<boundaryEvent id='x' attachedToRef='y'/>"
            })
    void otherStepsAreRefused(String element) {
        assertThat(reasons(HEAD + element + TAIL)).contains("flow.document.unknown_step");
    }

    @Test
    void whatIsSaidOfNothingIsRefused() {
        var task =
                "<userTask id='x' name='X'><extensionElements><m:detail name='url'>http://a</m:detail></extensionElements></userTask>";
        assertThat(reasons(HEAD + task + TAIL)).containsExactly("flow.document.unknown_field");
    }

    private static List<String> faults(String inner) {
        return FlowCheck.of(good(HEAD + inner + TAIL), StepTerms.ANY).stream()
                .map(it -> it.reason().key())
                .toList();
    }

    @Test
    void deadEndsAndCirclesAreFound() {
        var ends = "<startEvent id='s'/><endEvent id='e'/>";
        assertThat(faults(ends + "<sequenceFlow id='f' sourceRef='s' targetRef='e'/>"))
                .isEmpty();
        assertThat(faults("<startEvent id='s'/>")).contains("flow.check.no_end");
        assertThat(faults(ends + "<userTask id='t' name='T'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>"))
                .contains("flow.check.one_way_on");
        var circle = ends
                + "<exclusiveGateway id='a' default='f3'/><exclusiveGateway id='b' default='f4'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='b'>"
                + "<conditionExpression>title:x</conditionExpression></sequenceFlow>"
                + "<sequenceFlow id='f3' sourceRef='a' targetRef='e'/><sequenceFlow id='f4' sourceRef='b' targetRef='a'/>";
        assertThat(faults(circle)).contains("flow.check.endless");
        var dead = ends
                + "<exclusiveGateway id='a' default='f2'/><parallelGateway id='p'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='e'/>"
                + "<sequenceFlow id='f3' sourceRef='a' targetRef='p'><conditionExpression>title:x</conditionExpression></sequenceFlow>";
        assertThat(faults(dead)).contains("flow.check.dead_end");
    }

    @Test
    void branchesHaveAWayForEveryCase() {
        var branch = "<startEvent id='s'/><endEvent id='e'/><exclusiveGateway id='a'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='e'/>"
                + "<sequenceFlow id='f3' sourceRef='a' targetRef='e'/>";
        assertThat(faults(branch)).contains("flow.check.condition_needed", "flow.check.no_standard");
    }
}
