package org.mainstay.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Watcher;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Actor;
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

/// Reads from a history row whom it is news to. Whether they may see it is not asked here.
final class Recipients {

    static final Actor READER = new Actor.Machine(Installation.SYSTEM, "system", Installation.SYSTEM);

    private static final String SAVE = "save";
    private static final String COMMENT = "comment";
    private static final int MENTIONS = 50;

    private final RecordStore store;
    private final Conversations conversations;
    private final Map<String, Concern> concerns;
    private final int most;

    /// @param most of a group or of those who watch that are told of one thing
    Recipients(RecordStore store, Conversations conversations, Collection<Concern> concerns, int most) {
        this.store = store;
        this.conversations = conversations;
        this.concerns = concerns.stream().collect(Collectors.toMap(Concern::type, it -> it));
        this.most = most;
    }

    /// Whether rows of this kind are ever news.
    static boolean tells(Entry entry) {
        return !entry.imported()
                && entry.changes() != null
                && (entry.kind().equals(SAVE) || entry.kind().equals(COMMENT));
    }

    /// @param record as it is now, whole
    Optional<Due> of(Entry entry, Snapshot record) {
        var due = entry.kind().equals(COMMENT) ? said(entry, record) : saved(entry, record);
        due.recipients().remove(entry.by());
        return due.recipients().isEmpty() ? Optional.empty() : Optional.of(due);
    }

    private Due said(Entry entry, Snapshot record) {
        var recipients = Due.nobody();
        var id = id(entry.changes(), COMMENT);
        var comment =
                id == null ? null : conversations.comment(READER, record, id).orElse(null);
        if (comment == null) {
            return new Due(entry, recipients, false, null, null);
        }
        mentioned(comment.text()).forEach(it -> add(recipients, it, Sort.MENTIONED));
        concerned(record).forEach(it -> add(recipients, it, Sort.REPLIED));
        return new Due(entry, recipients, comment.internal(), id, null);
    }

    private Set<UUID> mentioned(String text) {
        var names = Markdown.mentions(text).stream()
                .filter(it -> it.startsWith("@"))
                .limit(MENTIONS)
                .map(it -> it.substring(1))
                .toArray();
        return names.length == 0
                ? Set.of()
                : store
                        .list(
                                READER,
                                PersonType.PERSON,
                                Query.of(Filter.is(Header.NUMBER, names))
                                        .reading(List.of(Header.NUMBER))
                                        .limit(MENTIONS))
                        .items()
                        .stream()
                        .map(Snapshot::id)
                        .collect(Collectors.toSet());
    }

    private Due saved(Entry entry, Snapshot record) {
        var recipients = Due.nobody();
        var concern = concerns.getOrDefault(entry.type(), Concern.NONE);
        var assignee = id(now(entry, concern.assignee()));
        if (assignee != null) {
            add(recipients, assignee, Sort.ASSIGNED);
        }
        var group = id(now(entry, concern.group()));
        if (group != null && value(record, concern.assignee()) == null) {
            members(group).forEach(it -> add(recipients, it, Sort.GROUP_ASSIGNED));
        }
        var state = entry.version() == 1 ? null : now(entry, concern.state());
        if (state == null || !state.isString()) {
            return new Due(entry, recipients, false, null, null);
        }
        concerned(record).forEach(it -> add(recipients, it, Sort.CHANGED));
        return new Due(entry, recipients, false, null, state.stringValue());
    }

    private List<UUID> members(UUID group) {
        var members = store.get(READER, GroupType.GROUP, group).map(it -> it.get(GroupType.MEMBERS));
        return members.stream().flatMap(Set::stream).sorted().limit(most).toList();
    }

    /// Those who reported it, work on it or watch it.
    private Set<UUID> concerned(Snapshot record) {
        var concern = concerns.getOrDefault(record.type().code(), Concern.NONE);
        var persons = new LinkedHashSet<UUID>();
        var named = new ArrayList<>(concern.reporters());
        if (concern.assignee() != null) {
            named.add(concern.assignee());
        }
        for (Attribute<UUID> attribute : named) {
            var person = record.get(attribute);
            if (person != null) {
                persons.add(person);
            }
        }
        conversations.watchers(READER, record).stream()
                .map(Watcher::person)
                .limit(most)
                .forEach(persons::add);
        return persons;
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
