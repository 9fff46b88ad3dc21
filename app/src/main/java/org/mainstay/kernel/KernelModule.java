package org.mainstay.kernel;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.history.ClusterMove;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Feed;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.history.Partitions;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.RecordsSaved;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The kernel's beans that other modules take; the store assembles itself in `store.StoreModule`.
@Configuration(proxyBeanMethods = false)
class KernelModule {

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
        return new Feed(db, new TransactionTemplate(manager), consumers);
    }

    @Bean
    FeedWaking feedWaking(Feed feed) {
        return new FeedWaking(feed);
    }

    record FeedWaking(Feed feed) {

        @EventListener
        void on(RecordsSaved saved) {
            feed.wake();
        }
    }
}
