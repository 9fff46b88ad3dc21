package org.mainstay.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be known of an incident to find its like.
public record Occurrence(
        UUID id,
        String title,
        @Nullable UUID service,
        @Nullable UUID item,
        @Nullable UUID category,
        @Nullable UUID caller,
        Instant openedAt,
        @Nullable Instant resolvedAt) {

    static final Comparator<Occurrence> NEWEST_FIRST =
            Comparator.comparing(Occurrence::openedAt).reversed().thenComparing(Occurrence::id);

    /// What incidents have to be about alike: the same service and category; where they name no service, the same item.
    public record Group(
            @Nullable UUID service,
            @Nullable UUID item,
            @Nullable UUID category) {

        String key() {
            return "%s|%s|%s".formatted(text(service), text(item), text(category));
        }

        private static String text(@Nullable UUID id) {
            return id == null ? "" : id.toString();
        }
    }

    public Group group() {
        return new Group(service, service == null ? item : null, category);
    }

    List<String> marks() {
        return Marks.of(title, item);
    }

    /// From its opening to its resolution, or until now.
    long minutes(Instant now) {
        var until = resolvedAt == null ? now : resolvedAt;
        return Math.max(0, Duration.between(openedAt, until).toMinutes());
    }
}
