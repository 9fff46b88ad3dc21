package org.mainstay.kernel.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Wakes the consumers of all nodes after commits: this node's directly, the others' by a notification of
/// the database, both at most ten times a second and never within the saving transaction. It only wakes:
/// what is lost here is found by the feed when it looks by itself.
public final class Waking implements SmartLifecycle {

    static final String CHANNEL = "mainstay_feed";

    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int GLANCE_IN_MILLISECONDS = 1_000;
    private static final int GLANCES_PER_CHECK = 10;
    private static final int CHECK_IN_SECONDS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final DSLContext db;
    private final Connecting connecting;
    private final Runnable wake;
    private final String self = UUID.randomUUID().toString();
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread[] threads = {};

    /// Opens a connection of its own: those of the pool are not for waiting.
    @FunctionalInterface
    public interface Connecting {

        Connection open() throws SQLException;
    }

    /// @param wake what to do when something may have been committed, here or elsewhere
    public Waking(DSLContext db, Connecting connecting, Runnable wake) {
        this.db = db;
        this.connecting = connecting;
        this.wake = wake;
    }

    /// Something was committed on this node; returns at once.
    public void committed() {
        if (asked.availablePermits() == 0) {
            asked.release();
        }
    }

    @Override
    public void start() {
        running = true;
        threads = new Thread[] {
            Thread.ofVirtual().name("feed-notify").start(this::speak),
            Thread.ofVirtual().name("feed-listen").start(this::listen)
        };
    }

    private void speak() {
        try {
            while (running) {
                asked.acquire();
                asked.drainPermits();
                wake.run();
                say();
                // What is committed meanwhile is told together, by the next.
                TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say() {
        try {
            db.execute("select pg_notify({0}, {1})", DSL.inline(CHANNEL), DSL.val(self));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Other nodes were not woken and will look by themselves", e);
        }
    }

    private void listen() {
        var pause = FIRST_PAUSE;
        while (running) {
            try (var connection = connecting.open()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                pause = FIRST_PAUSE;
                // What was said while nobody listened.
                wake.run();
                hear(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Nobody listens to other nodes, trying again: {}", e.getMessage());
                }
            }
            pause = rest(pause);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var notified = connection.unwrap(PGConnection.class);
        for (int glance = 1; running; glance++) {
            boolean news = false;
            for (PGNotification each : notified.getNotifications(GLANCE_IN_MILLISECONDS)) {
                news |= !each.getParameter().equals(self);
            }
            if (news) {
                wake.run();
            }
            if (glance % GLANCES_PER_CHECK == 0 && !connection.isValid(CHECK_IN_SECONDS)) {
                throw new SQLException("the connection does not answer");
            }
        }
    }

    /// @return the pause after the next failure
    private Duration rest(Duration pause) {
        try {
            if (running) {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
