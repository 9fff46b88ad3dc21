package org.mainstay.kernel.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.filter.Lexer.Sort;
import org.mainstay.kernel.filter.Lexer.Token;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// Turns `name sign values` into conditions on attributes, for one type and one asker. An attribute that the asker may
/// not read is an unknown one, here and behind references.
final class Terms {

    private static final int STEPS = 4;

    private final RecordTypes types;
    private final Access access;
    private final RecordType<?> type;
    private final FilterContext context;
    private final ValueReader reader;

    Terms(RecordTypes types, Access access, References references, RecordType<?> type, FilterContext context) {
        this.types = types;
        this.access = access;
        this.type = type;
        this.context = context;
        this.reader = new ValueReader(references, context);
    }

    Filter term(Token name, Token sign, List<Token> values) {
        if (name.text().equals("id")) {
            return identity(sign, values);
        }
        var path = path(name);
        return switch (sign.text()) {
            case ":", "=" -> any(path, values);
            case "!=" -> new Filter.Not(any(path, values));
            case "~" -> contains(path, sign, values);
            case "<" -> compare(path, Comparison.LESS, sign, values);
            case "<=" -> compare(path, Comparison.AT_MOST, sign, values);
            case ">" -> compare(path, Comparison.MORE, sign, values);
            case ">=" -> compare(path, Comparison.AT_LEAST, sign, values);
            default -> throw Mistake.at(sign, "kernel.filter.unexpected", sign.text());
        };
    }

    private static Filter identity(Token sign, List<Token> values) {
        if (!sign.text().equals(":") && !sign.text().equals("=")) {
            throw Mistake.at(sign, "kernel.filter.not_ordered", "id");
        }
        var kind = new Kind.Reference("any");
        return new Filter.Identity(values.stream()
                .map(it -> {
                    try {
                        return kind.parse(it.text());
                    } catch (BadValue e) {
                        throw Mistake.at(it, e.reason().key(), e.reason().arguments().toArray());
                    }
                })
                .toList());
    }

    private Path path(Token name) {
        var steps = new ArrayList<Attribute<?>>();
        RecordType<?> at = type;
        var rest = name.text();
        while (true) {
            var word = step(rest);
            var attribute = attribute(at, word, name);
            steps.add(attribute);
            if (word.length() == rest.length()) {
                return new Path(steps);
            }
            rest = rest.substring(word.length() + 1);
            var target = attribute.kind().target();
            if (target == null || types.byCode(target).isEmpty()) {
                throw Mistake.at(name, "kernel.filter.no_reference", attribute.code());
            }
            if (steps.size() == STEPS) {
                throw Mistake.at(name, "kernel.filter.too_deep", STEPS);
            }
            at = types.need(target);
        }
    }

    /// The next attribute's name; `custom.cost` is one.
    private static String step(String path) {
        int from = path.startsWith("custom.") ? "custom.".length() : 0;
        int dot = path.indexOf('.', from);
        return dot < 0 ? path : path.substring(0, dot);
    }

    private Attribute<?> attribute(RecordType<?> of, String word, Token name) {
        for (var code : List.of(word, word + "_at")) {
            var attribute = of.attribute(code).filter(it -> access.reads(of, it, context.actor()));
            if (attribute.isPresent()) {
                return attribute.get();
            }
        }
        var known = access.readable(of, context.actor()).stream().map(Attribute::code).toList();
        throw Mistake.at(name, Nearest.of(word, known), "kernel.filter.unknown_attribute", clip(word));
    }

    private Filter any(Path path, List<Token> values) {
        var filters = new ArrayList<Filter>();
        var plain = new ArrayList<>();
        for (Token value : values) {
            var special = special(path, value);
            if (special != null) {
                filters.add(special);
            } else {
                plain.addAll(reader.values(path.last().kind(), value));
            }
        }
        if (!plain.isEmpty()) {
            filters.add(new Filter.OneOf(path, plain));
        }
        return filters.size() == 1 ? filters.getFirst() : new Filter.Any(filters);
    }

    /// Values that are not one value: emptiness, ranges, whole days.
    private @Nullable Filter special(Path path, Token value) {
        if (value.sort() == Sort.QUOTED) {
            return null;
        }
        var kind = path.last().kind();
        var word = value.text().toLowerCase(Locale.ROOT);
        boolean code = kind instanceof Kind.Choice<?> choice && choice.codes().contains(word);
        if (!code && (word.equals("empty") || word.equals("none"))) {
            return new Filter.Empty(path);
        }
        if (!code && (word.equals("any") || word.equals("set"))) {
            return new Filter.Not(new Filter.Empty(path));
        }
        int dots = value.text().indexOf("..");
        if (dots > 0 && kind.ordered() && !(kind instanceof Kind.Text)) {
            return Filter.all(
                    new Filter.Compare(path, Comparison.AT_LEAST, reader.value(kind, part(value, 0, dots))),
                    until(path, part(value, dots + 2, value.text().length())));
        }
        if (kind instanceof Kind.Moment && reader.day(value) instanceof LocalDate day) {
            return Filter.all(
                    new Filter.Compare(path, Comparison.AT_LEAST, start(day)),
                    new Filter.Compare(path, Comparison.LESS, start(day.plusDays(1))));
        }
        if (kind instanceof Kind.Moment && reader.value(kind, value) instanceof Filter.Operand.StartOfDay(var days)) {
            return Filter.all(
                    new Filter.Compare(path, Comparison.AT_LEAST, new Filter.Operand.StartOfDay(days)),
                    new Filter.Compare(path, Comparison.LESS, new Filter.Operand.StartOfDay(days + 1)));
        }
        return null;
    }

    /// The upper end of a range takes a whole day with it.
    private Filter until(Path path, Token end) {
        return path.last().kind() instanceof Kind.Moment && reader.day(end) instanceof LocalDate day
                ? new Filter.Compare(path, Comparison.LESS, start(day.plusDays(1)))
                : new Filter.Compare(path, Comparison.AT_MOST, reader.value(path.last().kind(), end));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(context.actor().zone()).toInstant();
    }

    private static Token part(Token token, int from, int to) {
        return new Token(token.sort(), token.text().substring(from, to), token.at() + from, to - from, false);
    }

    private static Filter contains(Path path, Token sign, List<Token> values) {
        if (!(path.last().kind() instanceof Kind.Text || path.last().kind() instanceof Kind.Prose)) {
            throw Mistake.at(sign, "kernel.filter.no_text", path.last().code());
        }
        var any = values.stream()
                .<Filter>map(it -> new Filter.Contains(path, Texts.fold(ValueReader.clean(it))))
                .toList();
        return any.size() == 1 ? any.getFirst() : new Filter.Any(any);
    }

    private Filter compare(Path path, Comparison comparison, Token sign, List<Token> values) {
        if (!path.last().kind().ordered()) {
            throw Mistake.at(sign, "kernel.filter.not_ordered", path.last().code());
        }
        if (values.size() > 1) {
            throw Mistake.at(values.get(1), "kernel.filter.one_value");
        }
        return new Filter.Compare(path, comparison, reader.value(path.last().kind(), values.getFirst()));
    }

    private static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
