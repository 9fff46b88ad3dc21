package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;

/// History folded into the record it tells of: the latest value of each attribute wins.
public final class Fold {

    private Fold() {}

    /// @param entries of one record, by version ascending
    /// @param until entries that happened later are left out; null for all
    /// @return null when the record did not exist then, or was deleted
    public static @Nullable Snapshot of(
            RecordType<?> type, UUID id, String number, List<Entry> entries, @Nullable Instant until) {
        var nodes = new HashMap<String, JsonNode>();
        Entry first = null;
        Entry last = null;
        boolean deleted = false;
        for (Entry entry : entries) {
            if (until != null && entry.at().isAfter(until)) {
                continue;
            }
            first = first == null ? entry : first;
            last = entry;
            switch (entry.kind()) {
                case "delete", Purge.KIND -> deleted = true;
                case "restore" -> deleted = false;
                case "save" -> {
                    if (entry.changes() != null) {
                        entry.changes().forEachEntry((code, change) -> nodes.put(code, change.get(1)));
                    }
                }
                default -> {}
            }
        }
        if (first == null || last == null || deleted) {
            return null;
        }
        var values = values(type, nodes);
        values.put(Header.NUMBER.code(), number);
        values.put(Header.VERSION.code(), last.version());
        values.put(Header.CREATED_AT.code(), first.at());
        values.put(Header.CREATED_BY.code(), first.by());
        values.put(Header.UPDATED_AT.code(), last.at());
        values.put(Header.UPDATED_BY.code(), last.by());
        return new Snapshot(type, id, values, true);
    }

    private static Map<String, Object> values(RecordType<?> type, Map<String, JsonNode> nodes) {
        var values = new HashMap<String, Object>();
        nodes.forEach((code, node) -> {
            var attribute = type.attribute(code);
            if (attribute.isPresent() && !node.isNull()) {
                try {
                    values.put(code, attribute.get().kind().fromJson(node));
                } catch (BadValue e) {
                    // a choice or limit that has since been withdrawn: the value is no longer one of the kind's
                    values.remove(code);
                }
            }
        });
        return values;
    }
}
