package org.mainstay.cmdb.accuracy;

import java.util.Optional;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;

/// A value of an item that somebody can look at and say whether it is true.
///
/// @param judged as the database has it, in the form of its `->>`
record CheckedValue(Attribute<?> attribute, String judged) {

    /// Empty where the item has no such value, or none that is judged by eye.
    static Optional<CheckedValue> of(Snapshot item, String code) {
        return item.type()
                .attribute(code)
                .filter(CheckedValue::judgeable)
                .filter(it -> it.applies(item::get))
                .flatMap(it -> judged(item, it));
    }

    private static boolean judgeable(Attribute<?> attribute) {
        return AccuracyQueries.ROOT.contains(attribute.code())
                || (attribute.source() instanceof Source.Key key
                        && key.column().equals(AccuracyQueries.OF_CLASSES)
                        && !(attribute.kind() instanceof Kind.Prose));
    }

    private static <T> Optional<CheckedValue> judged(Snapshot item, Attribute<T> attribute) {
        var value = item.get(attribute);
        return value == null
                ? Optional.empty()
                : text(attribute.kind().stored(value))
                        .filter(it -> it.length() <= AccuracyCheckType.LONGEST)
                        .map(it -> new CheckedValue(attribute, it));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString()
                ? Optional.of(node.stringValue())
                : node.isNumber()
                        ? Optional.of(node.decimalValue().toPlainString())
                        : node.isBoolean() ? Optional.of(node.toString()) : Optional.empty();
    }
}
