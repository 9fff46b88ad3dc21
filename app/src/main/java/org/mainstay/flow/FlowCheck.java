package org.mainstay.flow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Link;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;

/// Whether a flow can run to an end: what is said of its steps, and whether its ways lead somewhere. What names records
/// and attributes is looked at by [StepTerms].
final class FlowCheck {

    static final Duration LONGEST = Duration.ofDays(400);

    private final FlowDocument document;
    private final Map<String, Node> nodes;
    private final List<Fault> faults = new ArrayList<>();

    private FlowCheck(FlowDocument document) {
        this.document = document;
        nodes = document.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
    }

    /// @param terms checks what steps and links name
    /// @return empty where it can run
    static List<Fault> of(FlowDocument document, StepTerms terms) {
        var check = new FlowCheck(document);
        check.shape();
        if (check.faults.isEmpty()) {
            check.ways();
        }
        document.steps().forEach(it -> check.step(it, terms));
        document.links().forEach(it -> check.link(it, terms));
        return List.copyOf(check.faults);
    }

    private void shape() {
        if (nodes.size() > FlowReader.MOST_NODES) {
            fault("", "flow.document.too_large", FlowReader.MOST_NODES);
        }
        if (document.nodes().stream().filter(Start.class::isInstance).count() != 1) {
            fault("", "flow.check.one_start");
        }
        if (document.nodes().stream().noneMatch(End.class::isInstance)) {
            fault("", "flow.check.no_end");
        }
        for (var link : document.links()) {
            if (!nodes.containsKey(link.from()) || !nodes.containsKey(link.to())) {
                fault(link.id(), "flow.check.loose_link");
            }
        }
        for (var node : document.nodes()) {
            int out = document.from(node.id()).size();
            int in = document.to(node.id()).size();
            switch (node) {
                case Start _ when out != 1 || in != 0 -> fault(node.id(), "flow.check.start");
                case End _ when out != 0 -> fault(node.id(), "flow.check.end");
                case Step step when out != 1 -> fault(node.id(), "flow.check.one_way_on", step.name(false));
                default -> {}
            }
        }
    }

    private void ways() {
        var start = document.nodes().stream()
                .filter(Start.class::isInstance)
                .findFirst()
                .orElseThrow();
        var reached = walk(Set.of(start.id()), true);
        var ending = walk(
                document.nodes().stream()
                        .filter(End.class::isInstance)
                        .map(Node::id)
                        .collect(Collectors.toSet()),
                false);
        for (var node : document.nodes()) {
            if (!reached.contains(node.id())) {
                fault(node.id(), "flow.check.unreached", named(node));
            } else if (!ending.contains(node.id())) {
                fault(node.id(), "flow.check.dead_end", named(node));
            }
        }
        document.nodes().stream()
                .filter(it -> circles(it.id()))
                .findFirst()
                .ifPresent(it -> fault(it.id(), "flow.check.endless", named(it)));
    }

    private Set<String> walk(Set<String> from, boolean forward) {
        var seen = new HashSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            var at = open.remove();
            for (var link : forward ? document.from(at) : document.to(at)) {
                var next = forward ? link.to() : link.from();
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /// Whether a way leads from the node back to it on which nothing rests.
    private boolean circles(String node) {
        if (nodes.get(node) instanceof Step step && step.kind().waits()) {
            return false;
        }
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            for (var link : document.from(open.remove())) {
                if (link.to().equals(node)) {
                    return true;
                }
                boolean rests =
                        nodes.get(link.to()) instanceof Step step && step.kind().waits();
                if (!rests && seen.add(link.to())) {
                    open.add(link.to());
                }
            }
        }
        return false;
    }

    private void step(Step step, StepTerms terms) {
        for (var field : step.kind().fields()) {
            if (field.required() && step.field(field) == null) {
                fault(step.id(), "flow.check.field_needed", step.name(false), field.called());
            }
        }
        if (step.kind() == StepKind.TIMER && !span(step.need(StepKind.Field.DURATION))) {
            fault(step.id(), "flow.check.duration", step.name(false), LONGEST.toDays());
        }
        if (step.kind() == StepKind.TASK && step.name().isEmpty()) {
            fault(step.id(), "flow.check.task_name", step.id());
        }
        cancelling(step);
        terms.check(step).forEach(it -> faults.add(new Fault(step.id(), it)));
    }

    private void cancelling(Step step) {
        var past = step.field(StepKind.Field.NO_RETURN);
        if (past != null && !past.equals("true")) {
            fault(step.id(), "flow.check.unknown", step.name(false), StepKind.Field.NO_RETURN.called(), past);
        }
        boolean more = step.field(StepKind.Field.COMPENSATION_DE) != null
                || step.field(StepKind.Field.COMPENSATION_GROUP) != null;
        if (more && step.field(StepKind.Field.COMPENSATION) == null) {
            fault(step.id(), "flow.check.field_needed", step.name(false), StepKind.Field.COMPENSATION.called());
        }
    }

    private static boolean span(String text) {
        try {
            var span = Duration.parse(text);
            return span.isPositive() && span.compareTo(LONGEST) <= 0;
        } catch (DateTimeParseException e) {
            return text.isEmpty();
        }
    }

    private void link(Link link, StepTerms terms) {
        var from = nodes.get(link.from());
        if (from == null) {
            return;
        }
        boolean chooses = from instanceof Branch && document.from(from.id()).size() > 1;
        if (link.conditional() && (!chooses || link.standard())) {
            fault(link.id(), "flow.check.needless_condition", named(from));
        }
        if (chooses && !link.conditional() && !link.standard()) {
            fault(link.id(), "flow.check.condition_needed", named(from));
        }
        if (chooses && document.from(from.id()).stream().noneMatch(Link::standard)) {
            fault(from.id(), "flow.check.no_standard", named(from));
        }
        if (!link.of().isEmpty() && document.step(link.of()).isEmpty()) {
            fault(link.id(), "flow.check.unknown_step", link.of());
        }
        if (link.of().isEmpty() != link.outcome().isEmpty()) {
            fault(link.id(), "flow.check.outcome", named(from));
        }
        if (!link.condition().isEmpty()) {
            terms.condition(link.condition()).forEach(it -> faults.add(new Fault(link.id(), it)));
        }
    }

    private static String named(Node node) {
        return switch (node) {
            case Step step -> step.name(false);
            case Start _, End _, Branch _, Parallel _ ->
                Objects.requireNonNullElse(node.name(), "").isEmpty() ? node.id() : node.name();
        };
    }

    private void fault(String element, String key, Object... arguments) {
        var fault = Fault.of(element, key, arguments);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
