package org.mainstay.request.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;

/// Answers out of single texts, as far as nobody has to be asked whether there is such a record.
final class Plain {

    private static final Kind<LocalDate> DAY = new Kind.Day();

    private Plain() {}

    /// @param text not blank
    /// @throws BadValue when the text is no such answer
    static Answer answer(QuestionKind kind, String text) {
        var stripped = text.strip();
        return switch (kind) {
            case QuestionKind.Text(var most) -> new Answer.Text(new Kind.Text(most).parse(text));
            case QuestionKind.Prose(var most) -> new Answer.Text(new Kind.Prose(most).parse(text));
            case QuestionKind.Number number -> new Answer.Number(number(number, stripped));
            case QuestionKind.Amount amount -> new Answer.Amount(amount(amount, stripped));
            case QuestionKind.Day _ -> new Answer.Day(DAY.parse(stripped));
            case QuestionKind.Period _ -> {
                int dots = stripped.indexOf("..");
                if (dots < 0) {
                    throw new BadValue("form.answer.no_period");
                }
                yield period(stripped.substring(0, dots), stripped.substring(dots + 2));
            }
            case QuestionKind.YesNo _, QuestionKind.Consent _ ->
                new Answer.YesNo(new Kind.YesNo().parse(stripped.toLowerCase(Locale.ROOT)));
            case QuestionKind.Choice(var options) -> new Answer.Choice(option(options, stripped));
            case QuestionKind.MultiChoice(var options) -> chosen(options, List.of(stripped.split("\\s*,\\s*")));
            case QuestionKind.Person _,
                    QuestionKind.Group _,
                    QuestionKind.Location _,
                    QuestionKind.Item _,
                    QuestionKind.Table _,
                    QuestionKind.Attachment _,
                    QuestionKind.Information _ -> throw new BadValue("form.answer.no_text", kind.code());
        };
    }

    static Answer.Period period(String from, String to) {
        var period = new Answer.Period(DAY.parse(from.strip()), DAY.parse(to.strip()));
        if (period.to().isBefore(period.from())) {
            throw new BadValue("form.answer.ends_before");
        }
        return period;
    }

    /// In the order of the question, none twice.
    static Answer.Chosen chosen(List<Option> options, List<String> codes) {
        codes.forEach(it -> option(options, it));
        return new Answer.Chosen(
                options.stream().map(Option::code).filter(codes::contains).toList());
    }

    private static String option(List<Option> options, String code) {
        if (options.stream().noneMatch(it -> it.code().equals(code))) {
            throw new BadValue("form.answer.no_option", code.length() > 60 ? code.substring(0, 60) : code);
        }
        return code;
    }

    private static BigDecimal number(QuestionKind.Number kind, String text) {
        var value = Decimals.parse(text);
        if (value.scale() > kind.digits()) {
            throw new BadValue("form.answer.digits", kind.digits());
        }
        return within(value, kind.min(), kind.max());
    }

    /// `12.50`, or with the currency behind it.
    private static Money amount(QuestionKind.Amount kind, String text) {
        var code = kind.currency().getCurrencyCode();
        boolean named = text.toUpperCase(Locale.ROOT).endsWith(code);
        return amount(
                kind, named ? text.substring(0, text.length() - code.length()).strip() : text, code);
    }

    static Money amount(QuestionKind.Amount kind, String digits, String currency) {
        if (!currency.equals(kind.currency().getCurrencyCode())) {
            throw new BadValue("form.answer.currency", kind.currency().getCurrencyCode());
        }
        var value = within(Decimals.parse(digits), kind.min(), kind.max());
        int most = Math.max(0, kind.currency().getDefaultFractionDigits());
        if (value.scale() > most) {
            throw new BadValue("form.answer.digits", most);
        }
        return new Money(value, kind.currency());
    }

    private static BigDecimal within(BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && value.compareTo(min) < 0) {
            throw new BadValue("form.answer.below", min.toPlainString());
        }
        if (max != null && value.compareTo(max) > 0) {
            throw new BadValue("form.answer.above", max.toPlainString());
        }
        return value;
    }
}
