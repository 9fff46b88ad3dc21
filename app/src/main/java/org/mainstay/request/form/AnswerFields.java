package org.mainstay.request.form;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.mainstay.kernel.store.Label;
import org.mainstay.web.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a page as the JSON that says the same. A field is called `a.<code>`, an end of a period
/// `a.<code>.from`, a cell `a.<code>.<row>.<column>`.
public final class AnswerFields {

    static final String PREFIX = "a.";

    /// Before the code of a question for files: the field that sends new ones; those sent before stand under its own
    /// name.
    public static final String FILES = "file.";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnswerFields() {}

    /// The name of the field of a question.
    public static String of(String code) {
        return PREFIX + code;
    }

    static ObjectNode json(Form form, Map<String, String[]> fields) {
        var node = NODES.objectNode();
        form.asked().map(Form.Asked::question).forEach(it -> {
            var name = PREFIX + it.code();
            if (it.kind() instanceof QuestionKind.Table(var columns, var most)) {
                var rows = NODES.arrayNode();
                for (int row : rows(fields, name, most)) {
                    var cells = NODES.objectNode();
                    columns.forEach(column ->
                            put(cells, column.code(), column.kind(), name + "." + row + "." + column.code(), fields));
                    if (!cells.isEmpty()) {
                        rows.add(cells);
                    }
                }
                if (!rows.isEmpty()) {
                    node.set(it.code(), rows);
                }
            } else {
                put(node, it.code(), it.kind(), name, fields);
            }
        });
        return node;
    }

    /// The fields that say what the answers say, with one for each question, so that none begins anew.
    static Map<String, String[]> of(Answers answers) {
        var fields = new HashMap<String, String[]>();
        answers.form().asked().map(Form.Asked::question).forEach(it -> {
            var name = PREFIX + it.code();
            var answer = answers.values().get(it.code());
            fields.put(name, new String[0]);
            if (answer != null) {
                put(fields, name, answer);
            }
        });
        return fields;
    }

    static void put(Map<String, String[]> fields, String name, Answer answer) {
        switch (answer) {
            case Answer.Text(var text) -> fields.put(name, new String[] {text});
            case Answer.Number(var value) -> fields.put(name, new String[] {value.toPlainString()});
            case Answer.Amount(var money) -> fields.put(name, new String[] {money.digits()});
            case Answer.Day(var day) -> fields.put(name, new String[] {day.toString()});
            case Answer.Period(var from, var to) -> {
                fields.put(name + ".from", new String[] {from.toString()});
                fields.put(name + ".to", new String[] {to.toString()});
            }
            case Answer.YesNo(var yes) -> fields.put(name, new String[] {String.valueOf(yes)});
            case Answer.Choice(var code) -> fields.put(name, new String[] {code});
            case Answer.Chosen(var codes) -> fields.put(name, codes.toArray(String[]::new));
            case Answer.Record(var id, var number, var label) ->
                fields.put(
                        name,
                        number.isEmpty()
                                ? new String[0]
                                : new String[] {Forms.written(new Label(id, "", number, label))});
            case Answer.Rows(var rows) -> {
                for (int row = 0; row < rows.size(); row++) {
                    int at = row;
                    rows.get(row).forEach((column, cell) -> put(fields, name + "." + at + "." + column, cell));
                }
            }
            case Answer.Files(var names) -> fields.put(name, names.toArray(String[]::new));
        }
    }

    /// Whether a page has asked for the answer, be it that none was given.
    static boolean asked(Question question, Map<String, String[]> fields) {
        var name = PREFIX + question.code();
        return fields.containsKey(name) || fields.keySet().stream().anyMatch(it -> it.startsWith(name + "."));
    }

    private static TreeSet<Integer> rows(Map<String, String[]> fields, String name, int most) {
        var rows = new TreeSet<Integer>();
        fields.keySet().stream()
                .filter(it -> it.startsWith(name + "."))
                .map(it -> it.substring(name.length() + 1).split("\\.", 2)[0])
                .filter(it -> it.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(it -> it <= most)
                .forEach(rows::add);
        return rows;
    }

    private static void put(
            ObjectNode node, String code, QuestionKind kind, String name, Map<String, String[]> fields) {
        var given = given(kind, name, fields);
        if (!given.isNull()) {
            node.set(code, given);
        }
    }

    private static JsonNode given(QuestionKind kind, String name, Map<String, String[]> fields) {
        return switch (kind) {
            case QuestionKind.Period _ -> {
                var from = text(fields, name + ".from");
                var to = text(fields, name + ".to");
                yield from.isEmpty() && to.isEmpty()
                        ? NODES.nullNode()
                        : NODES.objectNode().put("from", from).put("to", to);
            }
            case QuestionKind.YesNo _, QuestionKind.Consent _ ->
                switch (text(fields, name)) {
                    case "" -> NODES.nullNode();
                    case "true" -> NODES.booleanNode(true);
                    case "false" -> NODES.booleanNode(false);
                    case String other -> NODES.stringNode(other);
                };
            case QuestionKind.MultiChoice _, QuestionKind.Attachment _ -> {
                var array = NODES.arrayNode();
                for (var text : fields.getOrDefault(name, new String[0])) {
                    if (!text.isBlank()) {
                        array.add(text);
                    }
                }
                yield array.isEmpty() ? NODES.nullNode() : array;
            }
            case QuestionKind.Prose _, QuestionKind.Text _ -> {
                var text = text(fields, name);
                yield text.isBlank() ? NODES.nullNode() : NODES.stringNode(text);
            }
            case QuestionKind.Person _, QuestionKind.Group _, QuestionKind.Location _, QuestionKind.Item _ -> {
                var text = Forms.number(text(fields, name));
                yield text.isEmpty() ? NODES.nullNode() : NODES.stringNode(text);
            }
            default -> {
                var text = text(fields, name).strip();
                yield text.isEmpty() ? NODES.nullNode() : NODES.stringNode(text);
            }
        };
    }

    private static String text(Map<String, String[]> fields, String name) {
        var given = fields.get(name);
        return given == null || given.length == 0 ? "" : given[0];
    }
}
