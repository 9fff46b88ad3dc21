package org.mainstay.change.feed;

import java.time.Clock;
import java.time.ZoneId;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.people.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The beans of calendar feeds.
@Configuration(proxyBeanMethods = false)
@Import(FeedQueries.class)
class FeedModule {

    @Bean
    CalendarFeeds calendarFeeds(
            FeedQueries queries,
            FilterParser parser,
            Actors actors,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        return new CalendarFeeds(queries, parser, actors, transactions, audit, clock);
    }

    @Bean
    FeedEntries feedEntries(RecordStore store, Messages messages, Environment settings, Clock clock) {
        return new FeedEntries(store, messages, ZoneId.of(settings.getProperty("mainstay.zone", "UTC")), clock);
    }

    @Bean
    FeedAddress feedAddress(Environment settings) {
        return new FeedAddress(settings.getProperty("mainstay.url"));
    }

    @Bean
    FeedRates feedRates() {
        return new FeedRates();
    }
}
