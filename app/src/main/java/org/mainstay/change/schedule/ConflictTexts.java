package org.mainstay.change.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Label;

/// What stands in the way, in a sentence.
final class ConflictTexts {

    private ConflictTexts() {}

    /// @param labels of what the reader sees; of the rest the sentence says no names
    static Message of(Blocker blocker, Map<UUID, Label> labels) {
        var key = "change.conflict." + Codes.of(blocker.kind());
        var names = new ArrayList<Message>();
        for (UUID id : named(blocker)) {
            var label = id == null ? null : labels.get(id);
            names.add(
                    label == null
                            ? Message.of("change.conflict.unnamed")
                            : person(blocker)
                                    ? Message.of("change.conflict.person", label.label())
                                    : Message.of("change.conflict.named", label.number(), label.label()));
        }
        return Message.of(key, names.toArray());
    }

    private static boolean person(Blocker blocker) {
        return blocker.person() != null;
    }

    private static List<@Nullable UUID> named(Blocker blocker) {
        return switch (blocker.kind()) {
            case BLACKOUT, FREEZE -> one(blocker.period());
            case SAME_ITEM, OUTSIDE_MAINTENANCE_WINDOW -> one(blocker.item());
            case DEPENDENT_ITEM, NEEDED_ITEM -> two(blocker.otherItem(), blocker.item());
            case ASSIGNEE_BUSY, ASSIGNEE_ABSENT -> one(blocker.person());
        };
    }

    private static List<@Nullable UUID> one(@Nullable UUID id) {
        var ids = new ArrayList<@Nullable UUID>();
        ids.add(id);
        return ids;
    }

    private static List<@Nullable UUID> two(@Nullable UUID id, @Nullable UUID other) {
        var ids = one(id);
        ids.add(other);
        return ids;
    }
}
