package org.mainstay.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;

/// Makes notifications of history rows: for whom the row is news, who of them may see it, and who wants to hear of
/// its sort. They stand in the transaction that moves the consumer's position, so each
/// comes once whatever happens in between.
final class Notifying implements FeedConsumer {

    /// What happened longer ago when it is heard is no news any more.
    private static final Duration FRESH = Duration.ofDays(7);

    private final RecordStore store;
    private final RecordTypes types;
    private final Actors actors;
    private final Recipients recipients;
    private final Onlooking onlooking;
    private final NotificationQueries queries;
    private final Clock clock;
    private final Runnable came;

    /// @param came what to do when there is news
    Notifying(
            RecordStore store,
            RecordTypes types,
            Actors actors,
            Recipients recipients,
            Onlooking onlooking,
            NotificationQueries queries,
            Clock clock,
            Runnable came) {
        this.store = store;
        this.types = types;
        this.actors = actors;
        this.recipients = recipients;
        this.onlooking = onlooking;
        this.queries = queries;
        this.clock = clock;
        this.came = came;
    }

    @Override
    public boolean imported() {
        return false;
    }

    @Override
    public String name() {
        return "notification";
    }

    /// One row can be news to all members of a group.
    @Override
    public int most() {
        return 200;
    }

    @Override
    public void accept(List<Entry> rows) {
        var since = clock.instant().minus(FRESH);
        var told = rows.stream()
                .filter(recipients::tells)
                .filter(it -> it.at().isAfter(since))
                .filter(it -> types.byCode(it.type()).isPresent())
                // rows of one record may come inverted
                .sorted(Comparator.comparing(Entry::recordedAt).thenComparing(Entry::version))
                .collect(Collectors.groupingBy(Entry::type));
        var news = new LinkedHashMap<UUID, List<Notification>>();
        told.forEach((type, entries) -> tell(type, entries, news));
        if (!news.isEmpty()) {
            queries.add(news);
            Transactions.afterCommit(came);
        }
    }

    private void tell(String type, List<Entry> rows, Map<UUID, List<Notification>> news) {
        var ids = rows.stream().map(Entry::record).collect(Collectors.toSet());
        var due = recipients.of(rows, records(Installation.ITSELF, type, ids, recipients.read(type)));
        var persons = new LinkedHashSet<UUID>();
        due.forEach(it -> persons.addAll(it.recipients().keySet()));
        var muted = queries.muted(persons);
        for (UUID person : persons) {
            actors.find(person).ifPresent(it -> {
                var theirs = news(it, type, due, muted.getOrDefault(person, Set.of()));
                if (!theirs.isEmpty()) {
                    news.computeIfAbsent(person, _ -> new ArrayList<>()).addAll(theirs);
                }
            });
        }
    }

    private List<Notification> news(Actor.Person person, String type, List<Due> due, Set<Notification.Sort> muted) {
        var concerning =
                due.stream().filter(it -> it.to(person.id(), muted) != null).toList();
        var ids = concerning.stream().map(it -> it.entry().record()).collect(Collectors.toSet());
        var seen = records(person, type, ids, List.of(Header.ORGANISATION));
        var shown = onlooking.shown(person, type, ended(concerning, person, muted));
        var news = new ArrayList<Notification>();
        for (Due one : concerning) {
            var record = seen.get(one.entry().record());
            var sort = one.to(person.id(), muted);
            boolean sees = sort == Notification.Sort.ENDED
                    ? shown.containsKey(one.entry().record())
                    : record != null && (!one.internal() || Histories.works(person, record));
            if (sort != null && sees) {
                news.add(notification(one, sort));
            }
        }
        return news;
    }

    private static Set<UUID> ended(List<Due> due, Actor.Person person, Set<Notification.Sort> muted) {
        return due.stream()
                .filter(it -> it.to(person.id(), muted) == Notification.Sort.ENDED)
                .map(it -> it.entry().record())
                .collect(Collectors.toSet());
    }

    private static Notification notification(Due due, Notification.Sort sort) {
        var entry = due.entry();
        return new Notification(
                Plan.newId(),
                0,
                entry.record(),
                entry.type(),
                entry.version(),
                sort,
                entry.by(),
                entry.at(),
                due.internal(),
                due.comment(),
                sort == Notification.Sort.CHANGED ? due.value() : null,
                false);
    }

    /// Those of the records that the actor sees.
    private Map<UUID, Snapshot> records(
            Actor actor, String type, Collection<UUID> ids, List<? extends Attribute<?>> fields) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var read = new ArrayList<Attribute<?>>(fields);
        read.add(Header.NUMBER);
        var query =
                Query.of(new Filter.Identity(List.copyOf(ids))).reading(read).limit(Query.MOST);
        return store.list(actor, types.need(type), query).items().stream()
                .collect(Collectors.toMap(Snapshot::id, it -> it));
    }
}
