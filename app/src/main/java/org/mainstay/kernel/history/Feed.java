package org.mainstay.kernel.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings history to its consumers: each row once, in `(xid, seq)` order, from below the oldest
/// transaction still running, so that nothing is skipped. A consumer's position moves in the transaction
/// of its effects; the row lock on it lets one node at a time work for a consumer, and any other takes
/// over when that one dies.
public final class Feed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int FAR = 100_000;
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration GLANCE = Duration.ofMillis(500);

    /// What is saved within so long is heard together: a look costs as much as a save.
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Table<Record> POSITION = DSL.table(DSL.name("kernel", "feed_position"));
    private static final Field<String> CONSUMER = DSL.field(DSL.name("consumer"), SQLDataType.CLOB);
    private static final Field<Object> ROW_XID = DSL.field(DSL.name("xid"));
    private static final Field<String> XID = DSL.field("xid::text", SQLDataType.CLOB);
    private static final Field<Long> SEQ = DSL.field(DSL.name("seq"), SQLDataType.BIGINT);

    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final List<FeedConsumer> consumers;
    private final Duration rest;
    private final ConcurrentMap<String, Semaphore> wakes = new ConcurrentHashMap<>();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    /// @param rest how long consumers that nobody wakes wait before they look by themselves
    public Feed(DSLContext db, TransactionTemplate transactions, List<FeedConsumer> consumers, Duration rest) {
        this.db = db;
        this.transactions = transactions;
        this.consumers = List.copyOf(consumers);
        this.rest = rest;
    }

    /// Tells the consumers on this node that something was committed.
    public void wake() {
        wakes.values().forEach(it -> {
            if (it.availablePermits() == 0) {
                it.release();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        threads = consumers.stream()
                .map(it -> Thread.ofVirtual().name("feed-" + it.name()).start(() -> follow(it)))
                .toList();
    }

    /// A batch on its way is finished: an interrupt would break its connection.
    @Override
    public void stop() {
        running = false;
        wake();
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow(FeedConsumer consumer) {
        var wake = wakes.computeIfAbsent(consumer.name(), _ -> new Semaphore(0));
        var pause = rest;
        while (running) {
            try {
                int done = advance(consumer);
                if (done == consumer.most()) {
                    continue;
                }
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(PACE);
                    wake.drainPermits();
                    // What woke us may stay hidden for a moment behind a transaction that is still running.
                    pause = SOON;
                } else {
                    pause = longer(pause);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Whatever it is, the rows are still there, and so is the position.
                LOG.warn("Feed consumer {} will try again", consumer.name(), e);
                restAfterFailure();
            }
        }
    }

    private Duration longer(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(rest) > 0 ? rest : longer;
    }

    /// Until it is time to try again, or to stop.
    private void restAfterFailure() {
        try {
            for (int i = 0; i < AFTER_FAILURE.dividedBy(GLANCE) && running; i++) {
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the consumer hear the next rows, if there are any and no other node is at it.
    ///
    /// @return how many rows it passed, its own and others
    public int advance(FeedConsumer consumer) {
        register(consumer);
        var done = transactions.execute(_ -> {
            var position = db.select(XID, SEQ)
                    .from(POSITION)
                    .where(CONSUMER.eq(consumer.name()))
                    .forUpdate()
                    .skipLocked()
                    .fetchOne();
            return position == null ? 0 : advance(consumer, position.value1(), position.value2());
        });
        return done == null ? 0 : done;
    }

    /// Looks at the next rows by the index alone, and reads those of the consumer's types.
    ///
    /// @return how many rows it passed
    private int advance(FeedConsumer consumer, String xid, long seq) {
        var ahead = DSL.condition("(xid, seq) > ({0}::xid8, {1})", DSL.val(xid), DSL.val(seq))
                .and("xid < pg_snapshot_xmin(pg_current_snapshot())");
        var next = DSL.select(ROW_XID, SEQ)
                .from(Entries.HISTORY)
                .where(ahead)
                .orderBy(ROW_XID, SEQ)
                .limit(consumer.most())
                .asTable("next");
        var last = db.select(XID, SEQ, DSL.count().over())
                .from(next)
                .orderBy(ROW_XID.desc(), SEQ.desc())
                .limit(1)
                .fetchOne();
        if (last == null) {
            return 0;
        }
        var types = consumer.types().toArray(String[]::new);
        var rows = db.select(Entries.fields())
                .from(Entries.HISTORY)
                .where(ahead)
                .and("(xid, seq) <= ({0}::xid8, {1})", DSL.val(last.value1()), DSL.val(last.value2()))
                .and(types.length == 0 ? DSL.noCondition() : Entries.TYPE.eq(DSL.any(types)))
                .and(consumer.imported() ? DSL.noCondition() : DSL.not(Entries.IMPORTED))
                .orderBy(ROW_XID, SEQ)
                .fetch(Entries::entry);
        if (!rows.isEmpty()) {
            consumer.accept(rows);
        }
        move(consumer, last.value1(), last.value2());
        return last.value3();
    }

    private void move(FeedConsumer consumer, String xid, long seq) {
        db.update(POSITION)
                .set(
                        DSL.field(DSL.name("xid"), SQLDataType.CLOB),
                        DSL.field("{0}::xid8", SQLDataType.CLOB, DSL.val(xid)))
                .set(SEQ, seq)
                .set(DSL.field(DSL.name("updated_at"), SQLDataType.INSTANT), DSL.field("now()", SQLDataType.INSTANT))
                .where(CONSUMER.eq(consumer.name()))
                .execute();
    }

    /// How far a consumer is behind.
    ///
    /// @param rows not heard yet; 100,000 for any more
    /// @param age of the first of them
    record Lag(long rows, Duration age) {}

    Lag lag(FeedConsumer consumer) {
        var position = db.select(XID, SEQ)
                .from(POSITION)
                .where(CONSUMER.eq(consumer.name()))
                .fetchOne();
        if (position == null) {
            return new Lag(0, Duration.ZERO);
        }
        var unheard = db.select(DSL.field(DSL.name("recorded_at"), SQLDataType.INSTANT))
                .from(Entries.HISTORY)
                .where("(xid, seq) > ({0}::xid8, {1})", DSL.val(position.value1()), DSL.val(position.value2()))
                .orderBy(DSL.field(DSL.name("xid")), SEQ)
                .limit(FAR)
                .asTable("unheard");
        var age = DSL.field("extract(epoch from now() - min(recorded_at))", SQLDataType.NUMERIC);
        var found = db.select(DSL.count(), age).from(unheard).fetchSingle();
        var seconds = found.value2() == null ? 0 : found.value2().doubleValue();
        return new Lag(found.value1(), Duration.ofMillis((long) (seconds * 1_000)));
    }

    private void register(FeedConsumer consumer) {
        if (!registered.contains(consumer.name())) {
            db.insertInto(POSITION)
                    .columns(CONSUMER, DSL.field(DSL.name("xid")), SEQ)
                    .values(DSL.val(consumer.name()), DSL.field("'0'::xid8"), DSL.val(0L))
                    .onConflictDoNothing()
                    .execute();
            registered.add(consumer.name());
        }
    }
}
