package org.mainstay.kernel.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Cursors;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.databind.node.ObjectNode;

/// A record's history as an actor may read it: attributes that do not exist for them are left out, and so
/// are internal rows (`"internal": true`) without the permission to work on the record, and rows that
/// point (`"to"`) at a record they do not see.
public final class Histories {

    /// The key under which a plan part's history row says that it is for those who work on the record.
    public static final String INTERNAL = "internal";

    /// The key under which a plan part's history row names another record.
    public static final String TO = "to";

    private static final String SAVE = "save";

    private final HistoryQueries queries;
    private final Access access;
    private final RecordTypes types;
    private final Supplier<RecordStore> store;
    private final Cursors cursors;

    public Histories(
            HistoryQueries queries, Access access, RecordTypes types, Supplier<RecordStore> store, Cursors cursors) {
        this.queries = queries;
        this.access = access;
        this.types = types;
        this.store = store;
        this.cursors = cursors;
    }

    /// A page of history, oldest first; it may hold fewer than `limit` although more follow.
    ///
    /// @param next the cursor of the page after this one; null on the last
    public record History(List<Entry> items, @Nullable String next) {}

    /// @param record as the actor sees it
    /// @param limit at most 1,000
    /// @throws org.mainstay.kernel.store.BadQuery for a cursor that is none
    public History of(Actor actor, Snapshot record, int limit, @Nullable String cursor) {
        var scope = actor.id() + "|history|" + record.id();
        var rows = queries.after(record.id(), version(scope, cursor), works(actor, record), limit + 1);
        boolean more = rows.size() > limit;
        var page = more ? rows.subList(0, limit) : rows;
        var seen = store.get().labelsOf(actor, targets(page)).keySet();
        var readable = new ArrayList<Entry>();
        for (Entry entry : page) {
            readable(actor, record.type(), entry, seen).ifPresent(readable::add);
        }
        return new History(
                readable,
                more ? cursors.seal(scope, List.of(Long.toString(page.getLast().version()))) : null);
    }

    /// Whether the actor may see what those who work on the record tell each other.
    public static boolean works(Actor actor, Snapshot record) {
        return actor.may(record.type().work(), record.organisation());
    }

    /// The entry without what does not exist for the actor; empty when nothing remains of it.
    ///
    /// @param seen those of the records which the entry points at that the actor sees
    public Optional<Entry> readable(Actor actor, RecordType<?> type, Entry entry, Set<UUID> seen) {
        var changes = entry.changes();
        if (changes == null || changes.isEmpty()) {
            return Optional.of(entry);
        }
        if (!entry.kind().equals(SAVE)) {
            var target = target(entry);
            return target == null || seen.contains(target) ? Optional.of(entry) : Optional.empty();
        }
        var current = types.current(type);
        var kept = only(current, actor, changes);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var reasons = entry.reasons() == null ? null : only(current, actor, entry.reasons());
        return Optional.of(entry.with(kept, reasons));
    }

    private ObjectNode only(RecordType<?> type, Actor actor, ObjectNode byAttribute) {
        var kept = byAttribute.deepCopy();
        byAttribute.propertyNames().forEach(code -> {
            var attribute = type.attribute(code);
            if (attribute.isEmpty() || !access.reads(type, attribute.get(), actor)) {
                kept.remove(code);
            }
        });
        return kept;
    }

    /// The records that plan parts among the entries point at.
    public static Set<UUID> targets(List<Entry> entries) {
        var targets = new HashSet<UUID>();
        for (Entry entry : entries) {
            var target = target(entry);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static @Nullable UUID target(Entry entry) {
        var changes = entry.changes();
        var target = changes == null || entry.kind().equals(SAVE) ? null : changes.get(TO);
        return target == null ? null : UUID.fromString(target.stringValue());
    }

    private long version(String scope, @Nullable String cursor) {
        return cursor == null
                ? 0
                : Long.parseLong(String.valueOf(cursors.open(scope, cursor, 1).getFirst()));
    }
}
