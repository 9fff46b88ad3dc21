package org.mainstay.kernel.filter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Lexer.Sort;
import org.mainstay.kernel.filter.Lexer.Token;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Texts;

/// Reads one value of a filter text by the attribute's kind.
final class ValueReader {

    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,6})(min|mo|h|d|w|y)");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(s|min|h|d|w)");
    private static final Pattern AMOUNT = Pattern.compile("([+-]?[\\d.]+)\\s*([A-Za-z]{3})");

    private final References references;
    private final FilterContext context;

    ValueReader(References references, FilterContext context) {
        this.references = references;
        this.context = context;
    }

    /// The value, or several where a name is that of several records.
    List<?> values(Kind<?> kind, Token token) {
        return kind.target() == null ? List.of(value(kind, token)) : referred(kind, token);
    }

    Object value(Kind<?> kind, Token token) {
        var text = clean(token);
        try {
            return switch (kind) {
                case Kind.Moment _, Kind.Day _ -> time(kind, text);
                case Kind.Span _ -> length(kind, text.toLowerCase(Locale.ROOT), text);
                case Kind.Amount _ -> amount(kind, text);
                case Kind.Text _ -> text;
                case Kind.Prose _ -> Texts.fold(text);
                case Kind.Choice<?> _, Kind.Pick _, Kind.YesNo _ -> parsed(kind, text.toLowerCase(Locale.ROOT));
                case Kind.Reference _, Kind.TreePick _, Kind.References _ ->
                    referred(kind, token).getFirst();
                case Kind.Whole _, Kind.Decimal _, Kind.Keys _ -> parsed(kind, text);
            };
        } catch (BadValue e) {
            var suggestions = kind instanceof Kind.Choice<?> choice
                    ? Nearest.of(text.toLowerCase(Locale.ROOT), choice.codes())
                    : List.<String>of();
            throw Mistake.at(token, suggestions, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    /// A plain calendar day, which for a moment means all of it.
    @Nullable LocalDate day(Token token) {
        var text = token.text();
        if (text.length() != 10 || text.charAt(4) != '-') {
            return null;
        }
        try {
            return new Kind.Day().parse(text);
        } catch (BadValue e) {
            return null;
        }
    }

    private static Object parsed(Kind<?> kind, String text) {
        return kind.parse(text);
    }

    private Object time(Kind<?> kind, String text) {
        var word = text.toLowerCase(Locale.ROOT);
        switch (word) {
            case "now" -> {
                return new Filter.Operand.FromNow(0);
            }
            case "today" -> {
                return new Filter.Operand.StartOfDay(0);
            }
            case "yesterday" -> {
                return new Filter.Operand.StartOfDay(-1);
            }
            case "tomorrow" -> {
                return new Filter.Operand.StartOfDay(1);
            }
            default -> {}
        }
        var relative = RELATIVE.matcher(word);
        if (relative.matches()) {
            long seconds = seconds(relative.group(2), relative.group(3));
            return new Filter.Operand.FromNow(relative.group(1).equals("-") ? -seconds : seconds);
        }
        if (kind instanceof Kind.Moment && text.length() == 10) {
            return new Kind.Day().parse(text).atStartOfDay(context.actor().zone()).toInstant();
        }
        return kind.parse(text);
    }

    private static Object length(Kind<?> kind, String word, String text) {
        var length = LENGTH.matcher(word);
        return length.matches()
                ? Duration.ofSeconds(seconds(length.group(1), length.group(2)))
                : kind.parse(text);
    }

    private static Object amount(Kind<?> kind, String text) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches()
                ? kind.parse(amount.group(1) + " " + amount.group(2).toUpperCase(Locale.ROOT))
                : kind.parse(text);
    }

    private static long seconds(String count, String unit) {
        return Long.parseLong(count)
                * switch (unit) {
                    case "s" -> 1;
                    case "min" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    case "w" -> 7 * 86_400;
                    case "mo" -> 30 * 86_400;
                    default -> 365 * 86_400;
                };
    }

    private List<?> referred(Kind<?> kind, Token token) {
        var target = String.valueOf(kind.target());
        var text = clean(token);
        if (token.sort() != Sort.QUOTED) {
            var word = text.toLowerCase(Locale.ROOT);
            if (word.equals("me") && target.equals("person")) {
                return List.of(new Filter.Operand.Me());
            }
            if (word.equals("mygroups") && target.equals("group")) {
                return List.of(new Filter.Operand.MyGroups());
            }
        }
        var found = references.find(context.actor(), target, text);
        if (found.isEmpty()) {
            throw Mistake.at(
                    token,
                    references.suggest(context.actor(), target, text),
                    "kernel.filter.no_such_record",
                    text.length() <= 60 ? text : text.substring(0, 60) + "…");
        }
        return found;
    }

    static String clean(Token token) {
        if (token.text().indexOf('\0') >= 0) {
            throw Mistake.at(token, "kernel.filter.bad_value", "\\0");
        }
        return token.text();
    }
}
