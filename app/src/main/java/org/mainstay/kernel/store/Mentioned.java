package org.mainstay.kernel.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import tools.jackson.databind.JsonNode;

/// Records that people or programs name without saying their type.
public final class Mentioned {

    private final RecordTypes types;
    private final References references;

    Mentioned(RecordTypes types, References references) {
        this.types = types;
        this.references = references;
    }

    /// What a body writes for a record: a text, or an object as it was read; empty where it is neither.
    public static String key(JsonNode body, String name) {
        var node = body.get(name);
        var key = node != null && node.isObject() ? node.get("id") == null ? node.get("number") : node.get("id") : node;
        return key != null && key.isString() ? key.stringValue().strip() : "";
    }

    public static Problem problem(String name, String key) {
        var reason = key.isEmpty()
                ? Message.of("kernel.save.required")
                : Message.of("kernel.save.no_such_record", key.length() <= 80 ? key : key.substring(0, 80) + "…");
        return new Problem(name, reason);
    }

    /// By id or number, of any type the actor sees; null where there is none.
    public @Nullable UUID record(Actor actor, String text) {
        for (RecordType<?> type : types.all()) {
            boolean may = text.length() == 36
                    || (type.prefix() != null
                            && text.regionMatches(
                                    true, 0, type.prefix(), 0, type.prefix().length()));
            if (may) {
                var found = references.find(actor, type.code(), text);
                if (found.size() == 1) {
                    return found.getFirst();
                }
            }
        }
        return null;
    }

    public @Nullable UUID person(Actor actor, String text) {
        var found = references.find(actor, "person", text);
        return found.size() == 1 ? found.getFirst() : null;
    }
}
