package org.mainstay.kernel.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values to be written, by attribute; a null value empties the attribute. Keeps the order of setting.
public final class Values {

    private final Map<Attribute<?>, @Nullable Object> byAttribute = new LinkedHashMap<>();

    public <T> Values set(Attribute<T> attribute, @Nullable T value) {
        byAttribute.put(attribute, value);
        return this;
    }

    /// For callers that parsed the value by the attribute's own kind.
    public Values put(Attribute<?> attribute, @Nullable Object value) {
        byAttribute.put(attribute, value);
        return this;
    }

    public boolean sets(Attribute<?> attribute) {
        return byAttribute.containsKey(attribute);
    }

    @SuppressWarnings("unchecked") // values are put under an attribute of their type
    public <T> @Nullable T get(Attribute<T> attribute) {
        return (T) byAttribute.get(attribute);
    }

    public boolean isEmpty() {
        return byAttribute.isEmpty();
    }

    public Map<Attribute<?>, @Nullable Object> all() {
        return Collections.unmodifiableMap(byAttribute);
    }

    public Values copy() {
        var copy = new Values();
        copy.byAttribute.putAll(byAttribute);
        return copy;
    }
}
