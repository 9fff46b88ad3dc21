package org.mainstay.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The pages that are open on this node, each waiting until something gets newer than what it knows. What is
/// newest is told by whoever reads it, and asked for with [#look].
///
/// @param <K> what a page waits for, such as a record or a person's notifications
public final class OpenPages<K> {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 12;

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<K, Subject> subjects = new HashMap<>();
    private final Map<UUID, Deque<Page>> byPerson = new HashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock reading = new ReentrantLock();
    private int all;
    private boolean over;

    /// How many wait for it, and the newest of it that is known.
    private static final class Subject {

        private int times;
        private long newest;
    }

    /// @param name of the threads that look
    public OpenPages(String name) {
        this.name = name;
    }

    /// One page, until it is closed.
    public final class Page implements AutoCloseable {

        private final UUID person;
        private final K subject;
        private boolean ended;

        private Page(UUID person, K subject) {
            this.person = person;
            this.subject = subject;
        }

        /// Waits until there is something newer than that.
        ///
        /// @return the newest then, or empty when the time is over
        public Optional<Long> newer(long than, Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = atMost.toNanos();
                while (left > 0 && !over && !ended && newest() <= than) {
                    left = news.awaitNanos(left);
                }
                return newest() > than ? Optional.of(newest()) : Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        /// Whether there is nothing more to wait for: the node stops, or the person opened so many other pages.
        public boolean ended() {
            lock.lock();
            try {
                return over || ended;
            } finally {
                lock.unlock();
            }
        }

        private long newest() {
            var known = subjects.get(subject);
            return known == null ? 0 : known.newest;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                all--;
                byPerson.computeIfPresent(person, (_, many) -> {
                    many.remove(this);
                    return many.isEmpty() ? null : many;
                });
                subjects.computeIfPresent(subject, (_, it) -> --it.times == 0 ? null : it);
            } finally {
                lock.unlock();
            }
        }
    }

    /// Whoever has too many pages open is not told on the one they opened first any more. What is newest is read
    /// after this, so that whatever comes from now on is told.
    ///
    /// @return empty where too many pages are open already
    public Optional<Page> open(UUID person, K subject) {
        lock.lock();
        try {
            if (over || all >= MOST) {
                return Optional.empty();
            }
            all++;
            subjects.computeIfAbsent(subject, _ -> new Subject()).times++;
            var page = new Page(person, subject);
            var many = byPerson.computeIfAbsent(person, _ -> new ArrayDeque<>());
            many.add(page);
            var told = many.stream().filter(it -> !it.ended).toList();
            if (told.size() > MOST_OF_ONE) {
                told.getFirst().ended = true;
                news.signalAll();
            }
            return Optional.of(page);
        } finally {
            lock.unlock();
        }
    }

    /// What pages wait for.
    public Set<K> subjects() {
        lock.lock();
        try {
            return Set.copyOf(subjects.keySet());
        } finally {
            lock.unlock();
        }
    }

    /// The newest of it, as somebody read it; what nobody waits for is forgotten.
    public void tell(K subject, long newest) {
        lock.lock();
        try {
            var known = subjects.get(subject);
            if (known != null && known.newest < newest) {
                known.newest = newest;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Looks for news behind the caller's back, if any page is open. One looks at a time and one more waits, which
    /// sees all that came meanwhile; what cannot be read now is read the next time.
    public void look(Runnable read) {
        if (!asked.getAndSet(true)) {
            Thread.ofVirtual().name(name).start(() -> {
                reading.lock();
                try {
                    asked.set(false);
                    if (!subjects().isEmpty()) {
                        read.run();
                    }
                } catch (DataAccessException | TransactionException e) {
                    LOG.debug("Open pages were not told of news", e);
                } finally {
                    reading.unlock();
                }
            });
        }
    }

    /// The node stops: whoever waits is let go.
    public void end() {
        lock.lock();
        try {
            over = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
