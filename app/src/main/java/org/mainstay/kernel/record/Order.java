package org.mainstay.kernel.record;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How a list is sorted. Empty values come last in either direction; references sort by their label; ties
/// are broken by the record's id in the direction of the last key, so every order is total.
public record Order(List<Key> keys) {

    public record Key(Attribute<?> attribute, boolean descending) {

        @Override
        public String toString() {
            return (descending ? "-" : "") + attribute.code();
        }
    }

    public Order {
        keys = List.copyOf(keys);
    }

    public static Order by(Key... keys) {
        return new Order(Arrays.asList(keys));
    }

    public static Key ascending(Attribute<?> attribute) {
        return new Key(attribute, false);
    }

    public static Key descending(Attribute<?> attribute) {
        return new Key(attribute, true);
    }

    /// The `sort` parameter that asks for it: `priority,-opened_at`.
    @Override
    public String toString() {
        return keys.stream().map(Key::toString).collect(Collectors.joining(","));
    }
}
