package org.mainstay.request.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Money;

/// Forms and answers at random, the same for the same seed.
final class RandomForms {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<String> TEXTS = List.of(
            "Berlin",
            "berlin",
            "BÉRLIN",
            "Straße",
            "STRASSE",
            "ΣΊΣΥΦΟΣ",
            "İstanbul",
            "ﬁne",
            "a b",
            "x",
            "ẞ",
            "日本",
            "10");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "01",
            "1.0",
            "1.5",
            "1.50",
            "-1.5",
            "10",
            "9.999999999999999999999999999",
            "9.999999999999999999999999998",
            "123456789012345678901234567890",
            "9007199254740993",
            "9007199254740992",
            "0.1",
            "0.3");
    private static final List<String> DAYS =
            List.of("2026-11-28", "2026-11-29", "2026-11-30", "2024-02-29", "2027-01-01", "2026-03-29", "1999-12-31");
    private static final List<String> DAY_WORDS =
            List.of("today", "now", "yesterday", "tomorrow", "today+30d", "today-400d", "+1d", "-2w");
    private static final List<Answer.Record> RECORDS = List.of(
            new Answer.Record(new UUID(0, 1), "LOC0000001", "Berlin"),
            new Answer.Record(new UUID(0, 2), "LOC0000002", "Zürich"),
            new Answer.Record(new UUID(0, 3), "LOC0000003", "Berlin"));
    private static final List<Option> OPTIONS = List.of("red", "green", "blue").stream()
            .map(it -> new Option(it, word(it), null, null))
            .toList();

    private final Random random;

    RandomForms(Random random) {
        this.random = random;
    }

    static Words word(String text) {
        return new Words(text, "");
    }

    FormDocument document() {
        var sections = new ArrayList<FormSection>();
        var before = new ArrayList<Question>();
        for (int section = 0; section < 1 + random.nextInt(3); section++) {
            var shown = sometimes(4) ? condition(before, 2) : "";
            var questions = new ArrayList<Entry>();
            for (int at = 0; at < 1 + random.nextInt(6); at++) {
                var question = question("q" + before.size(), before);
                questions.add(question);
                before.add(question);
            }
            sections.add(new FormSection("s" + section, word("s"), Words.NONE, shown, questions));
        }
        return new FormDocument(sections);
    }

    private boolean sometimes(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Question question(String code, List<Question> before) {
        var kind = kind();
        var shown = sometimes(2) ? condition(before, 2) : "";
        var needed = sometimes(3) ? condition(before, 2) : "";
        var bare = new Question(code, kind, word(code), Words.NONE, sometimes(3), shown, needed, "", word("no"), "");
        if (kind instanceof QuestionKind.Information || !sometimes(2)) {
            return bare;
        }
        var with = new ArrayList<>(before);
        with.add(bare);
        with.add(bare);
        return new Question(
                code, kind, word(code), Words.NONE, bare.required(), shown, needed, condition(with, 2), word("no"), "");
    }

    private QuestionKind kind() {
        return switch (random.nextInt(13)) {
            case 0 -> new QuestionKind.Text(200);
            case 1 -> new QuestionKind.Prose(2_000);
            case 2 -> new QuestionKind.Number("GB", null, null, 10);
            case 3 -> new QuestionKind.Amount(EURO, null, null);
            case 4 -> new QuestionKind.Day();
            case 5 -> new QuestionKind.Period();
            case 6 -> new QuestionKind.YesNo();
            case 7 -> new QuestionKind.Choice(OPTIONS);
            case 8 -> new QuestionKind.MultiChoice(OPTIONS);
            case 9 -> new QuestionKind.Location();
            case 10 -> new QuestionKind.Table(List.of(column()), 20);
            case 11 -> new QuestionKind.Consent();
            default -> new QuestionKind.Information();
        };
    }

    private static Question column() {
        return new Question(
                "name", new QuestionKind.Text(200), word("name"), Words.NONE, false, "", "", "", Words.NONE, "");
    }

    /// A condition that holds together, on questions before it, facts and the day.
    String condition(List<Question> before, int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> condition(before, depth - 1) + " " + condition(before, depth - 1);
            case 1 -> "(" + condition(before, depth - 1) + " or " + condition(before, depth - 1) + ")";
            case 2 -> "-(" + condition(before, depth - 1) + ")";
            case 3 -> "not " + condition(before, 0);
            default -> term(before);
        };
    }

    private String term(List<Question> before) {
        var askable = before.stream().filter(it -> it.kind().type() != null).toList();
        if (askable.isEmpty() || sometimes(6)) {
            return switch (random.nextInt(5)) {
                case 0 -> "requester.department" + pick(List.of(":", "!=", "~")) + FilterText.quote(pick(TEXTS));
                case 1 ->
                    "requester.location" + pick(List.of(":", "!=")) + pick(List.of("Berlin", "loc0000002", "none"));
                case 2 -> "requester.vip:" + pick(List.of("yes", "no", "any"));
                case 3 -> "requester.language:" + pick(List.of("de", "en"));
                default -> "today" + pick(List.of("<", "<=", ">", ">=", ":")) + pick(DAYS);
            };
        }
        var question = pick(askable);
        var code = question.code();
        if (sometimes(6)) {
            return code + ":" + pick(List.of("none", "any", "empty", "set"));
        }
        var other = sometimes(4) ? other(question, askable) : "";
        var sign = pick(List.of("<", "<=", ">", ">=", ":", "!="));
        return switch (java.util.Objects.requireNonNull(question.kind().type())) {
            case TEXT ->
                question.kind() instanceof QuestionKind.Prose
                        ? code + "~" + FilterText.quote(pick(TEXTS))
                        : code + pick(List.of(":", "!=")) + (other.isEmpty() ? texts() : other);
            case NUMBER ->
                code
                        + (sometimes(5)
                                ? ":" + range(numbers(question))
                                : sign + (other.isEmpty() ? pick(numbers(question)) : other));
            case DATE -> code + (sometimes(5) ? ":" + range(DAYS) : sign + (other.isEmpty() ? day() : other));
            case YES_NO -> code + ":" + (other.isEmpty() ? pick(List.of("yes", "no")) : other);
            case CODE -> code + pick(List.of(":", "!=")) + pick(List.of("red", "green,blue", "red,blue"));
            case REFERENCE ->
                code
                        + pick(List.of(":", "!="))
                        + (other.isEmpty()
                                ? pick(List.of("Berlin", "zurich", "LOC0000003", "{requester.location}"))
                                : other);
        };
    }

    private List<String> numbers(Question of) {
        return of.kind() instanceof QuestionKind.Amount
                ? List.of("1", "1.5", "10EUR", "0.3", "9007199254740993")
                : NUMBERS;
    }

    private String texts() {
        return FilterText.quote(pick(TEXTS)) + (sometimes(2) ? "," + FilterText.quote(pick(TEXTS)) : "");
    }

    private String day() {
        return pick(sometimes(2) ? DAYS : DAY_WORDS);
    }

    private String range(List<String> of) {
        return switch (random.nextInt(3)) {
            case 0 -> pick(of).replace("EUR", "") + "..";
            case 1 -> ".." + pick(of).replace("EUR", "");
            default -> pick(of).replace("EUR", "") + ".." + pick(of).replace("EUR", "");
        };
    }

    /// Another answer of the same sort; empty where there is none.
    private String other(Question question, List<Question> askable) {
        var same = askable.stream()
                .filter(it -> it.kind().code().equals(question.kind().code()))
                .filter(it -> !(it.kind() instanceof QuestionKind.Period))
                .toList();
        return same.isEmpty() ? "" : "{" + pick(same).code() + "}";
    }

    Facts facts() {
        var known = new HashMap<String, Answer>();
        if (!sometimes(3)) {
            known.put("requester.department", new Answer.Text(pick(TEXTS)));
        }
        if (!sometimes(3)) {
            known.put("requester.location", pick(RECORDS));
        }
        if (!sometimes(3)) {
            known.put("requester.vip", new Answer.YesNo(random.nextBoolean()));
        }
        known.put("requester.language", new Answer.Choice(pick(List.of("de", "en"))));
        return new Facts(TODAY, known);
    }

    Map<String, Answer> answers(Form form) {
        var answers = new LinkedHashMap<String, Answer>();
        form.asked().map(Form.Asked::question).forEach(it -> {
            if (!sometimes(4) && !(it.kind() instanceof QuestionKind.Information)) {
                answers.put(it.code(), answer(it.kind()));
            }
        });
        return answers;
    }

    private Answer answer(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Text _, QuestionKind.Prose _ -> new Answer.Text(pick(TEXTS));
            case QuestionKind.Number _ -> new Answer.Number(Decimals.parse(pick(NUMBERS)));
            case QuestionKind.Amount _ ->
                new Answer.Amount(new Money(new BigDecimal(pick(List.of("1", "1.5", "10", "0.3"))), EURO));
            case QuestionKind.Day _ -> new Answer.Day(LocalDate.parse(pick(DAYS)));
            case QuestionKind.Period _ -> {
                var from = LocalDate.parse(pick(DAYS));
                yield new Answer.Period(from, from.plusDays(random.nextInt(60)));
            }
            case QuestionKind.YesNo _ -> new Answer.YesNo(random.nextBoolean());
            case QuestionKind.Consent _ -> new Answer.YesNo(true);
            case QuestionKind.Choice _ -> new Answer.Choice(pick(List.of("red", "green", "blue")));
            case QuestionKind.MultiChoice _ ->
                new Answer.Chosen(pick(List.of(List.of("red"), List.of("green", "blue"))));
            case QuestionKind.Table _ -> {
                var rows = new ArrayList<Map<String, Answer>>();
                for (int row = 0; row < 1 + random.nextInt(12); row++) {
                    rows.add(Map.of("name", new Answer.Text("x")));
                }
                yield new Answer.Rows(rows);
            }
            case QuestionKind.Person _, QuestionKind.Group _, QuestionKind.Location _, QuestionKind.Item _ ->
                pick(RECORDS);
            case QuestionKind.Attachment _ -> new Answer.Files(List.of("a.txt"));
            case QuestionKind.Information _ -> throw new IllegalArgumentException();
        };
    }
}
