package org.mainstay.kernel.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Values;

/// Records that a module ships, contributed as a bean: each is created once, when the installation first
/// meets it, and belongs to the administrators from then on. One that they change stays changed, one that
/// they delete stays deleted.
public interface Shipped {

    /// The source of the external keys that shipped records carry.
    String SOURCE = "mainstay";

    List<Item> items();

    /// @param key unique within the type and the same for ever
    /// @param references to other shipped records, which come before it, by their keys
    record Item(RecordType<?> type, String key, Values values, Map<Attribute<UUID>, String> references) {

        public Item(RecordType<?> type, String key, Values values) {
            this(type, key, values, Map.of());
        }
    }
}
