package org.mainstay.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a flow consists of, as BPMN 2.0 draws it and the engine runs it: a start, ends, steps, and gateways between
/// them.
///
/// @param nodes in the order of the document
/// @param layout where things are drawn; empty where nobody drew them
/// @param ways by which points links are drawn; those that are not in it are drawn straight
public record FlowDocument(List<Node> nodes, List<Link> links, Map<String, Box> layout, Map<String, List<Point>> ways) {

    public FlowDocument {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        layout = Map.copyOf(layout);
        ways = Map.copyOf(ways);
    }

    public FlowDocument(List<Node> nodes, List<Link> links, Map<String, Box> layout) {
        this(nodes, links, layout, Map.of());
    }

    /// @param id of the element; what is drawn, run and told of bears it
    public sealed interface Node {

        String id();

        /// Empty where it has none.
        String name();
    }

    public record Start(String id, String name) implements Node {}

    /// @param cancels whether nothing came of it: all of the flow ends here, and its record is cancelled
    public record End(String id, String name, boolean cancels) implements Node {}

    /// Goes one way: the first whose condition holds, else the one without any. Ways come together in one as well.
    public record Branch(String id, String name) implements Node {}

    /// Goes all ways at once, and waits for all that come together.
    public record Parallel(String id, String name) implements Node {}

    /// @param fields by their names, those that say something
    public record Step(String id, String name, StepKind kind, Map<String, String> fields) implements Node {

        public Step {
            fields = Map.copyOf(fields);
        }

        @Nullable
        String field(StepKind.Field field) {
            return fields.get(field.name());
        }

        String need(StepKind.Field field) {
            return fields.getOrDefault(field.name(), "");
        }

        String name(boolean german) {
            var other = german ? field(StepKind.Field.NAME_DE) : null;
            return other == null ? name.isEmpty() ? id : name : other;
        }
    }

    /// @param condition in the filter language, over the record; empty for none
    /// @param of id of the step whose outcome is looked at; empty for none
    /// @param outcome that step's, with which this way is gone
    /// @param standard whether a branch goes this way where no condition holds
    public record Link(
            String id,
            String from,
            String to,
            String name,
            String condition,
            String of,
            String outcome,
            boolean standard) {

        boolean conditional() {
            return !condition.isEmpty() || !of.isEmpty();
        }
    }

    /// In the units of the drawing.
    public record Box(double x, double y, double width, double height) {}

    public record Point(double x, double y) {}

    public Optional<Step> step(String id) {
        return nodes.stream()
                .filter(it -> it.id().equals(id))
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .findFirst();
    }

    public List<Step> steps() {
        return nodes.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .toList();
    }

    List<Link> from(String node) {
        return links.stream().filter(it -> it.from().equals(node)).toList();
    }

    List<Link> to(String node) {
        return links.stream().filter(it -> it.to().equals(node)).toList();
    }

    /// The steps one after the other, where the flow is a line; empty where it is more than that.
    public Optional<List<Step>> line() {
        var next = new HashMap<String, String>();
        for (var link : links) {
            if (link.conditional() || next.put(link.from(), link.to()) != null) {
                return Optional.empty();
            }
        }
        var byId = new HashMap<String, Node>();
        nodes.forEach(it -> byId.put(it.id(), it));
        var at = nodes.stream().filter(Start.class::isInstance).findFirst().orElse(null);
        var steps = new ArrayList<Step>();
        int seen = 0;
        for (Node node = at; node != null && seen <= nodes.size(); node = byId.get(next.get(node.id()))) {
            seen++;
            switch (node) {
                case Start _, End _ -> {}
                case Step step -> steps.add(step);
                case Branch _, Parallel _ -> {
                    return Optional.empty();
                }
            }
        }
        return seen == nodes.size() ? Optional.of(List.copyOf(steps)) : Optional.empty();
    }

    /// What those may see of it who see where it is: names, kinds and ways, and nothing of what steps do.
    ///
    /// @param german whether its steps have their German names where they have some
    public FlowDocument shown(boolean german) {
        var told = nodes.stream()
                .map(it -> it instanceof Step step ? new Step(step.id(), step.name(german), step.kind(), Map.of()) : it)
                .toList();
        var plain = links.stream()
                .map(it -> new Link(it.id(), it.from(), it.to(), it.name(), "", "", "", it.standard()))
                .toList();
        return new FlowDocument(told, plain, layout, ways).laidOut();
    }

    /// With a place for everything, if need be one that follows from the ways.
    FlowDocument laidOut() {
        return layout.keySet().containsAll(nodes.stream().map(Node::id).toList()) ? this : Lines.laidOut(this);
    }

    /// A line of steps from a start to an end, drawn from left to right.
    public static FlowDocument line(List<Step> steps) {
        return Lines.of(steps);
    }
}
