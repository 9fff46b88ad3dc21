package org.mainstay.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Committed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Knows which records are looked at on this node and wakes whoever waits when one of them changes, wherever
/// it was changed. However many look, a commit costs one statement for each record type among them.
final class Live {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Actor READER = new Actor.Machine(Installation.SYSTEM, "system", Installation.SYSTEM);
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 12;

    private final RecordStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<UUID, Looked> looked = new HashMap<>();
    private final Map<UUID, Deque<Look>> perPerson = new HashMap<>();
    private int all;
    private boolean over;

    /// A record that is looked at, by how many, and its newest version that is known.
    private static final class Looked {

        private final RecordType<?> type;
        private int times;
        private long version;

        Looked(RecordType<?> type) {
            this.type = type;
        }
    }

    Live(RecordStore store) {
        this.store = store;
    }

    /// One page that is looked at, until it is closed.
    final class Look implements AutoCloseable {

        private final UUID person;
        private final UUID record;
        private boolean ended;

        private Look(UUID person, UUID record) {
            this.person = person;
            this.record = record;
        }

        /// Waits until the record is newer than that.
        ///
        /// @return its version then, or empty when the time is over
        Optional<Long> newer(long than, Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = atMost.toNanos();
                while (left > 0 && !over && !ended && version() <= than) {
                    left = news.awaitNanos(left);
                }
                return version() > than ? Optional.of(version()) : Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        /// Whether there is nothing more to wait for: the node stops, or the person opened so many other pages.
        boolean ended() {
            lock.lock();
            try {
                return over || ended;
            } finally {
                lock.unlock();
            }
        }

        /// The record is at this version now, as somebody read it.
        void knows(long version) {
            tell(record, version);
        }

        private long version() {
            var known = looked.get(record);
            return known == null ? 0 : known.version;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                all--;
                perPerson.computeIfPresent(person, (_, many) -> {
                    many.remove(this);
                    return many.isEmpty() ? null : many;
                });
                looked.computeIfPresent(record, (_, it) -> --it.times == 0 ? null : it);
            } finally {
                lock.unlock();
            }
        }
    }

    /// Whoever has too many pages open is not told of the one they opened first any more.
    ///
    /// @return empty where too much is looked at already
    Optional<Look> at(RecordType<?> type, UUID record, Actor actor) {
        lock.lock();
        try {
            if (over || all >= MOST) {
                return Optional.empty();
            }
            all++;
            looked.computeIfAbsent(record, _ -> new Looked(type)).times++;
            var look = new Look(actor.id(), record);
            var many = perPerson.computeIfAbsent(actor.id(), _ -> new ArrayDeque<>());
            many.add(look);
            if (many.stream().filter(it -> !it.ended).count() > MOST_OF_ONE) {
                many.stream().filter(it -> !it.ended).findFirst().ifPresent(it -> it.ended = true);
                news.signalAll();
            }
            return Optional.of(look);
        } finally {
            lock.unlock();
        }
    }

    /// Whoever waits is let go when the node stops.
    @EventListener
    void on(ContextClosedEvent stopping) {
        lock.lock();
        try {
            over = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns at once, because who says it wakes others, too. One reads at a time and one more waits, which sees
    /// all that was committed meanwhile.
    @EventListener
    void on(Committed committed) {
        if (!asked.getAndSet(true)) {
            Thread.ofVirtual().name("live-pages").start(this::read);
        }
    }

    /// What cannot be read now is read with the next commit, or when the page asks again.
    private void read() {
        reading.lock();
        try {
            asked.set(false);
            lookedAt().forEach((type, ids) -> {
                var query = Query.of(new Filter.Identity(ids))
                        .reading(List.of(Header.VERSION))
                        .limit(MOST);
                store.list(READER, type, query).items().forEach(it -> tell(it.id(), it.version()));
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Open pages were not told of news", e);
        } finally {
            reading.unlock();
        }
    }

    private Map<RecordType<?>, List<UUID>> lookedAt() {
        var byType = new HashMap<RecordType<?>, List<UUID>>();
        lock.lock();
        try {
            looked.forEach((id, it) ->
                    byType.computeIfAbsent(it.type, _ -> new ArrayList<>()).add(id));
        } finally {
            lock.unlock();
        }
        return byType;
    }

    private void tell(UUID record, long version) {
        lock.lock();
        try {
            var known = looked.get(record);
            if (known != null && known.version < version) {
                known.version = version;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
