package org.mainstay.kernel.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.mainstay.kernel.history.Partitions;
import org.mainstay.kernel.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class JobModule {

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
    RecurringJob historyPartitions(Partitions partitions) {
        return new RecurringJob("history_partitions", Duration.ofHours(12), partitions::prepare);
    }
}
