package org.mainstay.conversation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Timeline.Change;
import org.mainstay.conversation.Timeline.Item;
import org.mainstay.conversation.Timeline.What;
import org.mainstay.conversation.TimelineQueries.Position;
import org.mainstay.conversation.TimelineQueries.Row;
import org.mainstay.conversation.TimelineQueries.Wanted;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the one timeline of a record's page out of its history, comments, attachments and links.
public final class Timelines {

    private static final UUID LAST = new UUID(-1, -1);

    private final TimelineQueries queries;
    private final Histories histories;
    private final RecordTypes types;
    private final Supplier<RecordStore> store;

    Timelines(TimelineQueries queries, Histories histories, RecordTypes types, Supplier<RecordStore> store) {
        this.queries = queries;
        this.histories = histories;
        this.types = types;
        this.store = store;
    }

    /// What of a timeline is wanted.
    public enum Part {
        EVERYTHING,
        /// What was said and shown to everybody.
        CONVERSATION,
        /// What those who work on it told each other.
        NOTES,
        /// What was done to it.
        CHANGES
    }

    /// A page, newest first; it may hold fewer than `limit` although more follow.
    ///
    /// @param record as the actor sees it
    /// @param before the cursor of the page after which to go on; null for the newest
    /// @throws BadQuery for a cursor that is none
    public Timeline of(Actor actor, Snapshot record, Part part, int limit, @Nullable String before) {
        return page(actor, record, Wanted.of(part), limit, before);
    }

    /// What those who asked for it follow: how it began, what was said and shown to everybody, and the states it
    /// came into.
    public Timeline followed(Actor actor, Snapshot record, int limit, @Nullable String before) {
        return page(actor, record, Wanted.FOLLOWED, limit, before);
    }

    private Timeline page(Actor actor, Snapshot record, Wanted wanted, int limit, @Nullable String before) {
        var position = before == null ? null : position(before);
        var rows = queries.before(record.id(), Histories.works(actor, record), wanted, position, limit + 1);
        boolean more = rows.size() > limit;
        var page = more ? rows.subList(0, limit) : rows;
        var named =
                new HashSet<>(Histories.targets(page.stream().map(Row::entry).toList()));
        var type = types.current(record.type());
        var drafts = new ArrayList<Item>();
        for (Row row : page) {
            // what a row points at is checked below, when labels say what the actor sees
            histories.readable(actor, type, row.entry(), named).ifPresent(entry -> {
                var item = item(type, row, entry);
                name(item, named);
                drafts.add(item);
            });
        }
        var labels = store.get().labelsOf(actor, named);
        var items =
                drafts.stream().filter(it -> seen(it.what(), labels.keySet())).toList();
        return new Timeline(items, labels, more ? cursor(page.getLast().position()) : null);
    }

    /// All parts of it.
    public Timeline of(Actor actor, Snapshot record, int limit, @Nullable String before) {
        return of(actor, record, Part.EVERYTHING, limit, before);
    }

    /// The cursor of the page that begins with this entry.
    ///
    /// @param version of the entry
    /// @return empty where there is none that the actor may read
    public Optional<String> from(Actor actor, Snapshot record, long version) {
        return queries.at(record.id(), Histories.works(actor, record), version)
                .map(at -> cursor(new Position(at, version, LAST)));
    }

    private static Item item(RecordType<?> type, Row row, Entry entry) {
        return new Item(
                entry.at(),
                entry.by(),
                entry.causeKind(),
                entry.causeName(),
                entry.causeId(),
                entry.operation(),
                entry.version(),
                what(type, row, entry));
    }

    private static What what(RecordType<?> type, Row row, Entry entry) {
        var changes = entry.changes();
        if (changes == null) {
            return new What.Other(entry.kind());
        }
        return switch (entry.kind()) {
            case "save" -> new What.Changed(entry.version() == 1, changes(type, changes, entry.reasons()));
            case "comment" -> row.comment() == null ? new What.Other(entry.kind()) : new What.Said(row.comment());
            case "attach" ->
                row.attachment() == null
                        ? new What.Other(entry.kind())
                        : new What.Attached(row.attachment(), row.removed());
            case "unattach" -> new What.Unattached(text(changes, "name"));
            case "link" -> new What.Linked(linkType(changes), id(changes, Histories.TO));
            case TimelineQueries.LINKED -> new What.Linked(linkType(changes).inverse(), id(changes, Histories.TO));
            case "unlink" -> new What.Unlinked(linkType(changes), id(changes, Histories.TO));
            case "watch" -> new What.Watched(id(changes, "person"));
            case "unwatch" -> new What.Unwatched(id(changes, "person"));
            default -> new What.Other(entry.kind());
        };
    }

    private static List<Change> changes(RecordType<?> type, ObjectNode changes, @Nullable ObjectNode reasons) {
        var list = new ArrayList<Change>();
        for (Attribute<?> attribute : type.attributes()) {
            var change = changes.get(attribute.code());
            if (change != null) {
                var reason = reasons == null ? null : reasons.get(attribute.code());
                try {
                    list.add(new Change(
                            attribute,
                            value(attribute, change.get(0)),
                            value(attribute, change.get(1)),
                            reason == null ? null : message(reason),
                            reason == null || !reason.has("record") ? null : id(reason, "record")));
                } catch (BadValue e) {
                    // the attribute was of another kind when this was written: it cannot be shown as what it is now
                    continue;
                }
            }
        }
        return list;
    }

    private static @Nullable Object value(Attribute<?> attribute, @Nullable JsonNode node) {
        return node == null || node.isNull() ? null : attribute.kind().fromJson(node);
    }

    private static Message message(JsonNode reason) {
        var arguments = new ArrayList<Object>();
        var given = reason.get("arguments");
        if (given != null) {
            given.forEach(it -> arguments.add(it.stringValue()));
        }
        return new Message(text(reason, "key"), arguments);
    }

    private static LinkType linkType(JsonNode changes) {
        return Codes.parse(LinkType.class, text(changes, "type"));
    }

    private static UUID id(JsonNode node, String key) {
        return UUID.fromString(text(node, key));
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static void name(Item item, Set<UUID> named) {
        named.add(item.by());
        switch (item.what()) {
            case What.Changed changed ->
                changed.changes().forEach(it -> {
                    name(it.old(), named);
                    name(it.now(), named);
                    name(it.rule(), named);
                });
            case What.Watched(var person) -> named.add(person);
            case What.Unwatched(var person) -> named.add(person);
            case What.Linked _, What.Unlinked _ -> {}
            case What.Said _, What.Attached _, What.Unattached _, What.Other _ -> {}
        }
    }

    private static void name(@Nullable Object value, Set<UUID> named) {
        if (value instanceof UUID id) {
            named.add(id);
        } else if (value instanceof Set<?> ids) {
            ids.forEach(it -> named.add((UUID) it));
        }
    }

    private static boolean seen(What what, Set<UUID> visible) {
        return switch (what) {
            case What.Linked linked -> visible.contains(linked.to());
            case What.Unlinked unlinked -> visible.contains(unlinked.to());
            default -> true;
        };
    }

    private static String cursor(Position position) {
        return position.at() + "_" + position.version() + "_" + position.tie();
    }

    private static Position position(String cursor) {
        try {
            var parts = cursor.split("_", -1);
            if (parts.length == 3) {
                return new Position(Instant.parse(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new BadQuery("cursor", "kernel.list.bad_cursor");
        }
        throw new BadQuery("cursor", "kernel.list.bad_cursor");
    }
}
