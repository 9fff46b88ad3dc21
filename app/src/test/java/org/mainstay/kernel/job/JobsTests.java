package org.mainstay.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.TestDatabase;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.node.JsonNodeFactory;

class JobsTests {

    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final Job.Counts ONE = new Job.Counts(1, 0, 0, 0);

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.USER, "");
    private final DSLContext db = DSL.using(
            new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)), SQLDialect.POSTGRES);
    private final Transactions transactions = new Transactions(new DataSourceTransactionManager(source));
    private final UUID owner = Plan.newId();
    private final Blob content = Blob.of(new byte[32], 0);

    private Jobs jobs;

    @BeforeEach
    void somebodyWithAFile() {
        db.execute(
                "insert into kernel.record (id, type, number, label) values ({0}, 'person', 'x', 'x')", DSL.val(owner));
        db.execute("insert into kernel.blob_content values ({0}, now())", DSL.val(owner));
        db.execute(
                "insert into kernel.blob values ({0}, {1}, 0, now(), now())",
                DSL.val(content.digest()), DSL.val(owner));
    }

    @AfterEach
    void stop() {
        jobs.stop();
    }

    private void begin(JobKind kind) {
        var time = new DatabaseClock(db, Clock.systemUTC());
        jobs = new Jobs(new JobQueries(db), transactions, source, List.of(kind), List.of(), time, HEARTBEAT, true);
        jobs.start();
    }

    private UUID promptly() {
        return jobs.promptly("counting", owner, JsonNodeFactory.instance.objectNode(), content);
    }

    private Job job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    @FunctionalInterface
    private interface Work {
        void run(JobRun run) throws Exception;
    }

    private record Counting(boolean takesTurns, Work work) implements JobKind {

        @Override
        public String kind() {
            return "counting";
        }

        @Override
        public void run(JobRun run) throws Exception {
            work.run(run);
        }
    }

    @Test
    void aShortJobIsDoneWhileSomebodyWaits() {
        begin(new Counting(true, run -> run.batch(1, () -> ONE)));
        assertThat(job(promptly()).state()).isEqualTo("done");
    }

    @Test
    void whatDoesNotGetToItsEndMeanwhileGoesOnByItself() throws Exception {
        var runs = new AtomicInteger();
        begin(new Counting(true, run -> {
            if (run.position() == 0) {
                run.batch(1, () -> ONE);
            }
            if (runs.incrementAndGet() == 1) {
                throw new QueryTimeoutException("the database is away");
            }
            run.batch(2, () -> ONE);
        }));
        var id = promptly();
        assertThat(job(id).state()).isEqualTo("running");
        jobs.ready(null);
        await().atMost(Duration.ofSeconds(60)).until(() -> job(id).state().equals("done"));
        assertThat(job(id).counts()).isEqualTo(new Job.Counts(2, 0, 0, 0));
    }

    @Test
    void aNodeThatStopsLeavesTheRestToOthers() {
        begin(new Counting(true, run -> run.batch(1, () -> ONE)));
        jobs.stop();
        var id = promptly();
        assertThat(job(id).state()).isEqualTo("running");
        jobs.start();
        jobs.ready(null);
        await().atMost(Duration.ofSeconds(60)).until(() -> job(id).state().equals("done"));
    }

    @Test
    void batchesOfAKindThatTakesNoTurnsAreDoneAtTheSameTime() {
        var both = new CountDownLatch(2);
        begin(new Counting(
                false,
                run -> run.batch(1, () -> {
                    both.countDown();
                    return met(both) ? ONE : new Job.Counts(0, 0, 0, 1);
                })));
        var other = CompletableFuture.supplyAsync(this::promptly);
        assertThat(job(promptly()).counts()).isEqualTo(ONE);
        assertThat(job(other.join()).counts()).isEqualTo(ONE);
    }

    private static boolean met(CountDownLatch both) {
        try {
            return both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void othersWaitForTheirTurn() {
        var within = new AtomicInteger();
        var most = new AtomicInteger();
        begin(new Counting(true, run -> {
            for (int i = 1; i <= 20; i++) {
                run.batch(i, () -> {
                    most.accumulateAndGet(within.incrementAndGet(), Math::max);
                    db.fetch("select count(*) from kernel.job");
                    within.decrementAndGet();
                    return ONE;
                });
            }
        }));
        var other = CompletableFuture.supplyAsync(this::promptly);
        assertThat(job(promptly()).state()).isEqualTo("done");
        assertThat(job(other.join()).state()).isEqualTo("done");
        assertThat(most).hasValue(1);
    }
}
