package org.mainstay.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.PostedComment;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.notification.Notification.Sort;

/// A person's notifications as they may read them now: what tells of a record that they do not see any more,
/// or of a work note on one that they do not work on any more, is as if it were not there.
final class Notifications {

    /// A bell counts no further.
    static final int COUNTED = 100;

    /// So far is looked for what they may read behind what they may not.
    private static final int STRETCHES = 10;

    private final NotificationQueries queries;
    private final RecordStore store;
    private final RecordTypes types;
    private final Concerns concerns;
    private final Onlooking onlooking;
    private final Conversations conversations;
    private final Clock clock;

    Notifications(
            NotificationQueries queries,
            RecordStore store,
            RecordTypes types,
            Concerns concerns,
            Onlooking onlooking,
            Conversations conversations,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.types = types;
        this.concerns = concerns;
        this.onlooking = onlooking;
        this.conversations = conversations;
        this.clock = clock;
    }

    /// One of them with what it is about.
    ///
    /// @param record number, label, organisation and those who asked for it are there
    /// @param comment what was said, where it is about that
    record Told(
            Notification notification,
            Snapshot record,
            @Nullable PostedComment comment) {}

    /// A page, newest first; it may hold fewer than `limit` although more follow, where there is much that they may
    /// not read.
    ///
    /// @param next where the page after this one goes on; 0 on the last
    record Page(List<Told> items, long next) {}

    /// @param before where the page before ended; null for the newest
    Page of(Actor actor, boolean unread, @Nullable Long before, int limit) {
        var page = new ArrayList<Told>();
        long from = before == null ? Long.MAX_VALUE : before;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            var rows = queries.of(actor.id(), unread, from, limit + 1);
            for (Told told : told(actor, rows)) {
                if (page.size() == limit) {
                    return new Page(page, page.getLast().notification().seq());
                }
                page.add(told);
            }
            if (rows.size() <= limit) {
                return new Page(page, 0);
            }
            from = rows.getLast().seq();
        }
        return new Page(page, from);
    }

    Optional<Told> one(Actor actor, UUID id) {
        var row = queries.one(actor.id(), id);
        return row == null
                ? Optional.empty()
                : told(actor, List.of(row)).stream().findFirst();
    }

    private List<Told> told(Actor actor, List<Notification> rows) {
        var sight = sight(actor, rows);
        var readable = rows.stream().filter(it -> readable(actor, it, sight)).toList();
        var comments = readable.stream()
                .map(Notification::comment)
                .filter(it -> it != null)
                .collect(Collectors.toSet());
        var said = conversations.comments(actor, sight.whole.values(), comments);
        var told = new ArrayList<Told>();
        for (Notification it : readable) {
            var record = sight.of(it);
            if (record != null) {
                told.add(new Told(it, record, it.comment() == null ? null : said.get(it.comment())));
            }
        }
        return told;
    }

    /// Records as they are seen, and those of which only an end is told.
    private record Sight(Map<UUID, Snapshot> whole, Map<UUID, Snapshot> partly) {

        @Nullable
        Snapshot of(Notification it) {
            return (it.sort() == Sort.ENDED ? partly : whole).get(it.record());
        }
    }

    private Sight sight(Actor actor, List<Notification> rows) {
        var partly = new HashMap<UUID, Snapshot>();
        rows.stream()
                .filter(it -> it.sort() == Sort.ENDED)
                .collect(Collectors.groupingBy(
                        Notification::type, Collectors.mapping(Notification::record, Collectors.toSet())))
                .forEach((code, ids) -> types.byCode(code)
                        .ifPresent(type -> onlooking
                                .shown(actor, code, ids)
                                .forEach((id, label) -> partly.put(id, Onlooking.record(type, label)))));
        var others = rows.stream().filter(it -> it.sort() != Sort.ENDED).toList();
        return new Sight(records(actor, others), partly);
    }

    private static boolean readable(Actor actor, Notification it, Sight sight) {
        var record = sight.of(it);
        return record != null && (!it.internal() || Histories.works(actor, record));
    }

    private Map<UUID, Snapshot> records(Actor actor, Collection<Notification> rows) {
        var byType = new HashMap<String, Set<UUID>>();
        rows.forEach(
                it -> byType.computeIfAbsent(it.type(), _ -> new HashSet<>()).add(it.record()));
        var records = new HashMap<UUID, Snapshot>();
        byType.forEach((code, ids) -> types.byCode(code)
                .ifPresent(type -> store.list(
                                actor,
                                type,
                                Query.of(new Filter.Identity(List.copyOf(ids)))
                                        .reading(shown(type))
                                        .limit(Query.MOST))
                        .items()
                        .forEach(it -> records.put(it.id(), it))));
        return records;
    }

    private List<Attribute<?>> shown(RecordType<?> type) {
        var shown = new ArrayList<Attribute<?>>(List.of(type.label(), Header.ORGANISATION));
        shown.addAll(concerns.of(type.code()).reporters());
        return shown;
    }

    /// How many are unread. What they may not read is read from then on, or it would be in the way of the others at
    /// every count.
    ///
    /// @return at most 100
    int unread(Actor actor) {
        int unread = 0;
        long from = Long.MAX_VALUE;
        for (int stretch = 0; stretch < STRETCHES && unread < COUNTED; stretch++) {
            var rows = queries.of(actor.id(), true, from, COUNTED);
            var sight = sight(actor, rows);
            var hidden = rows.stream()
                    .filter(it -> !readable(actor, it, sight))
                    .map(Notification::id)
                    .toList();
            queries.read(actor.id(), hidden, clock.instant());
            unread += rows.size() - hidden.size();
            if (rows.size() < COUNTED) {
                return unread;
            }
            from = rows.getLast().seq();
        }
        return Math.min(unread, COUNTED);
    }

    /// The last that came for them, whether they may read it or not; 0 for none.
    long newest(Actor actor) {
        return queries.newest(actor.id());
    }

    /// @param until the last one that counts as read
    void readAll(Actor actor, long until) {
        queries.readAll(actor.id(), until, clock.instant());
    }

    /// @param until the last one that counts as read
    void read(Actor actor, UUID record, long until) {
        queries.read(actor.id(), record, until, clock.instant());
    }

    void readOne(Actor actor, UUID id) {
        queries.read(actor.id(), List.of(id), clock.instant());
    }

    Set<Sort> muted(Actor actor) {
        return queries.muted(Set.of(actor.id())).getOrDefault(actor.id(), Set.of());
    }

    void mute(Actor actor, Set<Sort> sorts) {
        queries.mute(actor.id(), sorts);
    }
}
