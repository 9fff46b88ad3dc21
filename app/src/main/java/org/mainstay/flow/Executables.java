package org.mainstay.flow;

import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;

/// Makes of a flow what the engine runs: it keeps the tokens and rests at every step until it is told that the step
/// has ended. Nothing that an author wrote gets there, neither an expression nor a script: a branch asks for a yes or
/// a no by the number of its way.
final class Executables {

    private Executables() {}

    /// @param key by which the engine knows it
    static BpmnModel of(FlowDocument document, String key) {
        var model = new BpmnModel();
        var process = new Process();
        process.setId(key);
        process.setExecutable(true);
        model.addProcess(process);
        for (var node : document.nodes()) {
            var element = element(node, document);
            element.setId(node.id());
            process.addFlowElement(element);
        }
        for (int i = 0; i < document.links().size(); i++) {
            var link = document.links().get(i);
            var flow = new SequenceFlow(link.from(), link.to());
            flow.setId(link.id());
            if (link.conditional()) {
                flow.setConditionExpression("${" + way(i) + "}");
            }
            process.addFlowElement(flow);
        }
        return model;
    }

    /// The name of the yes or no for a link, by its place in the document.
    static String way(int link) {
        return "way" + link;
    }

    private static FlowElement element(Node node, FlowDocument document) {
        return switch (node) {
            case Start _ -> new StartEvent();
            // where nothing came of it the token rests, and the run is cancelled
            case End end -> end.cancels() ? new ReceiveTask() : new EndEvent();
            case Parallel _ -> new ParallelGateway();
            case Step _ -> new ReceiveTask();
            case Branch(var id, var _) -> {
                var gateway = new ExclusiveGateway();
                document.from(id).stream()
                        .filter(FlowDocument.Link::standard)
                        .findFirst()
                        .ifPresent(it -> gateway.setDefaultFlow(it.id()));
                yield gateway;
            }
        };
    }
}
