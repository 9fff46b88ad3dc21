package org.mainstay.kernel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.history.ClusterMove;
import org.mainstay.kernel.history.Committed;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Feed;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.history.FeedMetrics;
import org.mainstay.kernel.history.Partitions;
import org.mainstay.kernel.history.Waking;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.kernel.store.ConfirmedCommits;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.RecordsSaved;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The kernel's beans that other modules take; the store assembles itself in `store.StoreModule`.
@Configuration(proxyBeanMethods = false)
class KernelModule {

    private static final Logger LOG = LoggerFactory.getLogger(KernelModule.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Messages messages() {
        return new Messages();
    }

    @Bean
    Secrets secrets(Installation installation, Environment settings) {
        return new Secrets(
                installation,
                settings.getProperty("mainstay.secret"),
                settings.getProperty("mainstay.secret-previous"));
    }

    @Bean
    RecordTypes recordTypes(List<RecordType<?>> shipped) {
        return new RecordTypes(shipped);
    }

    @Bean
    Access access(List<AccessRule> rules) {
        return new Access(rules);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new ConfirmedCommits(source);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    @Bean
    Entries entries(DSLContext db) {
        return new Entries(db);
    }

    @Bean
    Partitions partitions(DSLContext db, Clock clock) {
        var partitions = new Partitions(db, clock);
        partitions.prepare();
        return partitions;
    }

    @Bean
    ClusterMove clusterMove(DSLContext db) {
        var move = new ClusterMove(db);
        move.settle();
        return move;
    }

    @Bean
    Feed feed(DSLContext db, PlatformTransactionManager manager, List<FeedConsumer> consumers, ClusterMove settled) {
        return new Feed(db, new TransactionTemplate(manager), consumers, Duration.ofMillis(500));
    }

    @Bean
    FeedMetrics feedMetrics(Feed feed, List<FeedConsumer> consumers) {
        return new FeedMetrics(feed, consumers);
    }

    @Bean
    Waking waking(DSLContext db, JdbcConnectionDetails details, Feed feed, ApplicationEventPublisher events) {
        return new Waking(db, () -> listening(details), () -> {
            feed.wake();
            tell(events);
        });
    }

    /// Who listens must not stop what wakes the others.
    private static void tell(ApplicationEventPublisher events) {
        try {
            events.publishEvent(new Committed());
        } catch (RuntimeException e) {
            LOG.warn("Somebody did not take the news of a commit", e);
        }
    }

    private static Connection listening(JdbcConnectionDetails details) throws SQLException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "mainstay listening");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        if (details.getUsername() != null) {
            properties.setProperty("user", details.getUsername());
        }
        if (details.getPassword() != null) {
            properties.setProperty("password", details.getPassword());
        }
        return DriverManager.getConnection(details.getJdbcUrl(), properties);
    }

    @Bean
    WakingAfterSaves wakingAfterSaves(Waking waking) {
        return new WakingAfterSaves(waking);
    }

    record WakingAfterSaves(Waking waking) {

        @EventListener
        void on(RecordsSaved saved) {
            waking.committed();
        }
    }
}
