package org.mainstay.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Preview;
import tools.jackson.databind.JsonNode;

/// Ids of records that previews and history rows mention, so that their labels are read at once.
final class Ids {

    private Ids() {}

    static Set<UUID> of(Preview preview) {
        var ids = new HashSet<UUID>();
        preview.changes().values().forEach(it -> {
            add(ids, it.old());
            add(ids, it.now());
        });
        return ids;
    }

    private static void add(Set<UUID> ids, @Nullable Object value) {
        if (value instanceof UUID id) {
            ids.add(id);
        } else if (value instanceof Set<?> set) {
            set.forEach(it -> ids.add((UUID) it));
        }
    }

    static List<UUID> of(RecordType<?> type, List<Entry> entries) {
        var ids = new ArrayList<UUID>();
        for (Entry entry : entries) {
            ids.add(entry.by());
            if (entry.kind().equals("save") && entry.changes() != null) {
                entry.changes().forEachEntry((code, change) -> {
                    var kind =
                            type.attribute(code).map(it -> it.kind().target()).orElse(null);
                    if (kind != null) {
                        change.forEach(it -> collect(ids, it));
                    }
                });
            }
        }
        return ids;
    }

    private static void collect(List<UUID> ids, JsonNode node) {
        if (node.isArray()) {
            node.forEach(it -> collect(ids, it));
        } else if (node.isString()) {
            try {
                ids.add(new Kind.Reference("any").parse(node.stringValue()));
            } catch (BadValue e) {
                return; // a value of another kind than the attribute has today
            }
        }
    }
}
