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

    private Cells() {}

    static String text(Snapshot record, Attribute<?> attribute, Map<UUID, Label> labels) {
        return Neutral.of(plain(attribute, record.get(attribute), labels));
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
}
