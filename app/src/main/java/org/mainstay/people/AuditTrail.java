package org.mainstay.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// The audit as those read it who may read all of it.
public final class AuditTrail {

    private final AuditQueries queries;
    private final RecordStore store;

    AuditTrail(AuditQueries queries, RecordStore store) {
        this.queries = queries;
        this.store = store;
    }

    /// @param actor who did it; null where nobody was known
    public record Line(
            Instant at,
            String event,
            @Nullable Label actor,
            @Nullable String address,
            Map<String, String> detail) {}

    /// @param next the cursor of the older ones; null at the end
    public record Page(List<Line> lines, @Nullable Long next) {}

    public static boolean readableBy(Actor actor) {
        return actor instanceof Actor.Person person && person.grants().everywhere(Permissions.AUDIT_READ);
    }

    /// Newest first; nothing for those who may not read it.
    public Page page(Actor actor, @Nullable Long before, int limit) {
        if (!readableBy(actor)) {
            return new Page(List.of(), null);
        }
        var rows = queries.page(before, limit + 1);
        var shown = rows.stream().limit(limit).toList();
        var actors = shown.stream()
                .flatMap(it -> Stream.ofNullable(it.actor()))
                .distinct()
                .toList();
        var labels = store.labelsOf(actor, actors);
        var lines = new ArrayList<Line>();
        for (var row : shown) {
            lines.add(new Line(row.at(), row.event(), label(row.actor(), labels), row.address(), detail(row)));
        }
        return new Page(lines, rows.size() > limit ? shown.getLast().id() : null);
    }

    private static @Nullable Label label(@Nullable UUID actor, Map<UUID, Label> labels) {
        return actor == null ? null : labels.get(actor);
    }

    private static Map<String, String> detail(AuditQueries.Row row) {
        var detail = new TreeMap<String, String>();
        row.detail()
                .forEachEntry(
                        (name, value) -> detail.put(name, value.isString() ? value.stringValue() : value.toString()));
        return detail;
    }
}
