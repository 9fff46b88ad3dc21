package org.mainstay.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Makes notifications of history rows: for whom the row is news, who may see it, and who does not want to
/// hear of nothing of its sort. They stand in the transaction that moves the consumer's position, so each
/// comes once whatever happens in between.
final class Notifying implements FeedConsumer {

    /// What happened longer ago when it is heard is no news any more.
    private static final Duration FRESH = Duration.ofDays(7);

    private final RecordStore store;
    private final RecordTypes types;
    private final Actors actors;
    private final Recipients recipients;
    private final NotificationQueries queries;
    private final Clock clock;
    private final Runnable came;

    /// @param came what to do when there is news
    Notifying(
            RecordStore store,
            RecordTypes types,
            Actors actors,
            Recipients recipients,
            NotificationQueries queries,
            Clock clock,
            Runnable came) {
        this.store = store;
        this.types = types;
        this.actors = actors;
        this.recipients = recipients;
        this.queries = queries;
        this.clock = clock;
        this.came = came;
    }

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public void accept(List<Entry> rows) {
        var since = clock.instant().minus(FRESH);
        var told = rows.stream()
                .filter(Recipients::tells)
                .filter(it -> it.at().isAfter(since))
                .filter(it -> types.byCode(it.type()).isPresent())
                // rows of one record may come inverted
                .sorted(Comparator.comparing(Entry::recordedAt).thenComparing(Entry::version))
                .collect(Collectors.groupingBy(Entry::type));
        told.forEach(this::tell);
    }

    private void tell(String type, List<Entry> rows) {
        var ids = rows.stream().map(Entry::record).collect(Collectors.toSet());
        var records = byId(store.get(Recipients.READER, types.need(type), ids));
        var due = new ArrayList<Due>();
        for (Entry row : rows) {
            var record = records.get(row.record());
            if (record != null) {
                recipients.of(row, record).ifPresent(due::add);
            }
        }
        var persons = new HashSet<UUID>();
        due.forEach(it -> persons.addAll(it.recipients().keySet()));
        var muted = queries.muted(persons);
        for (UUID person : persons) {
            actors.find(person).ifPresent(it -> tell(it, type, due, muted.getOrDefault(person, Set.of())));
        }
    }

    private void tell(Actor.Person person, String type, List<Due> due, Set<Notification.Sort> muted) {
        var concerning =
                due.stream().filter(it -> it.to(person.id(), muted) != null).toList();
        var seen = visible(
                person, type, concerning.stream().map(it -> it.entry().record()).collect(Collectors.toSet()));
        var news = new ArrayList<Notification>();
        for (Due one : concerning) {
            var record = seen.get(one.entry().record());
            var sort = one.to(person.id(), muted);
            if (record != null && sort != null && (!one.internal() || Histories.works(person, record))) {
                news.add(notification(one, sort));
            }
        }
        if (!news.isEmpty()) {
            queries.add(person.id(), news);
            afterwards(came);
        }
    }

    private static void afterwards(Runnable work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work.run();
                }
            });
        }
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

    private Map<UUID, Snapshot> visible(Actor actor, String type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var query = Query.of(new Filter.Identity(List.copyOf(ids)))
                .reading(List.of(Header.ORGANISATION))
                .limit(Query.MOST);
        return byId(store.list(actor, types.need(type), query).items());
    }

    private static Map<UUID, Snapshot> byId(List<Snapshot> records) {
        var byId = new HashMap<UUID, Snapshot>();
        records.forEach(it -> byId.put(it.id(), it));
        return byId;
    }
}
