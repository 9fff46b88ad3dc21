package org.mainstay.kernel.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.OutcomeUnknown;
import org.mainstay.kernel.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

/// Long work and recurring work, on any node; a dead node's work is taken over by another after four
/// missed heartbeats, from the last committed batch. Begins once the first request can be answered.
public final class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /// After so many a node counts as dead.
    private static final int MISSED_HEARTBEATS = 4;

    /// A job that was begun so often and never ended takes its nodes down with it.
    private static final int MOST_RUNS = 20;

    private final JobQueries queries;
    private final Transactions transactions;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final OneTimeTask<Void> task;
    private final Supplier<Scheduler> schedulers;
    private final DatabaseClock clock;
    private final Duration patience;
    private final boolean wanted;
    private volatile Scheduler scheduler;
    private volatile boolean ready;
    private volatile boolean stopped;
    private volatile boolean running;

    /// @param heartbeat how often this node says that it lives
    /// @param wanted false where a command has the database to itself
    Jobs(
            JobQueries queries,
            Transactions transactions,
            DataSource source,
            List<JobKind> contributed,
            List<RecurringJob> recurring,
            DatabaseClock clock,
            Duration heartbeat,
            boolean wanted) {
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = heartbeat.multipliedBy(MISSED_HEARTBEATS);
        this.wanted = wanted;
        contributed.forEach(it -> kinds.put(it.kind(), it));
        task = Tasks.oneTime("job")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, _) -> run(UUID.fromString(instance.getId())));
        var rounds = recurring.stream()
                .map(it ->
                        Tasks.recurring(it.name(), FixedDelay.of(it.interval())).execute((_, _) -> round(it)))
                .toList();
        schedulers = () -> Scheduler.create(new TransactionAwareDataSourceProxy(source), task)
                .startTasks(rounds)
                .schedulerName(new SchedulerName.Fixed(node()))
                .clock(clock)
                .tableName("scheduler.scheduled_tasks")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        scheduler = schedulers.get();
    }

    private void round(RecurringJob job) {
        boolean more = true;
        while (more && running) {
            more = job.batch().getAsBoolean();
        }
    }

    /// What tells this node from others on the same machine.
    private static String node() {
        return new SchedulerName.Hostname().getName() + ":"
                + ProcessHandle.current().pid();
    }

    /// Queues a job; in the caller's transaction where there is one.
    ///
    /// @return its id, to ask after it
    public UUID submit(String kind, UUID owner, JsonNode payload, Blob content) {
        return submit(kind, owner, payload, content, clock.now());
    }

    private UUID submit(String kind, UUID owner, JsonNode payload, Blob content, Instant from) {
        var id = Plan.newId();
        transactions.within(() -> {
            queries.insert(id, kind, owner, payload, content);
            scheduler.schedule(task.instance(id.toString()), from);
            return true;
        });
        return id;
    }

    /// Does a short job here and now, while somebody waits. Should it not get to its end here, because this
    /// node stops or dies or the database is away, it goes on like one that was queued.
    ///
    /// @return its id, to ask how far it is
    public UUID promptly(String kind, UUID owner, JsonNode payload, Blob content) {
        var id = submit(kind, owner, payload, content, clock.now().plus(patience));
        try {
            run(id);
        } catch (JobRun.Stopping | Unfinished e) {
            LOG.info("Job {} goes on later: {}", id, e.getMessage());
        }
        return id;
    }

    public Optional<Job> find(UUID id) {
        return queries.find(id);
    }

    /// The owner's jobs, newest first.
    ///
    /// @param kind null for any
    /// @param before the last one of the page before; null for the first page
    public List<Job> of(UUID owner, @Nullable String kind, @Nullable UUID before, int limit) {
        return queries.list(owner, kind, before, limit);
    }

    /// Removes a job that is over, and everything that hangs on it; what it did stays.
    ///
    /// @return false when it is not over or not there
    public boolean delete(UUID id) {
        return queries.delete(id);
    }

    /// Ends a job that is not over yet; the batch at hand is finished first.
    public void cancel(UUID id) {
        queries.cancel(id);
    }

    /// Does a job here and now, for commands.
    ///
    /// @return how it ended
    public Job foreground(String kind, UUID owner, JsonNode payload, Blob content) {
        var id = Plan.newId();
        queries.insert(id, kind, owner, payload, content);
        run(id);
        return find(id).orElseThrow();
    }

    private void run(UUID id) {
        var begun = queries.start(id);
        if (begun == null) {
            return;
        }
        var job = queries.find(id).orElseThrow();
        if (begun > MOST_RUNS) {
            LOG.error("Job {} was begun {} times and never ended", id, MOST_RUNS);
            queries.finish(id, begun, "failed", "unexpected");
            return;
        }
        try {
            var kind = Objects.requireNonNull(kinds.get(job.kind()), job::kind);
            kind.run(new JobRun(job, kind.takesTurns(), begun, queries, transactions, () -> wanted && !running));
            queries.finish(id, begun, "done", null);
        } catch (JobRefused e) {
            queries.finish(id, begun, "failed", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unfinished(id, e);
        } catch (JobRun.Stopping e) {
            LOG.info("Job {} stops with this node and goes on elsewhere", id);
            throw e;
        } catch (Exception e) {
            if (passing(e)) {
                throw new Unfinished(id, e);
            }
            LOG.error("Job {} failed", id, e);
            queries.finish(id, begun, "failed", "unexpected");
        }
    }

    /// Another try may succeed.
    private static final class Unfinished extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unfinished(UUID id, Exception cause) {
            super("job " + id + " will go on from its last batch", cause);
        }
    }

    /// Whether another try may succeed: the node is being stopped, or the database was away.
    private boolean passing(Exception failure) {
        return Thread.currentThread().isInterrupted()
                || wanted && !running
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException
                || failure instanceof OutcomeUnknown;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        ready = true;
        begin();
    }

    private void begin() {
        if (wanted && ready) {
            scheduler.start();
        }
    }

    /// A scheduler that was stopped does not start again, so the application gets another.
    @Override
    public void start() {
        if (stopped) {
            scheduler = schedulers.get();
            stopped = false;
        }
        running = true;
        begin();
    }

    @Override
    public void stop() {
        running = false;
        stopped = true;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
