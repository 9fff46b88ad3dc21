package org.mainstay.transfer;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// Values as cells of a table: references by their numbers, so that an import finds them again.
final class Cells {

    /// What a spreadsheet takes for the beginning of a formula, full-width forms included.
    private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private Cells() {}

    static String text(Snapshot record, Attribute<?> attribute, Map<UUID, Label> labels) {
        return neutral(plain(attribute, record.get(attribute), labels));
    }

    @SuppressWarnings("unchecked") // the value is the attribute's
    private static <T> String plain(Attribute<T> attribute, @Nullable Object value, Map<UUID, Label> labels) {
        return switch (value) {
            case null -> "";
            case UUID id -> number(labels.get(id));
            case Set<?> ids ->
                ids.stream().map(it -> number(labels.get((UUID) it))).sorted().collect(Collectors.joining(", "));
            default -> attribute.kind().format((T) value);
        };
    }

    private static String number(@Nullable Label label) {
        return label == null ? "" : label.number();
    }

    /// A text that a spreadsheet would compute is given as a text.
    static String neutral(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        return !text.isEmpty() && !number && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
