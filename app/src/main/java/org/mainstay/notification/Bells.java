package org.mainstay.notification;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.mainstay.kernel.history.Committed;
import org.mainstay.notification.NotificationQueries.Came;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Wakes the open pages of persons for whom news came, on whichever node it was made. However many pages are
/// open, a commit costs one look at the newest notifications.
final class Bells {

    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 12;

    private final NotificationQueries queries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<UUID, Pages> byPerson = new HashMap<>();
    private int all;
    private long last;
    private boolean over;

    /// The pages a person has open, and the last news of theirs that is known.
    private static final class Pages {

        private final Deque<Bell> open = new ArrayDeque<>();
        private long newest;
    }

    Bells(NotificationQueries queries) {
        this.queries = queries;
    }

    /// One page that is open, until it is closed.
    final class Bell implements AutoCloseable {

        private final UUID person;
        private final Pages pages;
        private long heard;
        private boolean ended;

        private Bell(UUID person, Pages pages, long heard) {
            this.person = person;
            this.pages = pages;
            this.heard = heard;
        }

        /// Waits until there is news.
        boolean rings(Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = atMost.toNanos();
                while (left > 0 && !over && !ended && pages.newest <= heard) {
                    left = news.awaitNanos(left);
                }
                boolean came = pages.newest > heard;
                heard = Math.max(heard, pages.newest);
                return came;
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

        @Override
        public void close() {
            lock.lock();
            try {
                all--;
                pages.open.remove(this);
                if (pages.open.isEmpty()) {
                    byPerson.remove(person);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// Whoever has too many pages open is not told on the one they opened first any more.
    ///
    /// @param heard the last news that the page knows of
    /// @return empty where too many pages are open already
    Optional<Bell> of(UUID person, long heard) {
        var bell = hung(person, heard);
        // read once it hangs: whatever comes from now on is told
        bell.ifPresent(_ -> tell(List.of(new Came(person, queries.newest(person)))));
        return bell;
    }

    private Optional<Bell> hung(UUID person, long heard) {
        lock.lock();
        try {
            var pages = byPerson.getOrDefault(person, new Pages());
            if (over || all >= MOST) {
                return Optional.empty();
            }
            all++;
            var bell = new Bell(person, pages, heard);
            pages.open.add(bell);
            byPerson.put(person, pages);
            if (pages.open.stream().filter(it -> !it.ended).count() > MOST_OF_ONE) {
                pages.open.stream().filter(it -> !it.ended).findFirst().ifPresent(it -> it.ended = true);
                news.signalAll();
            }
            return Optional.of(bell);
        } finally {
            lock.unlock();
        }
    }

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

    /// Returns at once, because who says it wakes others, too. One looks at a time and one more waits, which sees
    /// all that came meanwhile.
    @EventListener
    void on(Committed committed) {
        if (!asked.getAndSet(true)) {
            Thread.ofVirtual().name("bells").start(this::look);
        }
    }

    /// What cannot be read now is read with the next commit, or when the page asks again.
    private void look() {
        reading.lock();
        try {
            asked.set(false);
            if (nobody()) {
                return;
            }
            var came = queries.since(last);
            while (!came.isEmpty()) {
                last = came.getLast().seq();
                tell(came);
                came = queries.since(last);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Open pages were not told of news", e);
        } finally {
            reading.unlock();
        }
    }

    private void tell(List<Came> came) {
        lock.lock();
        try {
            came.forEach(it -> {
                var pages = byPerson.get(it.person());
                if (pages != null) {
                    pages.newest = Math.max(pages.newest, it.seq());
                }
            });
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean nobody() {
        lock.lock();
        try {
            return byPerson.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
