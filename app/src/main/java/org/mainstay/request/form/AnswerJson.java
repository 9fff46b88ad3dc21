package org.mainstay.request.form;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON, in the form in which they are read.
final class AnswerJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnswerJson() {}

    static ObjectNode of(Map<String, Answer> answers) {
        var node = NODES.objectNode();
        answers.forEach((code, answer) -> node.set(code, of(answer)));
        return node;
    }

    /// The same with no more of records than their ids: what is kept does not go on calling them as they were called.
    static ObjectNode kept(Map<String, Answer> answers) {
        var node = NODES.objectNode();
        answers.forEach((code, answer) -> node.set(
                code,
                switch (answer) {
                    case Answer.Record(var id, var _, var _) ->
                        NODES.objectNode().put("id", id.toString());
                    case Answer.Rows(var rows) -> {
                        var array = NODES.arrayNode();
                        rows.forEach(it -> array.add(kept(it)));
                        yield array;
                    }
                    default -> of(answer);
                }));
        return node;
    }

    static JsonNode of(Answer answer) {
        return switch (answer) {
            case Answer.Text(var text) -> NODES.stringNode(text);
            case Answer.Number(var value) -> NODES.stringNode(value.toPlainString());
            case Answer.Amount(var money) ->
                NODES.objectNode()
                        .put("amount", money.digits())
                        .put("currency", money.currency().getCurrencyCode());
            case Answer.Day(var day) -> NODES.stringNode(day.toString());
            case Answer.Period(var from, var to) ->
                NODES.objectNode().put("from", from.toString()).put("to", to.toString());
            case Answer.YesNo(var yes) -> NODES.booleanNode(yes);
            case Answer.Choice(var code) -> NODES.stringNode(code);
            case Answer.Chosen(var codes) -> {
                var array = NODES.arrayNode();
                codes.forEach(array::add);
                yield array;
            }
            case Answer.Record(var _, var number, var _) when number.isEmpty() -> NODES.nullNode();
            case Answer.Record(var id, var number, var label) ->
                NODES.objectNode()
                        .put("id", id.toString())
                        .put("number", number)
                        .put("label", label);
            case Answer.Rows(var rows) -> {
                var array = NODES.arrayNode();
                rows.forEach(it -> array.add(of(it)));
                yield array;
            }
            case Answer.Files(var names) -> {
                var array = NODES.arrayNode();
                names.forEach(array::add);
                yield array;
            }
        };
    }
}
