package org.mainstay.request.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.node.ObjectNode;

/// The answers to a form, by code, in its order: only to questions that are shown.
public record Answers(Form form, Map<String, Answer> values) {

    /// One answer in words.
    ///
    /// @param values a row each for tables, else one
    public record Line(String code, String label, List<String> values) {}

    /// As `POST …/check` takes them: records as `{"id","number","label"}`, numbers as texts, so that nobody rounds
    /// them.
    public ObjectNode json() {
        return AnswerJson.of(values);
    }

    /// As they are kept, to be read by [Forms#kept]: of records their ids alone.
    public ObjectNode kept() {
        return AnswerJson.kept(values);
    }

    /// The same, with records called as these labels say; others stay without a name.
    public Answers called(Map<UUID, Label> labels) {
        return new Answers(form, called(values, labels));
    }

    private static Map<String, Answer> called(Map<String, Answer> values, Map<UUID, Label> labels) {
        var called = new LinkedHashMap<String, Answer>();
        values.forEach((code, answer) -> called.put(
                code,
                switch (answer) {
                    case Answer.Record(var id, var _, var _) ->
                        labels.get(id) instanceof Label label
                                ? new Answer.Record(id, label.number(), label.label())
                                : new Answer.Record(id, "", "");
                    case Answer.Rows(var rows) ->
                        new Answer.Rows(
                                rows.stream().map(it -> called(it, labels)).toList());
                    default -> answer;
                }));
        return called;
    }

    /// The records that are named anywhere.
    public Set<UUID> records() {
        return records(values).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<UUID> records(Map<String, Answer> values) {
        return values.values().stream().flatMap(it -> switch (it) {
            case Answer.Record(var id, var _, var _) -> Stream.of(id);
            case Answer.Rows(var rows) -> rows.stream().flatMap(Answers::records);
            default -> Stream.of();
        });
    }

    /// What the chosen options add to the price; empty where none has a price.
    public Optional<Money> price() {
        return sum(Option::price);
    }

    /// What they add to what is paid again and again.
    public Optional<Money> recurring() {
        return sum(Option::recurring);
    }

    private Optional<Money> sum(Function<Option, @Nullable Money> price) {
        return form.asked()
                .map(Form.Asked::question)
                .flatMap(it -> values.get(it.code()) instanceof Answer answer ? chosen(it.kind(), answer) : Stream.of())
                .<Money>mapMulti((it, out) -> {
                    if (price.apply(it) instanceof Money money) {
                        out.accept(money);
                    }
                })
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }

    private static Stream<Option> chosen(QuestionKind kind, Answer answer) {
        var codes = answer.values(Condition.Part.WHOLE);
        boolean chosen = answer instanceof Answer.Choice || answer instanceof Answer.Chosen;
        return kind.options().stream().filter(it -> chosen && codes.contains(it.code()));
    }

    /// What was answered, for people to read.
    public List<Line> lines(Messages messages, Locale reader) {
        var lines = new ArrayList<Line>();
        form.asked().forEach(it -> {
            var question = it.question();
            var answer = values.get(question.code());
            if (answer != null) {
                lines.add(new Line(
                        question.code(), question.label().in(reader), said(question.kind(), answer, messages, reader)));
            }
        });
        return lines;
    }

    private static List<String> said(QuestionKind kind, Answer answer, Messages messages, Locale reader) {
        return answer instanceof Answer.Rows(var rows) && kind instanceof QuestionKind.Table(var columns, var _)
                ? rows.stream().map(it -> row(columns, it, messages, reader)).toList()
                : List.of(one(kind, answer, messages, reader));
    }

    private static String row(List<Question> columns, Map<String, Answer> row, Messages messages, Locale reader) {
        return columns.stream()
                .filter(it -> row.containsKey(it.code()))
                .map(it -> it.label().in(reader) + ": "
                        + one(it.kind(), Objects.requireNonNull(row.get(it.code())), messages, reader))
                .collect(Collectors.joining(" · "));
    }

    private static String one(QuestionKind kind, Answer answer, Messages messages, Locale reader) {
        return switch (answer) {
            case Answer.Text(var text) -> text;
            case Answer.Number(var value) ->
                value.toPlainString()
                        + (kind instanceof QuestionKind.Number(var unit, var _, var _, var _) && !unit.isEmpty()
                                ? " " + unit
                                : "");
            case Answer.Amount(var money) -> money.toString();
            case Answer.Day(var day) -> day(day, reader);
            case Answer.Period(var from, var to) -> day(from, reader) + " – " + day(to, reader);
            case Answer.YesNo(var yes) -> messages.say(reader, yes ? "form.yes" : "form.no");
            case Answer.Choice _, Answer.Chosen _ ->
                chosen(kind, answer).map(it -> it.label().in(reader)).collect(Collectors.joining(", "));
            case Answer.Record(var _, var _, var label) -> label.isEmpty() ? "–" : label;
            case Answer.Rows(var rows) -> String.valueOf(rows.size());
            case Answer.Files(var names) -> String.join(", ", names);
        };
    }

    private static String day(LocalDate day, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Messages.language(reader))
                .format(day);
    }
}
