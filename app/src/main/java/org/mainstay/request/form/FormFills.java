package org.mainstay.request.form;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.request.form.Evaluation.Verdict;

/// Makes of a form, and of what somebody has answered so far, what a page shows. A page that begins gives no fields and
/// gets prefilled ones; later ones give what was sent, and what the check said of it.
public final class FormFills {

    private static final int MOST_ITEMS = 200;
    private static final int SPARE_ROWS = 2;

    private final Forms forms;
    private final RecordStore store;
    private final Messages messages;

    FormFills(Forms forms, RecordStore store, Messages messages) {
        this.forms = forms;
        this.store = store;
        this.messages = messages;
    }

    /// Of whom, for whom, and as whose language it is.
    ///
    /// @param files what files are called that were sent before, by what the fields of their questions hold
    public record Asking(Actor actor, UUID requester, Facts facts, Locale reader, Map<String, String> files) {

        public Asking(Actor actor, UUID requester, Facts facts, Locale reader) {
            this(actor, requester, facts, reader, Map.of());
        }
    }

    /// The first page: prefilled, without a complaint.
    public FormFill begun(Form form, Asking asking) {
        return of(form, asking, Map.of(), false);
    }

    /// What was sent, shown again.
    ///
    /// @param complains whether it says what is wrong, or only goes on asking
    public FormFill again(Form form, Asking asking, Map<String, String[]> fields, boolean complains) {
        return of(form, asking, fields, complains);
    }

    /// Answers that were given before, to be changed.
    public FormFill changed(Form form, Asking asking, Answers answers, boolean complains) {
        return of(form, asking, AnswerFields.of(answers), complains);
    }

    private FormFill of(Form form, Asking asking, Map<String, String[]> sent, boolean complains) {
        var fields = prefilled(form, asking, sent);
        var checked = forms.check(form, asking.facts(), asking.actor(), asking.requester(), fields);
        var errors = new HashMap<String, String>();
        if (complains) {
            checked.faults()
                    .forEach(it -> errors.merge(
                            it.pointer().split("/", 3)[1],
                            said(it.reason(), asking),
                            (one, other) -> one + " " + other));
        }
        var sections = form.parts().stream()
                .map(part -> {
                    var shown = part.questions().stream()
                            .map(it -> field(it, asking, fields, checked, errors))
                            .toList();
                    return new FormFill.Section(
                            part.section().code(),
                            part.section().label().in(asking.reader()),
                            part.section().hint().in(asking.reader()),
                            shown.stream().anyMatch(FormFill.Field::shown),
                            shown);
                })
                .toList();
        boolean files = form.asked().anyMatch(it -> it.question().kind() instanceof QuestionKind.Attachment);
        return new FormFill(FormJson.rules(form, asking.facts()).toString(), sections, files, checked);
    }

    private String said(Message reason, Asking asking) {
        return messages.say(reason, asking.reader());
    }

    /// What nobody was asked yet begins with what its question says.
    private static Map<String, String[]> prefilled(Form form, Asking asking, Map<String, String[]> sent) {
        var fields = new HashMap<>(sent);
        form.asked().forEach(it -> {
            var question = it.question();
            if (AnswerFields.asked(question, sent)) {
                return;
            }
            var answer = switch (it.prefill()) {
                case null -> null;
                case Prefill.Literal(var literal) -> literal;
                case Prefill.Fact(var name) -> asking.facts().known().get(name);
                case Prefill.Other _ -> null;
            };
            var name = AnswerFields.PREFIX + question.code();
            if (it.prefill() instanceof Prefill.Other(var other)) {
                copy(fields, AnswerFields.PREFIX + other, name);
            } else if (answer != null) {
                AnswerFields.put(fields, name, answer);
            }
        });
        return fields;
    }

    private static void copy(Map<String, String[]> fields, String from, String to) {
        for (var end : List.of("", ".from", ".to")) {
            var given = fields.get(from + end);
            if (given != null) {
                fields.put(to + end, given);
            }
        }
    }

    private FormFill.Field field(
            Form.Asked asked,
            Asking asking,
            Map<String, String[]> fields,
            Forms.Checked checked,
            Map<String, String> errors) {
        var question = asked.question();
        var verdict = checked.verdicts().getOrDefault(question.code(), new Verdict(true, false, true));
        var name = AnswerFields.PREFIX + question.code();
        boolean period = question.kind() instanceof QuestionKind.Period;
        var columns = question.kind() instanceof QuestionKind.Table(var of, var _)
                ? of.stream().map(it -> column(it, asking)).toList()
                : List.<FormFill.Field>of();
        var answer = checked.answers().values().get(question.code());
        return new FormFill.Field(
                question.code(),
                question.kind().code(),
                name,
                question.label().in(asking.reader()),
                question.hint().in(asking.reader()),
                verdict.shown(),
                verdict.needed(),
                text(fields, period ? name + ".from" : name),
                period ? text(fields, name + ".to") : "",
                choices(question.kind(), given(fields, name), asking),
                suggest(question.kind()),
                unit(question.kind()),
                answer instanceof Answer.Record(var id, var number, var label)
                        ? List.of(id.toString(), number, label)
                        : List.of(),
                columns,
                question.kind() instanceof QuestionKind.Table(var of, var most)
                        ? rows(columns, of, name, most, fields, asking)
                        : List.of(),
                question.message().in(asking.reader()),
                errors.getOrDefault(question.code(), ""));
    }

    private FormFill.Field column(Question column, Asking asking) {
        return new FormFill.Field(
                column.code(),
                column.kind().code(),
                AnswerFields.PREFIX + column.code(),
                column.label().in(asking.reader()),
                "",
                true,
                column.required(),
                "",
                "",
                List.of(),
                suggest(column.kind()),
                unit(column.kind()),
                List.of(),
                List.of(),
                List.of(),
                "",
                "");
    }

    /// Those that were sent, without gaps, and some to go on.
    private List<FormFill.Row> rows(
            List<FormFill.Field> columns,
            List<Question> of,
            String name,
            int most,
            Map<String, String[]> fields,
            Asking asking) {
        var kept = new ArrayList<Integer>();
        for (int row = 0; row <= most; row++) {
            int at = row;
            if (of.stream()
                    .anyMatch(it ->
                            !text(fields, name + "." + at + "." + it.code()).isBlank())) {
                kept.add(row);
            }
        }
        int shown = Math.min(most, kept.size() + SPARE_ROWS);
        var rows = new ArrayList<FormFill.Row>();
        for (int row = 0; row < shown; row++) {
            var from = name + "." + (row < kept.size() ? kept.get(row) : "none") + ".";
            int number = row;
            rows.add(new FormFill.Row(Stream.iterate(0, it -> it < of.size(), it -> it + 1)
                    .map(it -> columns.get(it)
                            .in(
                                    name,
                                    number,
                                    text(fields, from + of.get(it).code()),
                                    choices(
                                            of.get(it).kind(),
                                            given(fields, from + of.get(it).code()),
                                            asking)))
                    .toList()));
        }
        return rows;
    }

    private static List<String> given(Map<String, String[]> fields, String name) {
        return Arrays.asList(fields.getOrDefault(name, new String[0]));
    }

    private static String text(Map<String, String[]> fields, String name) {
        var given = fields.get(name);
        return given == null || given.length == 0 ? "" : given[0];
    }

    private List<FormFill.Choice> choices(QuestionKind kind, List<String> given, Asking asking) {
        return switch (kind) {
            case QuestionKind.YesNo _ ->
                Stream.of("true", "false")
                        .map(it -> new FormFill.Choice(
                                it,
                                messages.say(asking.reader(), it.equals("true") ? "form.yes" : "form.no"),
                                "",
                                given.contains(it)))
                        .toList();
            case QuestionKind.Item _ -> items(given, asking);
            case QuestionKind.Attachment _ -> files(given, asking);
            default ->
                kind.options().stream()
                        .map(it -> new FormFill.Choice(
                                it.code(),
                                it.label().in(asking.reader()),
                                price(it, asking.reader()),
                                given.contains(it.code())))
                        .toList();
        };
    }

    private String price(Option option, Locale reader) {
        var once = price(option.price(), reader);
        var recurring = price(option.recurring(), reader);
        return recurring.isEmpty()
                ? once
                : (once.isEmpty() ? "" : once + ", ") + messages.say(reader, "form.price.recurring", recurring);
    }

    private static String price(@Nullable Money price, Locale reader) {
        if (price == null || price.amount().signum() == 0) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(Messages.language(reader));
        format.setCurrency(price.currency());
        format.setMaximumFractionDigits(Math.max(
                price.currency().getDefaultFractionDigits(),
                price.amount().stripTrailingZeros().scale()));
        return (price.amount().signum() > 0 ? "+" : "") + format.format(price.amount());
    }

    private static List<FormFill.Choice> files(List<String> given, Asking asking) {
        return given.stream()
                .filter(asking.files()::containsKey)
                .map(it -> new FormFill.Choice(it, String.valueOf(asking.files().get(it)), "", true))
                .toList();
    }

    /// "My devices": what the requester owns and whoever fills the form sees.
    private List<FormFill.Choice> items(List<String> given, Asking asking) {
        var named = given.stream().map(org.mainstay.web.Forms::number).toList();
        var query = Query.of(Filter.is(ConfigurationItemType.OWNER, asking.requester()))
                .reading(List.of(ConfigurationItemType.NAME))
                .limit(MOST_ITEMS);
        return store.list(asking.actor(), ConfigurationItemType.CONFIGURATION_ITEM, query).items().stream()
                .map(it -> new FormFill.Choice(
                        it.number(),
                        it.label() + " · " + it.number(),
                        "",
                        named.contains(it.number()) || named.contains(it.id().toString())))
                .toList();
    }

    private static String suggest(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Person _ -> "/people/suggest";
            case QuestionKind.Group _ -> "/groups/suggest";
            case QuestionKind.Location _ -> "/locations/suggest";
            default -> "";
        };
    }

    private static String unit(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Number(var unit, var _, var _, var _) -> unit;
            case QuestionKind.Amount(var currency, var _, var _) -> currency.getCurrencyCode();
            default -> "";
        };
    }
}
