package org.mainstay.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Entry;
import org.mainstay.notification.Notification.Sort;

/// What one history row has to tell, and to whom if they may see it.
///
/// @param recipients by person, what it is to them, the most important first
/// @param comment what was said, where it is about that
/// @param value the state the record came into, where it is about that
record Due(
        Entry entry,
        Map<UUID, List<Sort>> recipients,
        boolean internal,
        @Nullable UUID comment,
        @Nullable String value) {

    /// What the row is to the person, unless they want to hear nothing of the kind.
    @Nullable
    Sort to(UUID person, Set<Sort> muted) {
        return recipients.getOrDefault(person, List.of()).stream()
                .filter(it -> !muted.contains(it))
                .findFirst()
                .orElse(null);
    }

    static Map<UUID, List<Sort>> nobody() {
        return new LinkedHashMap<>();
    }
}
