package org.mainstay.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TerminateEventDefinition;
import org.mainstay.flow.FlowDocument.Box;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Link;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Point;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;

/// Reads flows from BPMN 2.0. What is said of steps stands in elements of our own,
/// `<mainstay:detail name="group">…</mainstay:detail>`; whatever else an element brings is not taken.
public final class FlowReader {

    /// In characters.
    public static final int LONGEST = 500_000;

    static final String NAMESPACE = "https://mainstay.org/schema/flow";
    static final String FIELD = "detail";
    static final String NAME = "name";
    static final int MOST_NODES = 300;

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_POINTS = 100;

    private final List<Fault> faults = new ArrayList<>();

    private FlowReader() {}

    /// @return the document with ids that are unique and fields that are known; whether it can run, says [FlowCheck]
    public static FlowRead read(String xml) {
        if (xml.length() > LONGEST) {
            return new FlowRead.Bad(List.of(Fault.of("", "flow.document.too_long", LONGEST)));
        }
        BpmnModel model;
        try {
            var bytes = xml.getBytes(StandardCharsets.UTF_8);
            model = new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(bytes), false, true);
        } catch (RuntimeException e) {
            return new FlowRead.Bad(List.of(Fault.of("", "flow.document.unreadable")));
        }
        return new FlowReader().read(model);
    }

    private FlowRead read(BpmnModel model) {
        if (model.getProcesses().size() != 1) {
            return new FlowRead.Bad(List.of(Fault.of("", "flow.document.one_process")));
        }
        var elements = model.getMainProcess().getFlowElements();
        if (elements.size() > 3 * MOST_NODES) {
            return new FlowRead.Bad(List.of(Fault.of("", "flow.document.too_large", MOST_NODES)));
        }
        var nodes = new ArrayList<Node>();
        var links = new ArrayList<Link>();
        var standards = standards(model);
        var seen = new HashSet<String>();
        for (FlowElement element : elements) {
            var id = element.getId();
            if (id == null || !id.matches("[A-Za-z_][A-Za-z0-9_.-]{0," + (LONGEST_ID - 1) + "}") || !seen.add(id)) {
                faults.add(Fault.of("", "flow.document.bad_id", Objects.requireNonNullElse(id, "")));
                continue;
            }
            if (element instanceof SequenceFlow flow) {
                links.add(link(flow, standards.contains(id)));
            } else {
                node(element, nodes);
            }
        }
        if (!faults.isEmpty()) {
            return new FlowRead.Bad(List.copyOf(faults));
        }
        return new FlowRead.Good(new FlowDocument(nodes, links, layout(model), ways(model)));
    }

    private static Set<String> standards(BpmnModel model) {
        return model.getMainProcess().getFlowElements().stream()
                .filter(ExclusiveGateway.class::isInstance)
                .map(it -> ((ExclusiveGateway) it).getDefaultFlow())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void node(FlowElement element, List<Node> nodes) {
        var name = name(element);
        switch (element) {
            case StartEvent start
            when start.getEventDefinitions().isEmpty() -> nodes.add(new Start(element.getId(), name));
            case EndEvent end
            when end.getEventDefinitions().isEmpty() -> nodes.add(new End(element.getId(), name, false));
            case EndEvent end
            when end.getEventDefinitions().getFirst() instanceof TerminateEventDefinition ->
                nodes.add(new End(element.getId(), name, true));
            case ExclusiveGateway _ -> nodes.add(new Branch(element.getId(), name));
            case ParallelGateway _ -> nodes.add(new Parallel(element.getId(), name));
            default -> step(element, name, nodes);
        }
    }

    private void step(FlowElement element, String name, List<Node> nodes) {
        var fields = fields(element);
        var code = fields.remove(StepKind.Field.KIND.name());
        var kind = StepKind.of(code == null ? Elements.kind(element) : code).orElse(null);
        if (kind == null || !Elements.draws(element, kind)) {
            faults.add(Fault.of(element.getId(), "flow.document.unknown_step", element.getId()));
            return;
        }
        for (var entry : fields.entrySet()) {
            var field = kind.fields().stream()
                    .filter(it -> it.name().equals(entry.getKey()))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                faults.add(Fault.of(element.getId(), "flow.document.unknown_field", name, entry.getKey()));
            } else if (entry.getValue().length() > field.longest()) {
                faults.add(
                        Fault.of(element.getId(), "flow.document.long_field", name, field.called(), field.longest()));
            }
        }
        nodes.add(new Step(element.getId(), name, kind, fields));
    }

    private Link link(SequenceFlow flow, boolean standard) {
        var fields = fields(flow);
        var condition = flow.getConditionExpression();
        return new Link(
                flow.getId(),
                Objects.requireNonNullElse(flow.getSourceRef(), ""),
                Objects.requireNonNullElse(flow.getTargetRef(), ""),
                name(flow),
                condition == null ? "" : condition.strip(),
                fields.getOrDefault(StepKind.Field.OF.name(), ""),
                fields.getOrDefault(StepKind.Field.OUTCOME.name(), ""),
                standard);
    }

    private String name(FlowElement element) {
        var name = element.getName() == null ? "" : element.getName().strip();
        if (name.length() > LONGEST_NAME) {
            faults.add(Fault.of(element.getId(), "flow.document.long_field", element.getId(), NAME, LONGEST_NAME));
        }
        return name;
    }

    private static Map<String, String> fields(BaseElement element) {
        var fields = new HashMap<String, String>();
        for (var extension : element.getExtensionElements().getOrDefault(FIELD, List.of())) {
            var name = extension.getAttributeValue(null, NAME);
            var text = extension.getElementText();
            if (name != null && text != null && !text.isBlank()) {
                fields.put(name, text.strip());
            }
        }
        return fields;
    }

    private static Map<String, Box> layout(BpmnModel model) {
        var layout = new HashMap<String, Box>();
        for (Map.Entry<String, GraphicInfo> entry : model.getLocationMap().entrySet()) {
            var at = entry.getValue();
            layout.put(entry.getKey(), new Box(at.getX(), at.getY(), at.getWidth(), at.getHeight()));
        }
        return layout;
    }

    private static Map<String, List<Point>> ways(BpmnModel model) {
        var ways = new HashMap<String, List<Point>>();
        model.getFlowLocationMap().forEach((id, points) -> {
            if (points.size() >= 2 && points.size() <= MOST_POINTS) {
                ways.put(
                        id,
                        points.stream()
                                .map(it -> new Point(it.getX(), it.getY()))
                                .toList());
            }
        });
        return ways;
    }
}
