package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// The followers of each type.
final class Followers {

    private final Map<String, List<Follower>> byType = new HashMap<>();
    private final DSLContext db;

    Followers(List<Follower> followers, DSLContext db) {
        followers.forEach(
                it -> byType.computeIfAbsent(it.type(), _ -> new ArrayList<>()).add(it));
        this.db = db;
    }

    boolean any(RecordType<?> type) {
        return byType.containsKey(type.code());
    }

    void changed(RecordType<?> type, UUID id, @Nullable Snapshot before, @Nullable Snapshot after, Cause cause) {
        changed(type, List.of(new Follower.Change(id, before, after)), cause);
    }

    void changed(RecordType<?> type, List<Follower.Change> changes, Cause cause) {
        for (var follower : byType.getOrDefault(type.code(), List.of())) {
            follower.follow(changes, cause).forEach(db::execute);
        }
    }
}
