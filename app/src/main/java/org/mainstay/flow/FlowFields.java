package org.mainstay.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.StepKind.Field;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;

/// What a step is asked for, as inputs of a page, and what was typed as a step.
final class FlowFields {

    /// What people call a step, beside the fields of its kind.
    static final String NAME = "name";

    private static final Set<String> REFERENCES = Set.of("group", "compensation_group", "person", "policy", "flow");

    private final FlowTerms terms;
    private final RecordTypes types;

    FlowFields(FlowTerms terms, RecordTypes types) {
        this.terms = terms;
        this.types = types;
    }

    /// @param subject code of the record type that the flow is for
    List<FormView.Input> inputs(StepKind kind, Map<String, String> values, String subject, Frame frame) {
        var inputs = new ArrayList<FormView.Input>();
        inputs.add(input(new Field(NAME, 200, kind == StepKind.TASK), "text", values, List.of(), "", frame));
        inputs.add(input(Field.NAME_DE, "text", values, List.of(), "", frame));
        for (var field : kind.fields()) {
            if (!field.name().equals(Field.NAME_DE.name())) {
                inputs.add(input(field, values, subject, frame));
            }
        }
        return inputs;
    }

    /// What is asked of a way that leaves a branch.
    List<FormView.Input> ofWay(Frame frame) {
        return List.of(
                input(new Field(NAME, 200, false), "text", Map.of(), List.of(), "", frame),
                input(Field.OF, "select", Map.of(), List.of(), "", frame),
                input(Field.OUTCOME, "text", Map.of(), List.of(), "", frame),
                input(Field.CONDITION, "condition", Map.of(), List.of(), "", frame),
                input(new Field("standard", 5, false), "yes_no", Map.of(), List.of(), "", frame));
    }

    List<FormView.Input> ofOther(Frame frame) {
        return List.of(input(new Field(NAME, 200, false), "text", Map.of(), List.of(), "", frame));
    }

    private FormView.Input input(Field field, Map<String, String> values, String subject, Frame frame) {
        return switch (field.name()) {
            case "group", "compensation_group" ->
                input(field, "reference", values, List.of(), "/groups/suggest", frame);
            case "person" -> input(field, "reference", values, List.of(), "/people/suggest", frame);
            case "policy" -> input(field, "reference", values, List.of(), "/approval-policies/suggest", frame);
            case "flow" -> input(field, "reference", values, List.of(), "/flows/suggest", frame);
            case "method" -> input(field, "select", values, methods(), "", frame);
            case "attribute" -> input(field, "select", values, attributes(subject, frame), "", frame);
            case "type" -> input(field, "select", values, types(frame), "", frame);
            case "condition" -> input(field, "condition", values, List.of(), "", frame);
            case "description", "body", "values", "text" -> input(field, "area", values, List.of(), "", frame);
            case "internal", "no_return" -> input(field, "yes_no", values, List.of(), "", frame);
            default -> input(field, "text", values, List.of(), "", frame);
        };
    }

    private static FormView.Input input(
            Field field,
            String widget,
            Map<String, String> values,
            List<FormView.Option> options,
            String suggest,
            Frame frame) {
        var value = values.getOrDefault(field.name(), "");
        var hint = frame.messages().find("flow.field." + field.name() + ".hint", frame.locale());
        return new FormView.Input(
                field.name(),
                frame.say("flow.field." + field.name()),
                widget,
                value,
                field.required(),
                widget.equals("area") || widget.equals("condition"),
                options.stream()
                        .map(it -> new FormView.Option(
                                it.value(), it.label(), it.value().equals(value)))
                        .toList(),
                suggest,
                Objects.requireNonNullElse(hint, ""),
                "",
                "");
    }

    private static List<FormView.Option> methods() {
        return FlowTerms.METHODS.stream()
                .sorted()
                .map(it -> new FormView.Option(it, it, false))
                .toList();
    }

    private List<FormView.Option> attributes(String subject, Frame frame) {
        return terms.flowing(subject).settable().stream()
                .map(it -> new FormView.Option(it.code(), frame.say(subject + "." + it.code()), false))
                .toList();
    }

    private List<FormView.Option> types(Frame frame) {
        var named = new TreeMap<String, String>();
        types.all().stream().map(RecordType::code).forEach(it -> named.put(frame.say(it), it));
        return named.entrySet().stream()
                .map(it -> new FormView.Option(it.getValue(), it.getKey(), false))
                .toList();
    }

    static Map<String, String> of(Step step) {
        var values = new TreeMap<>(step.fields());
        values.put(NAME, step.name());
        return values;
    }

    /// What was typed, by field; references as the flow keeps them.
    static Map<String, String> typed(StepKind kind, Map<String, String[]> fields) {
        var typed = new TreeMap<String, String>();
        typed.put(NAME, text(fields, NAME));
        for (var field : kind.fields()) {
            var text = text(fields, field.name());
            boolean reference = REFERENCES.contains(field.name());
            typed.put(field.name(), reference ? Forms.number(text) : text);
        }
        for (var yesNo : List.of(Field.INTERNAL, Field.NO_RETURN)) {
            typed.computeIfPresent(yesNo.name(), (_, it) -> it.equals("true") ? it : "");
        }
        return typed;
    }

    static Step step(String id, StepKind kind, Map<String, String> typed) {
        var fields = new TreeMap<>(typed);
        fields.remove(NAME);
        fields.values().removeIf(String::isEmpty);
        return new Step(id, typed.getOrDefault(NAME, ""), kind, fields);
    }

    static String text(Map<String, String[]> fields, String name) {
        var given = fields.get(name);
        return given == null || given.length == 0
                ? ""
                : given[0].replace("\r\n", "\n").strip();
    }
}
