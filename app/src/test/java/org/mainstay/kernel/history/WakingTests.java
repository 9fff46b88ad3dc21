package org.mainstay.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.SpecimenTest;
import org.mainstay.testing.TestDatabase;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SpecimenTest
class WakingTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    RecordStore store;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Installation installation;

    private static final class Hearing implements FeedConsumer {

        private final String name = "hearing-" + UUID.randomUUID();
        private final Set<UUID> heard = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return name;
        }

        @Override
        public void accept(List<Entry> rows) {
            rows.forEach(it -> heard.add(it.record()));
        }
    }

    @Test
    void aNodeThatWouldNeverLookIsWokenByAnotherAlsoAfterItsConnectionWasLost() {
        var consumer = new Hearing();
        var feed = new Feed(db, transactions, List.of(consumer), Duration.ofDays(1));
        var name = "listening " + consumer.name();
        var other = new Waking(db, () -> connect(name), feed::wake);
        feed.start();
        other.start();
        try {
            var first = create();
            await().atMost(PATIENCE).until(() -> consumer.heard.contains(first));
            int lost = db.fetch(
                            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = {0}",
                            DSL.val(name))
                    .size();
            assertThat(lost).isEqualTo(1);
            var second = create();
            await().atMost(PATIENCE).until(() -> consumer.heard.contains(second));
        } finally {
            other.stop();
            feed.stop();
        }
    }

    @Test
    void manyCommitsAreToldTogether() throws Exception {
        var woken = new AtomicInteger();
        var waking = new Waking(db, () -> connect("listening"), woken::incrementAndGet);
        try (var connection = connect("hearing");
                var statement = connection.createStatement()) {
            statement.execute("listen " + Waking.CHANNEL);
            long begin = System.nanoTime();
            waking.start();
            await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> {
                waking.committed();
                return woken.get() > 5;
            });
            waking.stop();
            var notifications = connection.unwrap(PGConnection.class).getNotifications(1_000);
            long tenths = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100;
            assertThat(notifications).isNotEmpty().hasSizeLessThanOrEqualTo((int) tenths + 2);
        }
    }

    private static Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(
                TestDatabase.url() + "?ApplicationName=" + name.replace(' ', '+'), TestDatabase.USER, "");
    }

    private UUID create() {
        var plan = Plan.of(Cause.CREATED);
        plan.create(Specimen.SPECIMEN).values().set(Specimen.TITLE, "told");
        var actor = new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
        return ((Saved.Done) store.save(actor, plan)).first().id();
    }
}
