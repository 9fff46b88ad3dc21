package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Grammar;
import org.mainstay.kernel.filter.Mistake;
import org.mainstay.kernel.filter.Nearest;
import org.mainstay.kernel.filter.Piece;
import org.mainstay.kernel.filter.TimeWords;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Texts;
import org.mainstay.request.form.Condition.Operand;
import org.mainstay.request.form.Condition.Part;
import org.mainstay.request.form.Condition.Sign;
import org.mainstay.request.form.Condition.Source;
import org.mainstay.request.form.ConditionNames.Named;

/// What the texts of conditions mean: the product's filter language, over the answers of a form. Everything is checked
/// here: names, types, values, so that nothing is left that could go wrong when a form is filled.
final class ConditionReader implements Grammar.Meaning<Condition> {

    private static final int FARTHEST = 36_500;

    private final ConditionNames names;

    ConditionReader(ConditionNames names) {
        this.names = names;
    }

    Grammar.Read<Condition> read(String text) {
        return Grammar.read(text, this);
    }

    @Override
    public Condition all(List<Condition> of) {
        return of.size() == 1 ? of.getFirst() : new Condition.All(List.copyOf(of));
    }

    @Override
    public Condition any(List<Condition> of) {
        return of.size() == 1 ? of.getFirst() : new Condition.Any(List.copyOf(of));
    }

    @Override
    public Condition not(Condition of) {
        return new Condition.Not(of);
    }

    @Override
    public Condition words(Piece word) {
        throw Mistake.at(word, "form.condition.no_words", Mistake.clip(word.text()));
    }

    @Override
    public Condition term(Piece name, Piece sign, List<Piece> values) {
        var named = names.find(name);
        return switch (sign.text()) {
            case ":", "=" -> equal(named, values);
            case "!=" -> not(equal(named, values));
            case "~" -> contains(named, name, sign, values);
            case "<" -> compare(named, name, Sign.LESS, sign, values);
            case "<=" -> compare(named, name, Sign.AT_MOST, sign, values);
            case ">" -> compare(named, name, Sign.MORE, sign, values);
            default -> compare(named, name, Sign.AT_LEAST, sign, values);
        };
    }

    private Condition equal(Named named, List<Piece> values) {
        var any = new ArrayList<Condition>();
        var plain = new ArrayList<Operand>();
        for (var value : values) {
            var word = value.quoted() ? "" : value.text().toLowerCase(Locale.ROOT);
            if (word.equals("none") || word.equals("empty")) {
                any.add(new Condition.Empty(named.source()));
            } else if (word.equals("any") || word.equals("set")) {
                any.add(not(new Condition.Empty(named.source())));
            } else if (named.type().ordered() && value.text().contains("..")) {
                any.add(range(named, value));
            } else if (named.kind() instanceof QuestionKind.Period) {
                any.add(within(named, operand(named, value), operand(named, value)));
            } else if (named.type() == ValueType.TEXT && named.kind() instanceof QuestionKind.Prose) {
                any.add(new Condition.Contains(named.source(), List.of(folded(value))));
            } else {
                plain.add(operand(named, value));
            }
        }
        if (!plain.isEmpty()) {
            any.add(new Condition.Is(named.source(), named.type(), List.copyOf(plain)));
        }
        return any(any);
    }

    /// `1..3`, `1..` or `..3`, both ends included; a period lies within.
    private Condition range(Named named, Piece value) {
        int dots = value.text().indexOf("..");
        var from = value.part(0, dots);
        var to = value.part(dots + 2, value.text().length());
        if (from.length() + to.length() == 0 || value.quoted()) {
            throw Mistake.at(value, "kernel.filter.unexpected", Mistake.clip(value.text()));
        }
        var ends = new ArrayList<Condition>();
        if (from.length() > 0) {
            ends.add(new Condition.Compare(part(named, Part.FROM), named.type(), Sign.AT_LEAST, operand(named, from)));
        }
        if (to.length() > 0) {
            ends.add(new Condition.Compare(part(named, Part.TO), named.type(), Sign.AT_MOST, operand(named, to)));
        }
        return all(ends);
    }

    /// The days are among those of the period.
    private Condition within(Named named, Operand first, Operand last) {
        return all(List.of(
                new Condition.Compare(part(named, Part.FROM), ValueType.DATE, Sign.AT_MOST, first),
                new Condition.Compare(part(named, Part.TO), ValueType.DATE, Sign.AT_LEAST, last)));
    }

    /// An end of a period; what has no ends is looked at as a whole.
    private static Source part(Named named, Part end) {
        return named.kind() instanceof QuestionKind.Period && named.source() instanceof Source.Answered(var code, var _)
                ? new Source.Answered(code, end)
                : named.source();
    }

    /// A period is before a day when it ends before it, and after it when it begins after it.
    private Condition compare(Named named, Piece name, Sign sign, Piece at, List<Piece> values) {
        if (!named.type().ordered()) {
            throw Mistake.at(at, "kernel.filter.not_ordered", name.text(), at.text());
        }
        if (values.size() > 1) {
            throw Mistake.at(values.get(1), "kernel.filter.one_value", at.text());
        }
        boolean below = sign == Sign.LESS || sign == Sign.AT_MOST;
        return new Condition.Compare(
                part(named, below ? Part.TO : Part.FROM), named.type(), sign, operand(named, values.getFirst()));
    }

    private Condition contains(Named named, Piece name, Piece sign, List<Piece> values) {
        if (named.type() != ValueType.TEXT) {
            throw Mistake.at(sign, "kernel.filter.no_text", name.text());
        }
        return new Condition.Contains(
                named.source(), values.stream().map(ConditionReader::folded).toList());
    }

    private static String folded(Piece value) {
        var folded = Texts.fold(value.text().strip());
        if (folded.isEmpty()) {
            throw Mistake.at(value, "kernel.filter.value_missing", value.text());
        }
        return folded;
    }

    private Operand operand(Named named, Piece value) {
        var text = value.text();
        if (!value.quoted() && text.startsWith("{") && text.endsWith("}")) {
            return other(named, value);
        }
        try {
            return switch (named.type()) {
                case TEXT, REFERENCE -> new Operand.Literal(folded(value));
                case NUMBER -> new Operand.Literal(number(named, text));
                case DATE -> day(value);
                case YES_NO ->
                    new Operand.Literal(String.valueOf(new Kind.YesNo().parse(text.toLowerCase(Locale.ROOT))));
                case CODE -> new Operand.Literal(code(named, value));
            };
        } catch (BadValue e) {
            throw Mistake.at(value, e, named.type() == ValueType.YES_NO ? List.of("yes", "no") : List.of());
        }
    }

    private Operand other(Named named, Piece value) {
        var inner = value.part(1, value.text().length() - 1);
        var other = names.find(inner);
        boolean sameMoney = !(named.kind() instanceof QuestionKind.Amount(var one, var _, var _))
                || !(other.kind() instanceof QuestionKind.Amount(var two, var _, var _))
                || one.equals(two);
        if (other.type() != named.type() || !sameMoney || other.kind() instanceof QuestionKind.Period) {
            throw Mistake.at(value, "form.condition.other_type", inner.text());
        }
        return new Operand.Other(other.source());
    }

    private static String number(Named named, String text) {
        if (named.kind() instanceof QuestionKind.Amount(var currency, var _, var _)) {
            var code = currency.getCurrencyCode();
            var digits = text.toUpperCase(Locale.ROOT).endsWith(code)
                    ? text.substring(0, text.length() - code.length()).strip()
                    : text;
            return Decimals.parse(digits).toPlainString();
        }
        return Decimals.parse(text).toPlainString();
    }

    private static Operand day(Piece value) {
        var day = TimeWords.day(value.text());
        if (day.isPresent()) {
            return new Operand.Literal(day.get().toString());
        }
        return switch (value.quoted() ? null : TimeWords.operand(value.text()).orElse(null)) {
            case Filter.Operand.StartOfDay(var days) when Math.abs(days) <= FARTHEST -> new Operand.Days(days);
            case Filter.Operand.FromNow(var seconds)
            when seconds % 86_400 == 0 && Math.abs(seconds / 86_400) <= FARTHEST ->
                new Operand.Days((int) (seconds / 86_400));
            case null, default -> throw new BadValue("form.condition.no_day", Mistake.clip(value.text()));
        };
    }

    private static String code(Named named, Piece value) {
        var code = value.text().toLowerCase(Locale.ROOT);
        if (named.kind() == null) {
            return code;
        }
        var known = named.kind().options().stream().map(Option::code).toList();
        if (!known.contains(code)) {
            var near = Nearest.of(code, known);
            throw Mistake.at(
                    value,
                    near.isEmpty() ? known.stream().limit(10).toList() : near,
                    "form.condition.no_option",
                    Mistake.clip(value.text()));
        }
        return code;
    }
}
