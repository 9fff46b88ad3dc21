package org.mainstay.kernel.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;

/// Long work and recurring work, on any node; a dead node's work is taken over by another within half a
/// minute, from the last committed batch. Begins once the first request can be answered.
public final class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final JobQueries queries;
    private final Transactions transactions;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final Clock clock;
    private final boolean wanted;
    private volatile boolean running;

    /// @param wanted false where a command has the database to itself
    Jobs(
            JobQueries queries,
            Transactions transactions,
            DataSource source,
            List<JobKind> contributed,
            List<RecurringJob> recurring,
            Clock clock,
            boolean wanted) {
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
        this.wanted = wanted;
        contributed.forEach(it -> kinds.put(it.kind(), it));
        task = Tasks.oneTime("job").execute((instance, _) -> run(UUID.fromString(instance.getId())));
        var rounds = recurring.stream()
                .map(it -> Tasks.recurring(it.name(), FixedDelay.of(it.interval()))
                        .execute((_, _) -> it.work().run()))
                .toList();
        scheduler = Scheduler.create(source, task)
                .startTasks(rounds)
                .tableName("scheduler.scheduled_tasks")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    /// Queues a job.
    ///
    /// @return its id, to ask after it
    public UUID submit(String kind, UUID owner, JsonNode payload, Blob content) {
        var id = Plan.newId();
        transactions.within(() -> {
            queries.insert(id, kind, owner, payload, content);
            return true;
        });
        scheduler.schedule(task.instance(id.toString()), clock.instant());
        return id;
    }

    public Optional<Job> find(UUID id) {
        return queries.find(id);
    }

    /// Ends a job that is not over yet; the batch at hand is finished first.
    public void cancel(UUID id) {
        queries.finish(id, "cancelled", null);
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
        var job = queries.find(id).orElse(null);
        if (job == null || !queries.start(id)) {
            return;
        }
        try {
            Objects.requireNonNull(kinds.get(job.kind()), job::kind).run(new JobRun(job, queries, transactions));
            queries.finish(id, "done", null);
        } catch (JobRefused e) {
            queries.finish(id, "failed", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted() || !running && wanted) {
                LOG.info("Job {} stops with this node and goes on elsewhere", id);
                throw new IllegalStateException(e);
            }
            LOG.error("Job {} failed", id, e);
            queries.finish(id, "failed", "unexpected");
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (wanted) {
            scheduler.start();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
