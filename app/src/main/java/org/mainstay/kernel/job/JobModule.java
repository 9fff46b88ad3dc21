package org.mainstay.kernel.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.history.Partitions;
import org.mainstay.kernel.store.Purge;
import org.mainstay.kernel.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class JobModule {

    /// From the first byte of an upload to the record that refers to it, at most.
    private static final Duration UPLOAD = Duration.ofDays(1);

    /// A command that was killed leaves a job that nobody goes on with.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final Duration FILE_KEPT = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Jobs jobs(
            DSLContext db,
            Transactions transactions,
            DataSource source,
            List<JobKind> kinds,
            List<RecurringJob> recurring,
            Clock clock,
            Environment settings) {
        boolean wanted = !settings.containsProperty("mainstay.command");
        var heartbeat = settings.getProperty("mainstay.job.heartbeat", Duration.class, Duration.ofSeconds(5));
        var time = new DatabaseClock(db, clock);
        return new Jobs(new JobQueries(db), transactions, source, kinds, recurring, time, heartbeat, wanted);
    }

    @Bean
    JobMetrics jobMetrics(DSLContext db) {
        return new JobMetrics(new JobQueries(db));
    }

    @Bean
    RecurringJob purgeOfDeletedRecords(Purge purge) {
        return new RecurringJob("purge", Duration.ofHours(1), purge::batch);
    }

    @Bean
    RecurringJob sweepOfBlobs(Blobs blobs, Clock clock) {
        return new RecurringJob(
                "blob_sweep",
                Duration.ofHours(1),
                () -> blobs.sweep(clock.instant().minus(UPLOAD)) > 0);
    }

    @Bean
    RecurringJob endOfJobs(DSLContext db, Clock clock) {
        var queries = new JobQueries(db);
        return new RecurringJob("job_end", Duration.ofHours(1), () -> {
            var now = clock.instant();
            queries.abandon(now.minus(ABANDONED));
            queries.release(now.minus(FILE_KEPT));
            return queries.remove(now.minus(KEPT)) > 0;
        });
    }

    @Bean
    RecurringJob historyPartitions(Partitions partitions) {
        return new RecurringJob("history_partitions", Duration.ofHours(12), partitions::prepare);
    }
}
