package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads documents of forms and of sets of questions: JSON, strictly, with every fault at its place. What conditions
/// say is checked later, by [FormCheck].
final class DocumentReader {

    static final int LONGEST = 300_000;
    private static final int DEEPEST = 12;
    private static final int MOST_OPTIONS = 200;
    private static final int MOST_COLUMNS = 12;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> SECTION = Set.of("code", "label", "hint", "show_when", "questions");
    private static final Set<String> EVERY = Set.of("code", "kind", "label", "hint");
    private static final Set<String> ASKED =
            Set.of("required", "show_when", "require_when", "valid_when", "message", "prefill");

    private DocumentReader() {}

    static DocumentRead<FormDocument> form(String text) {
        return read(
                text,
                Set.of("sections"),
                place -> new FormDocument(place.list("sections", 0, FormDocument.MOST_SECTIONS).stream()
                        .map(DocumentReader::section)
                        .toList()));
    }

    /// The questions of a set.
    static DocumentRead<List<Question>> set(String text) {
        return read(
                text,
                Set.of("questions"),
                place -> place.list("questions", 0, FormDocument.MOST_QUESTIONS).stream()
                        .map(it -> question(it, false))
                        .toList());
    }

    /// The same as a form of one section of that name, with faults at their places there.
    static DocumentRead<FormDocument> setAsForm(String text, String name) {
        return switch (set(text)) {
            case DocumentRead.Good<List<Question>>(var questions) ->
                new DocumentRead.Good<>(new FormDocument(List.of(
                        new FormSection("questions", new Words(name, ""), Words.NONE, "", List.copyOf(questions)))));
            case DocumentRead.Bad<List<Question>>(var faults) ->
                new DocumentRead.Bad<>(faults.stream()
                        .map(it -> new Fault(it.pointer().isEmpty() ? "" : "/sections/0" + it.pointer(), it.reason()))
                        .toList());
        };
    }

    private interface Reading<D> {
        D of(Place place);
    }

    private static <D> DocumentRead<D> read(String text, Set<String> known, Reading<D> reading) {
        if (text.length() > LONGEST) {
            return new DocumentRead.Bad<>(List.of(Fault.at("", "kernel.value.too_long", text.length(), LONGEST)));
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new DocumentRead.Bad<>(List.of(Fault.at(
                    "", "form.document.no_json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr())));
        }
        var faults = new ArrayList<Fault>();
        var place = new Place(node, "", faults);
        place.object(known);
        var document = reading.of(place);
        return faults.isEmpty() ? new DocumentRead.Good<>(document) : new DocumentRead.Bad<>(List.copyOf(faults));
    }

    private static FormSection section(Place at) {
        at.object(SECTION);
        return new FormSection(
                at.code("code"),
                at.words("label", 200, true),
                at.words("hint", 2_000, false),
                at.text("show_when", 2_000, false),
                at.list("questions", 0, FormDocument.MOST_QUESTIONS).stream()
                        .map(DocumentReader::entry)
                        .toList());
    }

    private static Entry entry(Place at) {
        if (at.has("set")) {
            at.object(Set.of("set"));
            return new SetUse(at.text("set", 80, true));
        }
        return question(at, false);
    }

    /// @param column whether it is one of a table, which has no conditions
    private static Question question(Place at, boolean column) {
        var kind = kind(at, at.text("kind", 40, true), column);
        boolean information = kind instanceof QuestionKind.Information;
        var known = Stream.of(
                        EVERY.stream(),
                        column ? Stream.of("required") : information ? Stream.of("show_when") : ASKED.stream(),
                        own(kind).stream())
                .flatMap(it -> it)
                .collect(Collectors.toUnmodifiableSet());
        at.object(known);
        var asked = new Question(
                at.code("code"),
                kind,
                at.words("label", kind instanceof QuestionKind.Consent ? 2_000 : 200, true),
                at.words("hint", 5_000, false),
                at.yes("required"),
                at.text("show_when", 2_000, false),
                at.text("require_when", 2_000, false),
                at.text("valid_when", 2_000, false),
                at.words("message", 500, false),
                at.text("prefill", 500, false));
        if (!asked.validWhen().isEmpty() && asked.message().isEmpty()) {
            at.at("message").wrong("form.document.message_needed");
        }
        return asked;
    }

    private static Set<String> own(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Text _, QuestionKind.Prose _, QuestionKind.Attachment _ -> Set.of("most");
            case QuestionKind.Number _ -> Set.of("unit", "min", "max", "digits");
            case QuestionKind.Amount _ -> Set.of("currency", "min", "max");
            case QuestionKind.Choice _, QuestionKind.MultiChoice _ -> Set.of("options");
            case QuestionKind.Table _ -> Set.of("columns", "most");
            case QuestionKind.Day _,
                    QuestionKind.Period _,
                    QuestionKind.YesNo _,
                    QuestionKind.Person _,
                    QuestionKind.Group _,
                    QuestionKind.Location _,
                    QuestionKind.Item _,
                    QuestionKind.Consent _,
                    QuestionKind.Information _ -> Set.of();
        };
    }

    private static QuestionKind kind(Place at, String code, boolean column) {
        var kind = kind(at, code);
        if (kind == null || (column && !kind.simple())) {
            if (!code.isEmpty()) {
                at.at("kind").wrong(kind == null ? "form.document.no_kind" : "form.document.no_column", code);
            }
            return new QuestionKind.Text(200);
        }
        return kind;
    }

    private static @Nullable QuestionKind kind(Place at, String code) {
        return switch (code) {
            case "text" -> new QuestionKind.Text(at.whole("most", 200, 1, 1_000));
            case "prose" -> new QuestionKind.Prose(at.whole("most", 5_000, 1, 50_000));
            case "number" -> number(at);
            case "money" -> amount(at);
            case "date" -> new QuestionKind.Day();
            case "date_range" -> new QuestionKind.Period();
            case "yes_no" -> new QuestionKind.YesNo();
            case "choice" -> new QuestionKind.Choice(options(at));
            case "multi_choice" -> new QuestionKind.MultiChoice(options(at));
            case "person" -> new QuestionKind.Person();
            case "group" -> new QuestionKind.Group();
            case "location" -> new QuestionKind.Location();
            case "item" -> new QuestionKind.Item();
            case "table" -> table(at);
            case "attachment" -> new QuestionKind.Attachment(at.whole("most", 5, 1, 20));
            case "consent" -> new QuestionKind.Consent();
            case "information" -> new QuestionKind.Information();
            default -> null;
        };
    }

    private static QuestionKind number(Place at) {
        var number = new QuestionKind.Number(
                at.text("unit", 20, false), at.decimal("min"), at.decimal("max"), at.whole("digits", 0, 0, 10));
        if (number.min() != null && number.max() != null && number.min().compareTo(number.max()) > 0) {
            at.at("max").wrong("form.document.max_below_min");
        }
        return number;
    }

    private static QuestionKind amount(Place at) {
        var min = at.decimal("min");
        var max = at.decimal("max");
        if (min != null && max != null && min.compareTo(max) > 0) {
            at.at("max").wrong("form.document.max_below_min");
        }
        var code = at.text("currency", 3, true);
        try {
            return new QuestionKind.Amount(Currency.getInstance(code), min, max);
        } catch (IllegalArgumentException e) {
            if (!code.isEmpty()) {
                at.at("currency").wrong("form.document.no_currency", code);
            }
            return new QuestionKind.Amount(Currency.getInstance("EUR"), min, max);
        }
    }

    private static List<Option> options(Place at) {
        var codes = new HashSet<String>();
        return at.list("options", 1, MOST_OPTIONS).stream()
                .map(it -> {
                    it.object(Set.of("code", "label", "price", "recurring_price"));
                    var option = new Option(
                            it.code("code"),
                            it.words("label", 200, true),
                            it.money("price"),
                            it.money("recurring_price"));
                    if (!option.code().isEmpty() && !codes.add(option.code())) {
                        it.at("code").wrong("form.document.twice", option.code());
                    }
                    return option;
                })
                .toList();
    }

    private static QuestionKind table(Place at) {
        var codes = new HashSet<String>();
        var columns = at.list("columns", 1, MOST_COLUMNS).stream()
                .map(it -> {
                    var column = question(it, true);
                    if (!column.code().isEmpty() && !codes.add(column.code())) {
                        it.at("code").wrong("form.document.twice", column.code());
                    }
                    return column;
                })
                .toList();
        return new QuestionKind.Table(columns, at.whole("most", 20, 1, 100));
    }
}
