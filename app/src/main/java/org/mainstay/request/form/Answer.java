package org.mainstay.request.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Texts;
import org.mainstay.request.form.Condition.Part;

/// An answer to a question; where nothing was answered there is none.
public sealed interface Answer {

    /// To text and prose; never empty.
    record Text(String text) implements Answer {}

    record Number(BigDecimal value) implements Answer {}

    record Amount(Money value) implements Answer {}

    record Day(LocalDate day) implements Answer {}

    /// @param to not before `from`
    record Period(LocalDate from, LocalDate to) implements Answer {}

    /// Also to a consent.
    record YesNo(boolean yes) implements Answer {}

    record Choice(String code) implements Answer {}

    /// Options in the order of the question, at least one.
    record Chosen(List<String> codes) implements Answer {}

    /// A person, group, location or item.
    ///
    /// @param number empty, as the label is, where whoever reads does not see it
    record Record(UUID id, String number, String label) implements Answer {}

    /// At least one row with at least one answer, by column.
    record Rows(List<Map<String, Answer>> rows) implements Answer {}

    /// At least one.
    record Files(List<String> names) implements Answer {}

    /// The values that conditions compare, as their [ValueType] writes them.
    default List<String> values(Part part) {
        return switch (this) {
            case Text(var text) -> List.of(Texts.fold(text));
            case Number(var value) -> List.of(value.toPlainString());
            case Amount(var value) -> List.of(value.amount().toPlainString());
            case Day(var day) -> List.of(day.toString());
            case Period(var from, var to) -> List.of(part == Part.TO ? to.toString() : from.toString());
            case YesNo(var yes) -> List.of(String.valueOf(yes));
            case Choice(var code) -> List.of(code);
            case Chosen(var codes) -> codes;
            case Record(var id, var number, var label) ->
                Stream.of(id.toString(), Texts.fold(number), Texts.fold(label)).toList();
            case Rows(var rows) -> List.of(String.valueOf(rows.size()));
            case Files(var names) -> List.of(String.valueOf(names.size()));
        };
    }
}
