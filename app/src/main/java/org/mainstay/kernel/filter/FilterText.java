package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;

/// Writes a filter in the filter language. What the parser made, it makes again of this text; what was
/// put together by code comes back with the same meaning.
public final class FilterText {

    private static final Pattern ALTERNATIVE = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_@-]*");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "empty", "none", "any", "set", "me", "mygroups");
    private static final String NOTHING = "id:none";
    private static final String EVERYTHING = "id:any";

    private FilterText() {}

    /// Empty for [Filter#EVERYTHING].
    public static String of(Filter filter) {
        var normal = normal(filter);
        return normal.equals(Filter.EVERYTHING) ? "" : text(normal);
    }

    private static Filter normal(Filter filter) {
        return switch (filter) {
            case Filter.All(var of) ->
                Junctions.all(of.stream().map(FilterText::normal).toList());
            case Filter.Any(var of) ->
                Junctions.any(of.stream().map(FilterText::normal).toList());
            case Filter.Not(var of) -> new Filter.Not(normal(of));
            case Filter.Words words when words.folded().isEmpty() -> Filter.EVERYTHING;
            case Filter.Identity(var ids) when ids.isEmpty() -> Filter.NOTHING;
            case Filter.OneOf it when it.values().isEmpty() -> Filter.NOTHING;
            case Filter.OneOf(var path, var values)
            when path.last().kind() instanceof Kind.Moment -> moments(path, values);
            default -> filter;
        };
    }

    /// The language has whole days and orders for what depends on now, and no moment that is exactly
    /// then.
    private static Filter moments(Path path, List<?> values) {
        var each = new ArrayList<Filter>();
        var plain = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Operand) {
                each.add(Filter.all(
                        new Filter.Compare(path, Comparison.AT_LEAST, value),
                        new Filter.Compare(path, Comparison.AT_MOST, value)));
            } else {
                plain.add(value);
            }
        }
        if (!plain.isEmpty()) {
            each.add(new Filter.OneOf(path, plain));
        }
        return Junctions.any(each);
    }

    private static String text(Filter filter) {
        return switch (filter) {
            case Filter.All(var of) when of.isEmpty() -> EVERYTHING;
            case Filter.All(var of) ->
                of.stream()
                        .map(it -> it instanceof Filter.Any ? grouped(it) : text(it))
                        .collect(Collectors.joining(" "));
            case Filter.Any(var of) when of.isEmpty() -> NOTHING;
            case Filter.Any(var of) -> of.stream().map(FilterText::text).collect(Collectors.joining(" or "));
            case Filter.Not(Filter.Empty(var path)) -> name(path) + ":any";
            case Filter.Not(var of) -> "-" + grouped(of);
            case Filter.Identity(var ids) ->
                "id:" + ids.stream().map(Object::toString).collect(Collectors.joining(","));
            case Filter.Empty(var path) -> name(path) + ":empty";
            case Filter.OneOf(var path, var values) ->
                name(path)
                        + ":"
                        + values.stream().map(it -> value(path.last(), it)).collect(Collectors.joining(","));
            case Filter.Contains(var path, var folded) -> name(path) + "~" + quoted(folded);
            case Filter.Compare(var path, var comparison, var value) ->
                name(path) + sign(comparison) + value(path.last(), value);
            case Filter.Words words ->
                words.folded().stream().map(FilterText::quoted).collect(Collectors.joining(" "));
        };
    }

    /// Both conditions in one text; either may be blank.
    public static String both(String one, String other) {
        return one.isBlank() || other.isBlank() ? (one + other).strip() : alone(one) + " " + alone(other);
    }

    private static String alone(String text) {
        return ALTERNATIVE.matcher(text).find() ? "(" + text.strip() + ")" : text.strip();
    }

    /// In parentheses, unless it is one term.
    private static String grouped(Filter filter) {
        boolean several = switch (filter) {
            case Filter.All(var of) -> !of.isEmpty();
            case Filter.Any(var of) -> !of.isEmpty();
            case Filter.Words words -> words.folded().size() > 1;
            default -> false;
        };
        return several ? "(" + text(filter) + ")" : text(filter);
    }

    private static String name(Path path) {
        return path.steps().stream().map(Attribute::code).collect(Collectors.joining("."));
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
        };
    }

    private static String value(Attribute<?> attribute, Object value) {
        if (value instanceof Operand operand) {
            return TimeWords.text(operand);
        }
        return switch (attribute.kind()) {
            case Kind.Text _, Kind.Prose _ -> quoted((String) value);
            case Kind.Pick _ -> code((String) value);
            case Kind.Amount _ -> quoted(((Money) value).toString());
            case Kind.Keys _ -> quoted(String.valueOf(((List<?>) value).getFirst()));
            case Kind.References _ -> value.toString();
            case Kind<?> kind -> formatted(kind, value);
        };
    }

    @SuppressWarnings("unchecked") // the value is of its attribute's kind
    private static <T> String formatted(Kind<T> kind, Object value) {
        return kind.format((T) value);
    }

    /// Codes that are not in lower case stand for themselves in quotes only.
    private static String code(String code) {
        return code.chars().anyMatch(Character::isUpperCase) ? quote(code) : quoted(code);
    }

    /// A value as filters write it: in quotes where it is not one plain word, or a word that means something else.
    public static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT)) ? text : quote(text);
    }

    /// The same always in quotes.
    public static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
