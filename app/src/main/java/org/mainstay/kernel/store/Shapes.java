package org.mainstay.kernel.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;

/// Remembers how rows are read, by what is read of them. A type whose custom fields change is another
/// type, so nothing here is ever out of date.
final class Shapes {

    /// Lists may ask for any choice of fields.
    private static final int MANY = 1_000;

    private final Map<Shape, Rows> known = new ConcurrentHashMap<>();

    private record Shape(RecordType<?> type, List<Attribute<?>> attributes, boolean complete) {}

    Rows all(RecordType<?> type) {
        return of(type, type.attributes(), true);
    }

    /// Everything but what is computed of other tables.
    Rows stored(RecordType<?> type) {
        var columns = type.attributes().stream()
                .filter(it -> !(it.source() instanceof Attribute.Source.Computed))
                .<Attribute<?>>map(it -> it)
                .toList();
        return of(type, columns, true);
    }

    /// @param complete whether the attributes are everything recorded
    Rows of(RecordType<?> type, List<Attribute<?>> attributes, boolean complete) {
        if (known.size() >= MANY) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Shape(type, attributes, complete), it -> new Rows(it.type, it.attributes, it.complete));
    }
}
