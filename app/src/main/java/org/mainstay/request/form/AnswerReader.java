package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Money;
import tools.jackson.databind.JsonNode;

/// Reads answers from JSON: every value as its question wants it, every fault at its place.
final class AnswerReader {

    private static final int MOST_LOOKED_FOR = 300;

    private final RecordNames records;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, List<Fault>> faults = new LinkedHashMap<>();
    private int lookedFor;

    private AnswerReader(RecordNames records) {
        this.records = records;
    }

    /// @param answers what could be read, by code
    /// @param faults what could not, by code; under no code what belongs to no question
    record Read(Map<String, Answer> answers, Map<String, List<Fault>> faults) {}

    static Read read(Form form, JsonNode given, RecordNames records) {
        var reader = new AnswerReader(records);
        if (!given.isObject()) {
            reader.wrong("", "", Message.of("form.document.no_object"));
            return reader.read();
        }
        var questions = form.questions();
        for (String code : given.propertyNames()) {
            var question = questions.get(code);
            if (question == null || question.kind() instanceof QuestionKind.Information) {
                reader.wrong("", "/" + Place.escaped(code), Message.of("form.answer.no_question"));
            }
        }
        questions.forEach((code, it) -> reader.take(it, given.get(code)));
        return reader.read();
    }

    private Read read() {
        return new Read(answers, faults);
    }

    private void wrong(String code, String pointer, Message reason) {
        faults.computeIfAbsent(code, _ -> new ArrayList<>()).add(new Fault(pointer, reason));
    }

    private void take(Question question, @Nullable JsonNode node) {
        if (question.kind() instanceof QuestionKind.Information) {
            return;
        }
        var answer = answer(question.code(), question.kind(), node, "/" + question.code());
        if (answer != null) {
            answers.put(question.code(), answer);
        }
    }

    /// @return null where nothing is answered, or something wrong
    private @Nullable Answer answer(String code, QuestionKind kind, @Nullable JsonNode node, String pointer) {
        if (node == null
                || node.isNull()
                || (node.isString() && node.stringValue().isBlank())) {
            return null;
        }
        try {
            return switch (kind) {
                case QuestionKind.Table table -> rows(code, table, node, pointer);
                default -> single(kind, node);
            };
        } catch (BadValue e) {
            wrong(code, pointer, e.reason());
            return null;
        }
    }

    private @Nullable Answer single(QuestionKind kind, JsonNode node) {
        return switch (kind) {
            case QuestionKind.Number _ -> Plain.answer(kind, node.isNumber() ? node.asString() : text(node));
            case QuestionKind.Amount amount -> new Answer.Amount(amount(amount, node));
            case QuestionKind.Period _ -> period(node);
            case QuestionKind.YesNo _ -> new Answer.YesNo(new Kind.YesNo().fromJson(node));
            case QuestionKind.Consent _ -> new Kind.YesNo().fromJson(node) ? new Answer.YesNo(true) : null;
            case QuestionKind.MultiChoice(var options) -> {
                var codes = texts(node, options.size());
                yield codes.isEmpty() ? null : Plain.chosen(options, codes);
            }
            case QuestionKind.Attachment(var most) -> {
                var names = texts(node, most);
                yield names.isEmpty()
                        ? null
                        : new Answer.Files(
                                names.stream().map(new Kind.Text(255)::parse).toList());
            }
            case QuestionKind.Person _, QuestionKind.Group _, QuestionKind.Location _, QuestionKind.Item _ ->
                record(kind, node);
            case QuestionKind.Text _,
                    QuestionKind.Prose _,
                    QuestionKind.Day _,
                    QuestionKind.Choice _,
                    QuestionKind.Table _,
                    QuestionKind.Information _ -> Plain.answer(kind, text(node));
        };
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new BadValue("kernel.value.not_text");
        }
        return node.stringValue();
    }

    private static List<String> texts(JsonNode node, int most) {
        if (!node.isArray() || node.size() > most) {
            throw new BadValue("kernel.value.not_a_list", most);
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(AnswerReader::text)
                .toList();
    }

    private static Money amount(QuestionKind.Amount kind, JsonNode node) {
        if (node.isObject()) {
            var money = new Kind.Amount().fromJson(node);
            return Plain.amount(
                    kind, money.amount().toPlainString(), money.currency().getCurrencyCode());
        }
        return ((Answer.Amount) Plain.answer(kind, text(node))).value();
    }

    private static Answer period(JsonNode node) {
        keys(node, Set.of("from", "to"));
        return Plain.period(text(node.path("from")), text(node.path("to")));
    }

    private static void keys(JsonNode node, Set<String> known) {
        if (!node.isObject() || !known.containsAll(node.propertyNames())) {
            throw new BadValue(
                    "form.answer.keys",
                    String.join(", ", known.stream().sorted().toList()));
        }
    }

    /// By a name, or as answers are given out: `{"id","number","label"}`, of which the id counts.
    private Answer record(QuestionKind kind, JsonNode node) {
        if (++lookedFor > MOST_LOOKED_FOR) {
            throw new BadValue("form.answer.too_many_records", MOST_LOOKED_FOR);
        }
        if (node.isObject()) {
            keys(node, Set.of("id", "number", "label"));
            return records.told(kind, part(node, "id"), part(node, "number"), part(node, "label"));
        }
        return records.find(kind, text(node));
    }

    private static String part(JsonNode node, String key) {
        return node.has(key) ? text(node.path(key)) : "";
    }

    private @Nullable Answer rows(String code, QuestionKind.Table table, JsonNode node, String pointer) {
        if (!node.isArray() || node.size() > table.most()) {
            throw new BadValue("kernel.value.not_a_list", table.most());
        }
        var rows = new ArrayList<Map<String, Answer>>();
        for (int i = 0; i < node.size(); i++) {
            rows.add(row(code, table, node.get(i), pointer + "/" + i));
        }
        return rows.isEmpty() ? null : new Answer.Rows(List.copyOf(rows));
    }

    private Map<String, Answer> row(String code, QuestionKind.Table table, JsonNode node, String pointer) {
        if (!node.isObject()) {
            wrong(code, pointer, Message.of("form.document.no_object"));
            return Map.of();
        }
        var row = new LinkedHashMap<String, Answer>();
        for (var key : node.propertyNames()) {
            if (table.columns().stream().noneMatch(it -> it.code().equals(key))) {
                wrong(code, pointer + "/" + Place.escaped(key), Message.of("form.answer.no_column"));
            }
        }
        for (var column : table.columns()) {
            var at = pointer + "/" + column.code();
            int before = faults.getOrDefault(code, List.of()).size();
            var answer = answer(code, column.kind(), node.get(column.code()), at);
            if (answer != null) {
                row.put(column.code(), answer);
            } else if (column.required() && faults.getOrDefault(code, List.of()).size() == before) {
                wrong(code, at, Message.of("form.answer.needed"));
            }
        }
        if (row.isEmpty()) {
            wrong(code, pointer, Message.of("form.answer.empty_row"));
        }
        return row;
    }
}
