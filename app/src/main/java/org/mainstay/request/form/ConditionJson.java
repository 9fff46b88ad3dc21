package org.mainstay.request.form;

import java.util.Locale;
import org.mainstay.request.form.Condition.Operand;
import org.mainstay.request.form.Condition.Part;
import org.mainstay.request.form.Condition.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Conditions as trees in JSON, for whoever evaluates them elsewhere: `form-conditions.js` and clients of the API.
final class ConditionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConditionJson() {}

    static JsonNode of(Condition condition) {
        var node = NODES.objectNode();
        switch (condition) {
            case Condition.All(var of) -> {
                var array = node.putArray("all");
                of.forEach(it -> array.add(of(it)));
            }
            case Condition.Any(var of) -> {
                var array = node.putArray("any");
                of.forEach(it -> array.add(of(it)));
            }
            case Condition.Not(var of) -> node.set("not", of(of));
            case Condition.Empty(var of) -> node.set("empty", source(of));
            case Condition.Is(var of, var type, var values) -> {
                node.set("of", source(of));
                node.put("type", type.code());
                var array = node.putArray("is");
                values.forEach(it -> array.add(operand(it)));
            }
            case Condition.Contains(var of, var folded) -> {
                node.set("of", source(of));
                var array = node.putArray("contains");
                folded.forEach(array::add);
            }
            case Condition.Compare(var of, var type, var sign, var to) -> {
                node.set("of", source(of));
                node.put("type", type.code());
                node.put("compare", sign.text());
                node.set("to", operand(to));
            }
        }
        return node;
    }

    private static ObjectNode source(Source source) {
        var node = NODES.objectNode();
        switch (source) {
            case Source.Answered(var code, var part) -> {
                node.put("answer", code);
                if (part != Part.WHOLE) {
                    node.put("part", part.name().toLowerCase(Locale.ROOT));
                }
            }
            case Source.Fact(var name) -> node.put("fact", name);
            case Source.Today _ -> node.put("today", true);
        }
        return node;
    }

    private static ObjectNode operand(Operand operand) {
        return switch (operand) {
            case Operand.Literal(var text) -> NODES.objectNode().put("value", text);
            case Operand.Days(var days) -> NODES.objectNode().put("days", days);
            case Operand.Other(var source) -> source(source);
        };
    }
}
