package org.mainstay.kernel.record;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record's values at one version, as far as they were asked for. Immutable.
public final class Snapshot {

    private final RecordType<?> type;
    private final UUID id;
    private final Map<String, Object> values;
    private final boolean complete;

    /// @param values by attribute code; an empty attribute is absent
    /// @param complete whether every recorded attribute was read, so that a plan may be decided upon it
    public Snapshot(RecordType<?> type, UUID id, Map<String, Object> values, boolean complete) {
        this.type = type;
        this.id = id;
        this.values = values;
        this.complete = complete;
    }

    /// Whether an absent value means an empty attribute, and not one that was not read.
    public boolean complete() {
        return complete;
    }

    public RecordType<?> type() {
        return type;
    }

    public UUID id() {
        return id;
    }

    /// @return the value, or null where the attribute is empty or was not read
    @SuppressWarnings("unchecked") // values are put under the code of an attribute of their type
    public <T> @Nullable T get(Attribute<T> attribute) {
        return (T) values.get(attribute.code());
    }

    /// @throws NullPointerException when the attribute is empty
    public <T> T need(Attribute<T> attribute) {
        return Objects.requireNonNull(get(attribute), attribute::code);
    }

    public String number() {
        return need(Header.NUMBER);
    }

    public long version() {
        return need(Header.VERSION);
    }

    public UUID organisation() {
        return need(Header.ORGANISATION);
    }

    /// What people call it: its label attribute, else its number.
    public String label() {
        var label = get(type.label());
        return label == null ? number() : label;
    }

    /// By attribute code, without empty attributes; unmodifiable.
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return values.get("number") + " v" + values.get("version");
    }
}
