package org.mainstay.kernel.filter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;

/// Reads one value of a filter text by the attribute's kind. What is quoted stands for itself: `"me"` is
/// somebody of that name.
final class ValueReader {

    private static final Pattern AMOUNT = Pattern.compile("([+-]?[\\d.]+)\\s*([A-Za-z]{3})");

    private final References references;
    private final FilterContext context;

    ValueReader(References references, FilterContext context) {
        this.references = references;
        this.context = context;
    }

    /// The value, or several where a name is that of several records.
    List<Object> values(AttributeNames.Named named, Piece piece) {
        var kind = named.path().last().kind();
        if (kind.target() instanceof String target) {
            return referred(target, piece);
        }
        try {
            return List.of(value(named, piece));
        } catch (BadValue e) {
            throw Mistake.at(piece, e, suggestions(kind, piece.text()));
        }
    }

    private static List<String> suggestions(Kind<?> kind, String text) {
        return switch (kind) {
            case Kind.Choice<?> choice -> {
                var near = Nearest.of(text.toLowerCase(Locale.ROOT), choice.codes());
                yield near.isEmpty() ? choice.codes().stream().limit(10).toList() : near;
            }
            case Kind.YesNo _ -> List.of("yes", "no");
            default -> List.of();
        };
    }

    private Object value(AttributeNames.Named named, Piece piece) {
        var text = piece.text().strip();
        var lower = text.toLowerCase(Locale.ROOT);
        return switch (named.path().last().kind()) {
            case Kind.Text _
            when named.path().last() == Header.NUMBER ->
                named.type().prefix() == null ? text : text.toUpperCase(Locale.ROOT);
            case Kind.Text _, Kind.Prose _ -> piece.text();
            case Kind.Pick _ -> piece.quoted() ? text : lower;
            case Kind.YesNo kind -> kind.parse(lower);
            case Kind.Choice<?> kind -> kind.parse(lower);
            case Kind.Span _ -> TimeWords.span(text);
            case Kind.Amount kind -> kind.parse(amount(text));
            case Kind.Moment kind -> moment(kind, piece, text);
            case Kind.Day kind -> operand(piece, text, kind);
            case Kind<?> kind -> kind.parse(text);
        };
    }

    private Object moment(Kind.Moment kind, Piece piece, String text) {
        var day = TimeWords.day(text);
        return day.isPresent()
                ? day.get().atStartOfDay(context.actor().zone()).toInstant()
                : operand(piece, text, kind);
    }

    private static Object operand(Piece piece, String text, Kind<?> kind) {
        var operand = piece.quoted() ? null : TimeWords.operand(text).orElse(null);
        return operand == null ? kind.parse(text) : operand;
    }

    private static String amount(String text) {
        var amount = AMOUNT.matcher(text);
        return amount.matches() ? amount.group(1) + " " + amount.group(2).toUpperCase(Locale.ROOT) : text;
    }

    private List<Object> referred(String target, Piece piece) {
        var lower = piece.text().toLowerCase(Locale.ROOT);
        if (!piece.quoted() && lower.equals("me") && target.equals("person")) {
            return List.of(new Operand.Me());
        }
        if (!piece.quoted() && lower.equals("mygroups") && target.equals("group")) {
            return List.of(new Operand.MyGroups());
        }
        var found = references.find(context.actor(), target, piece.text().strip());
        if (found.isEmpty()) {
            throw Mistake.at(
                    piece,
                    references.suggest(context.actor(), target, piece.text().strip()),
                    "kernel.filter.no_such_record",
                    Mistake.clip(piece.text()));
        }
        return List.copyOf(found);
    }
}
