package org.mainstay.web.live;

import java.time.Clock;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({PresenceQueries.class, RecentlySeenQueries.class})
class LiveModule {

    @Bean
    Live live(RecordStore store, RecordTypes types) {
        return new Live(store, types);
    }

    @Bean
    Presence presence(PresenceQueries queries, RecordStore store, Messages messages) {
        return new Presence(queries, store, messages);
    }

    @Bean
    RecentlySeen recentlySeen(RecentlySeenQueries queries, RecordStore store, Clock clock) {
        return new RecentlySeen(queries, store, clock);
    }
}
