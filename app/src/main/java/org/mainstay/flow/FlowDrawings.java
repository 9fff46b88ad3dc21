package org.mainstay.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainstay.flow.FlowDesignView.Drawn;
import org.mainstay.flow.FlowDesignView.Editor;
import org.mainstay.flow.FlowDesignView.Marked;
import org.mainstay.flow.FlowDesignView.Tool;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;

/// Makes what a diagram is drawn with.
final class FlowDrawings {

    private final FlowDesigns designs;
    private final FlowTerms terms;
    private final FlowFields fields;

    FlowDrawings(FlowDesigns designs, FlowTerms terms, FlowFields fields) {
        this.designs = designs;
        this.terms = terms;
        this.fields = fields;
    }

    /// @param xml as it was drawn, whether it is saved or not
    Drawn of(Snapshot flow, String xml, Frame frame) {
        var panels = new ArrayList<Editor>();
        for (var kind : StepKind.values()) {
            panels.add(designs.editor("", "", kind, Map.of(), flow, frame));
        }
        panels.add(panel("way", fields.ofWay(frame), frame));
        for (var other : List.of("start", "end", "end_nothing", "branch", "parallel")) {
            panels.add(panel(other, fields.ofOther(frame), frame));
        }
        return new Drawn(placed(xml), panels, tools(frame), faults(flow, frame));
    }

    private static Editor panel(String kind, List<FormView.Input> inputs, Frame frame) {
        return new Editor(
                "", "", kind, frame.say("flow.element." + kind), frame.say("flow.element." + kind + ".hint"), inputs);
    }

    /// What nobody drew, such as what came by the API, gets places.
    private static String placed(String xml) {
        if (!(FlowReader.read(xml) instanceof FlowRead.Good(var document))) {
            return xml;
        }
        var laidOut = document.laidOut();
        return laidOut.equals(document) ? xml : FlowWriter.write(laidOut);
    }

    private static List<Tool> tools(Frame frame) {
        var tools = new ArrayList<Tool>();
        tools.add(tool("start", "bpmn:StartEvent", "", "circle", frame));
        for (var kind : StepKind.values()) {
            tools.add(new Tool(
                    kind.code(),
                    "bpmn:" + Character.toUpperCase(kind.element().charAt(0))
                            + kind.element().substring(1),
                    definition(kind),
                    frame.say("flow.kind." + kind.code()),
                    icon(kind)));
        }
        tools.add(tool("branch", "bpmn:ExclusiveGateway", "", "arrows-split", frame));
        tools.add(tool("parallel", "bpmn:ParallelGateway", "", "arrows-split-2", frame));
        tools.add(tool("end", "bpmn:EndEvent", "", "circle-check", frame));
        tools.add(tool("end_nothing", "bpmn:EndEvent", "bpmn:TerminateEventDefinition", "circle-x", frame));
        return tools;
    }

    private static Tool tool(String kind, String element, String definition, String icon, Frame frame) {
        return new Tool(kind, element, definition, frame.say("flow.element." + kind), icon);
    }

    private static String definition(StepKind kind) {
        return switch (kind) {
            case TIMER, WAIT_UNTIL -> "bpmn:TimerEventDefinition";
            case WAIT_FOR_MESSAGE -> "bpmn:MessageEventDefinition";
            case WAIT_FOR_CONDITION -> "bpmn:ConditionalEventDefinition";
            default -> "";
        };
    }

    static String icon(StepKind kind) {
        return switch (kind) {
            case TASK -> "user";
            case APPROVAL -> "circle-check";
            case WAIT_UNTIL -> "calendar";
            case TIMER -> "clock";
            case WAIT_FOR_MESSAGE -> "message";
            case WAIT_FOR_CONDITION -> "filter";
            case SUB_FLOW -> "route";
            case REST_CALL -> "world";
            case SET_ATTRIBUTE -> "forms";
            case CREATE_RECORD -> "plus";
            case SEND_MESSAGE -> "mail";
        };
    }

    private List<Marked> faults(Snapshot flow, Frame frame) {
        var document = FlowDesigns.document(flow);
        return terms.faults(flow).stream()
                .filter(it -> !it.element().isEmpty())
                .map(it -> new Marked(
                        it.element(),
                        document.step(it.element())
                                .map(step -> step.name(false))
                                .orElse(it.element()),
                        frame.messages().say(it.reason(), frame.locale())))
                .toList();
    }
}
