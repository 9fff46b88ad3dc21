package org.mainstay.flow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.ExtensionAttribute;
import org.flowable.bpmn.model.ExtensionElement;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TerminateEventDefinition;
import org.mainstay.flow.FlowDocument.Box;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;

/// Writes flows as BPMN 2.0 that [FlowReader] reads and tools for BPMN draw.
public final class FlowWriter {

    private FlowWriter() {}

    public static String write(FlowDocument document) {
        var model = new BpmnModel();
        model.addNamespace("mainstay", FlowReader.NAMESPACE);
        model.setTargetNamespace(FlowReader.NAMESPACE);
        var process = new Process();
        process.setId("flow");
        process.setExecutable(true);
        model.addProcess(process);
        for (var node : document.nodes()) {
            var element = element(node, document);
            element.setId(node.id());
            element.setName(node.name().isEmpty() ? null : node.name());
            process.addFlowElement(element);
        }
        for (var link : document.links()) {
            var flow = new SequenceFlow(link.from(), link.to());
            flow.setId(link.id());
            flow.setName(link.name().isEmpty() ? null : link.name());
            flow.setConditionExpression(link.condition().isEmpty() ? null : link.condition());
            field(flow, StepKind.Field.OF.name(), link.of());
            field(flow, StepKind.Field.OUTCOME.name(), link.outcome());
            process.addFlowElement(flow);
        }
        draw(document, model);
        return new String(new BpmnXMLConverter().convertToXML(model), StandardCharsets.UTF_8);
    }

    private static FlowElement element(Node node, FlowDocument document) {
        return switch (node) {
            case Start _ -> new StartEvent();
            case End end -> {
                var event = new EndEvent();
                if (end.cancels()) {
                    event.addEventDefinition(new TerminateEventDefinition());
                }
                yield event;
            }
            case Parallel _ -> new ParallelGateway();
            case Branch(var id, var _) -> {
                var gateway = new ExclusiveGateway();
                document.from(id).stream()
                        .filter(FlowDocument.Link::standard)
                        .findFirst()
                        .ifPresent(it -> gateway.setDefaultFlow(it.id()));
                yield gateway;
            }
            case Step step -> {
                var element = Elements.of(step.kind());
                if (element instanceof CallActivity call) {
                    call.setCalledElement(step.need(StepKind.Field.FLOW));
                }
                field(element, StepKind.Field.KIND.name(), step.kind().code());
                new TreeMap<>(step.fields()).forEach((name, value) -> field(element, name, value));
                yield element;
            }
        };
    }

    private static void field(BaseElement element, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        var field = new ExtensionElement();
        field.setName(FlowReader.FIELD);
        field.setNamespace(FlowReader.NAMESPACE);
        field.setNamespacePrefix("mainstay");
        var attribute = new ExtensionAttribute(FlowReader.NAME);
        attribute.setValue(name);
        field.addAttribute(attribute);
        field.setElementText(value);
        element.addExtensionElement(field);
    }

    private static void draw(FlowDocument document, BpmnModel model) {
        document.layout().forEach((id, box) -> model.addGraphicInfo(id, graphic(box.x(), box.y(), box)));
        for (var link : document.links()) {
            var from = document.layout().get(link.from());
            var to = document.layout().get(link.to());
            var way = document.ways().get(link.id());
            if (from != null && to != null && way != null) {
                model.addFlowGraphicInfoList(
                        link.id(),
                        way.stream().map(it -> graphic(it.x(), it.y(), from)).toList());
            } else if (from != null && to != null) {
                model.addFlowGraphicInfoList(
                        link.id(),
                        List.of(
                                graphic(from.x() + from.width(), from.y() + from.height() / 2, from),
                                graphic(to.x(), to.y() + to.height() / 2, to)));
            }
        }
    }

    private static GraphicInfo graphic(double x, double y, Box box) {
        return new GraphicInfo(x, y, box.height(), box.width());
    }
}
