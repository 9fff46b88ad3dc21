package org.mainstay.request.form;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sort of answer a question wants.
public sealed interface QuestionKind {

    /// One line.
    ///
    /// @param most characters
    record Text(int most) implements QuestionKind {}

    /// Several lines.
    ///
    /// @param most characters
    record Prose(int most) implements QuestionKind {}

    /// @param unit `GB`; empty for none
    /// @param digits after the point
    record Number(
            String unit, @Nullable BigDecimal min, @Nullable BigDecimal max, int digits) implements QuestionKind {}

    /// An amount in this one currency.
    record Amount(
            Currency currency,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements QuestionKind {}

    record Day() implements QuestionKind {}

    /// From one day to another, both included.
    record Period() implements QuestionKind {}

    record YesNo() implements QuestionKind {}

    record Choice(List<Option> options) implements QuestionKind {}

    record MultiChoice(List<Option> options) implements QuestionKind {}

    record Person() implements QuestionKind {}

    record Group() implements QuestionKind {}

    record Location() implements QuestionKind {}

    /// A configuration item that the requester owns: "my device".
    record Item() implements QuestionKind {}

    /// Rows of simple answers.
    ///
    /// @param columns questions without conditions
    /// @param most rows
    record Table(List<Question> columns, int most) implements QuestionKind {}

    /// Files that come along, by name.
    record Attachment(int most) implements QuestionKind {}

    /// A sentence to agree to; required, it has to be agreed to.
    record Consent() implements QuestionKind {}

    /// Something to read; nobody answers it.
    record Information() implements QuestionKind {}

    default String code() {
        return switch (this) {
            case Text _ -> "text";
            case Prose _ -> "prose";
            case Number _ -> "number";
            case Amount _ -> "money";
            case Day _ -> "date";
            case Period _ -> "date_range";
            case YesNo _ -> "yes_no";
            case Choice _ -> "choice";
            case MultiChoice _ -> "multi_choice";
            case Person _ -> "person";
            case Group _ -> "group";
            case Location _ -> "location";
            case Item _ -> "item";
            case Table _ -> "table";
            case Attachment _ -> "attachment";
            case Consent _ -> "consent";
            case Information _ -> "information";
        };
    }

    /// Whether it may be a column of a table.
    default boolean simple() {
        return switch (this) {
            case Prose _, Period _, MultiChoice _, Table _, Attachment _, Consent _, Information _ -> false;
            case Text _, Number _, Amount _, Day _, YesNo _, Choice _, Person _, Group _, Location _, Item _ -> true;
        };
    }

    /// What it offers to choose from; none for other kinds.
    default List<Option> options() {
        return switch (this) {
            case Choice(var options) -> options;
            case MultiChoice(var options) -> options;
            default -> List.of();
        };
    }

    /// What conditions compare of an answer of this kind; null where there is nothing to compare.
    default @Nullable ValueType type() {
        return switch (this) {
            case Text _, Prose _ -> ValueType.TEXT;
            case Number _, Amount _, Table _, Attachment _ -> ValueType.NUMBER;
            case Day _, Period _ -> ValueType.DATE;
            case YesNo _, Consent _ -> ValueType.YES_NO;
            case Choice _, MultiChoice _ -> ValueType.CODE;
            case Person _, Group _, Location _, Item _ -> ValueType.REFERENCE;
            case Information _ -> null;
        };
    }
}
