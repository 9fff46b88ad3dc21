package org.mainstay.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.PostedComment;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.notification.Notification.Sort;
import org.mainstay.people.GroupType;
import org.mainstay.people.PersonType;
import tools.jackson.databind.JsonNode;

/// Reads from history rows whom they are news to. Whether they may see it is not asked here. However many rows there
/// are, what is needed to know it is read once for all of them.
final class Recipients {

    private static final String SAVE = "save";
    private static final String COMMENT = "comment";
    /// The key under which a plan part's history row names persons who are reminded that it waits for them.
    private static final String REMINDED = "reminded";

    private static final int MENTIONS = 50;

    private final RecordStore store;
    private final Conversations conversations;
    private final Concerns concerns;
    private final List<Onlookers> onlookers;
    private final int most;

    /// @param most of a group or of those who watch that are told of one thing
    Recipients(RecordStore store, Conversations conversations, Concerns concerns, List<Onlookers> onlookers, int most) {
        this.store = store;
        this.conversations = conversations;
        this.concerns = concerns;
        this.onlookers = onlookers;
        this.most = most;
    }

    /// Whether the row may be news to anybody.
    boolean tells(Entry entry) {
        if (entry.imported() || entry.changes() == null) {
            return false;
        }
        return entry.kind().equals(COMMENT)
                || entry.kind().equals(SAVE) && concerns(entry)
                || !reminded(entry).isEmpty();
    }

    private boolean concerns(Entry entry) {
        var concern = concerns.of(entry.type());
        return now(entry, concern.assignee()) != null
                || now(entry, concern.group()) != null
                || now(entry, concern.asked()) != null
                || state(entry, concern) != null;
    }

    /// What has to be known of a record to say whom it concerns.
    List<Attribute<?>> read(String type) {
        var concern = concerns.of(type);
        var read = new ArrayList<Attribute<?>>(concern.reporters());
        if (concern.assignee() != null) {
            read.add(concern.assignee());
        }
        return read;
    }

    /// @param comments by id
    /// @param persons who are mentioned, by name
    /// @param watchers by record
    /// @param members by group
    /// @param onlookers by record
    private record Known(
            Map<UUID, PostedComment> comments,
            Map<String, UUID> persons,
            Map<UUID, List<UUID>> watchers,
            Map<UUID, List<UUID>> members,
            Map<UUID, List<UUID>> onlookers) {}

    /// In the order of the rows; those that are news to nobody are left out.
    ///
    /// @param records those of the rows as they are now, with [#read]
    List<Due> of(List<Entry> rows, Map<UUID, Snapshot> records) {
        var known = known(rows, records);
        var all = new ArrayList<Due>();
        for (Entry row : rows) {
            var record = records.get(row.record());
            if (record != null) {
                var due = row.kind().equals(COMMENT) ? said(row, record, known) : saved(row, record, known);
                due.recipients().remove(row.by());
                if (!due.recipients().isEmpty()) {
                    all.add(due);
                }
            }
        }
        return all;
    }

    private Known known(List<Entry> rows, Map<UUID, Snapshot> records) {
        var said = new HashSet<UUID>();
        var followed = new HashSet<Snapshot>();
        var groups = new HashSet<UUID>();
        for (Entry row : rows) {
            var record = records.get(row.record());
            var concern = concerns.of(row.type());
            var group = id(now(row, concern.group()));
            if (record == null) {
                continue;
            }
            if (row.kind().equals(COMMENT)) {
                Optional.ofNullable(id(row.changes(), COMMENT)).ifPresent(said::add);
                followed.add(record);
            } else if (state(row, concern) != null) {
                followed.add(record);
            }
            if (group != null && value(record, concern.assignee()) == null) {
                groups.add(group);
            }
        }
        var comments = conversations.comments(Installation.ITSELF, records.values(), said);
        return new Known(
                comments,
                persons(comments.values()),
                conversations.watchers(Installation.ITSELF, followed, most),
                members(groups),
                onlookers(rows));
    }

    private Map<UUID, List<UUID>> onlookers(List<Entry> rows) {
        var all = new HashMap<UUID, List<UUID>>();
        for (var some : onlookers) {
            var ended = rows.stream()
                    .filter(it -> ends(some, it))
                    .map(Entry::record)
                    .collect(Collectors.toSet());
            if (!ended.isEmpty()) {
                all.putAll(some.of(ended, most));
            }
        }
        return all;
    }

    private boolean ends(Onlookers some, Entry entry) {
        return entry.type().equals(some.type())
                && entry.kind().equals(SAVE)
                && state(entry, concerns.of(entry.type())) instanceof String state
                && some.ends().contains(state);
    }

    private Map<String, UUID> persons(Collection<PostedComment> comments) {
        var names = comments.stream()
                .flatMap(it -> mentioned(it).stream())
                .distinct()
                .gather(Gatherers.windowFixed(Query.MOST))
                .toList();
        var persons = new HashMap<String, UUID>();
        for (var some : names) {
            var query = Query.of(Filter.is(Header.NUMBER, some.toArray()))
                    .reading(List.of(Header.NUMBER))
                    .limit(Query.MOST);
            store.list(Installation.ITSELF, PersonType.PERSON, query)
                    .items()
                    .forEach(it -> persons.put(it.number(), it.id()));
        }
        return persons;
    }

    private static List<String> mentioned(PostedComment comment) {
        return Markdown.mentions(comment.text()).stream()
                .filter(it -> it.startsWith("@"))
                .limit(MENTIONS)
                .map(it -> it.substring(1))
                .toList();
    }

    private Map<UUID, List<UUID>> members(Set<UUID> groups) {
        return groups.isEmpty()
                ? Map.of()
                : store.get(Installation.ITSELF, GroupType.GROUP, groups).stream()
                        .collect(Collectors.toMap(
                                Snapshot::id,
                                it -> Optional.ofNullable(it.get(GroupType.MEMBERS)).orElse(Set.of()).stream()
                                        .sorted()
                                        .limit(most)
                                        .toList()));
    }

    private Due said(Entry entry, Snapshot record, Known known) {
        var recipients = Due.nobody();
        var id = id(entry.changes(), COMMENT);
        var comment = id == null ? null : known.comments.get(id);
        if (comment == null) {
            return new Due(entry, recipients, false, null, null);
        }
        mentioned(comment).stream()
                .flatMap(it -> Stream.ofNullable(known.persons.get(it)))
                .distinct()
                .forEach(it -> add(recipients, it, Sort.MENTIONED));
        concerned(record, known).forEach(it -> add(recipients, it, Sort.REPLIED));
        return new Due(entry, recipients, comment.internal(), id, null);
    }

    private Due saved(Entry entry, Snapshot record, Known known) {
        var recipients = Due.nobody();
        var concern = concerns.of(entry.type());
        var assignee = id(now(entry, concern.assignee()));
        if (assignee != null) {
            add(recipients, assignee, Sort.ASSIGNED);
        }
        var group = id(now(entry, concern.group()));
        if (group != null && value(record, concern.assignee()) == null) {
            known.members.getOrDefault(group, List.of()).forEach(it -> add(recipients, it, Sort.GROUP_ASSIGNED));
        }
        asked(entry, concern).forEach(it -> add(recipients, it, Sort.ASKED));
        reminded(entry).forEach(it -> add(recipients, it, Sort.ASKED));
        var state = state(entry, concern);
        if (state != null) {
            concerned(record, known).forEach(it -> add(recipients, it, Sort.CHANGED));
        }
        if (onlookers.stream().anyMatch(it -> ends(it, entry))) {
            known.onlookers.getOrDefault(record.id(), List.of()).forEach(it -> add(recipients, it, Sort.ENDED));
        }
        return new Due(entry, recipients, false, null, state);
    }

    /// Those who are reminded that it waits for their decision.
    private static Set<UUID> reminded(Entry entry) {
        var changes = entry.changes();
        var persons = changes == null || entry.kind().equals(SAVE) ? null : changes.get(REMINDED);
        var reminded = new LinkedHashSet<UUID>();
        if (persons != null) {
            persons.forEach(it -> Optional.ofNullable(id(it)).ifPresent(reminded::add));
        }
        return reminded;
    }

    /// Those whose decision it waits for, and did not before.
    private static Set<UUID> asked(Entry entry, Concern concern) {
        var asked = concern.asked();
        var changes = entry.changes();
        var now = now(entry, asked);
        if (asked == null || changes == null || now == null) {
            return Set.of();
        }
        var before = changes.required(asked.code()).get(0);
        var persons = new LinkedHashSet<>(asked.kind().fromJson(now));
        if (!before.isNull()) {
            persons.removeAll(new HashSet<>(asked.kind().fromJson(before)));
        }
        return persons;
    }

    /// Those who reported it, work on it or watch it.
    private Set<UUID> concerned(Snapshot record, Known known) {
        var persons = new LinkedHashSet<UUID>();
        for (Attribute<?> attribute : read(record.type().code())) {
            if (record.get(attribute) instanceof UUID person) {
                persons.add(person);
            }
        }
        persons.addAll(known.watchers.getOrDefault(record.id(), List.of()));
        return persons;
    }

    /// What state the record came into; null where it is in the one it began in, or where nothing is told of states.
    private static @Nullable String state(Entry entry, Concern concern) {
        var state = entry.version() == 1 ? null : now(entry, concern.state());
        return state == null || !state.isString() ? null : state.stringValue();
    }

    private static void add(Map<UUID, List<Sort>> recipients, UUID person, Sort sort) {
        recipients.computeIfAbsent(person, _ -> new ArrayList<>()).add(sort);
    }

    private static <T> @Nullable T value(Snapshot record, @Nullable Attribute<T> attribute) {
        return attribute == null ? null : record.get(attribute);
    }

    /// What the attribute became; null where it did not change or became empty.
    private static @Nullable JsonNode now(Entry entry, @Nullable Attribute<?> attribute) {
        var changes = entry.changes();
        var change = attribute == null || changes == null ? null : changes.get(attribute.code());
        var now = change == null ? null : change.get(1);
        return now == null || now.isNull() ? null : now;
    }

    private static @Nullable UUID id(@Nullable JsonNode changes, String key) {
        return changes == null ? null : id(changes.get(key));
    }

    private static @Nullable UUID id(@Nullable JsonNode node) {
        try {
            return node == null || !node.isString() ? null : UUID.fromString(node.stringValue());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
