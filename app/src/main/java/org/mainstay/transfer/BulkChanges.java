package org.mainstay.transfer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Preview;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What would happen to a record and to others with it, as it is kept:
/// `{"changes":{"impact":["low","high"]},"parts":["comment"],"also":[{"type","number","changes"}]}`. An
/// empty object where nothing would.
final class BulkChanges {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RecordTypes types;

    BulkChanges(RecordTypes types) {
        this.types = types;
    }

    ObjectNode json(UUID record, List<Preview> effects) {
        var told = NODES.objectNode();
        for (var effect : effects) {
            if (effect.changes().isEmpty() && effect.parts().isEmpty()) {
                continue;
            }
            var type = types.need(effect.type());
            if (record.equals(effect.id())) {
                told.set("changes", changes(type, effect.changes()));
                var parts = told.putArray("parts");
                effect.parts().forEach(parts::add);
            } else {
                told.withArrayProperty("also")
                        .addObject()
                        .put("type", effect.type())
                        .put("number", effect.number())
                        .set("changes", changes(type, effect.changes()));
            }
        }
        return told;
    }

    static ObjectNode changes(RecordType<?> type, Map<String, Preview.Change> changes) {
        var all = NODES.objectNode();
        changes.forEach((code, change) -> {
            var attribute = type.need(code);
            all.putArray(code).add(json(attribute, change.old())).add(json(attribute, change.now()));
        });
        return all;
    }

    @SuppressWarnings("unchecked") // the value is the attribute's
    private static <T> JsonNode json(Attribute<T> attribute, @Nullable Object value) {
        return value == null ? NODES.nullNode() : attribute.kind().json((T) value);
    }
}
