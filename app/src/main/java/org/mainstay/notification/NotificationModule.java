package org.mainstay.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mainstay.conversation.Conversations;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.history.Waking;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
@Import(NotificationQueries.class)
class NotificationModule {

    @Bean
    Concerns concerns(List<Concern> concerns) {
        return new Concerns(concerns);
    }

    @Bean
    Onlooking onlooking(List<Onlookers> onlookers) {
        return new Onlooking(onlookers);
    }

    @Bean
    Addresses addresses(RecordStore store, RecordTypes types, Concerns concerns, List<FollowedAt> followed) {
        return new Addresses(store, types, concerns, followed);
    }

    /// Whoever wakes the feed's consumers is made of them, so it is asked for late.
    @Bean
    FeedConsumer notifying(
            RecordStore store,
            RecordTypes types,
            Actors actors,
            Conversations conversations,
            Concerns concerns,
            Onlooking onlooking,
            NotificationQueries queries,
            Clock clock,
            NotificationSettings settings,
            ObjectProvider<Waking> waking) {
        var recipients = new Recipients(store, conversations, concerns, onlooking.all(), settings.mostRecipients());
        return new Notifying(
                store,
                types,
                actors,
                recipients,
                onlooking,
                queries,
                clock,
                () -> waking.getObject().committed());
    }

    @Bean
    Notifications notifications(
            NotificationQueries queries,
            RecordStore store,
            RecordTypes types,
            Concerns concerns,
            Onlooking onlooking,
            Conversations conversations,
            Clock clock) {
        return new Notifications(queries, store, types, concerns, onlooking, conversations, clock);
    }

    @Bean
    NotificationViews notificationViews(
            RecordStore store, Concerns concerns, Addresses addresses, Onlooking onlooking, Show show) {
        return new NotificationViews(store, concerns, addresses, onlooking, show);
    }

    @Bean
    Bells bells(NotificationQueries queries) {
        return new Bells(queries);
    }

    @Bean
    RecurringJob forgettingNotifications(NotificationQueries queries, Clock clock, NotificationSettings settings) {
        return new RecurringJob(
                "notification_retention",
                Duration.ofHours(1),
                () -> queries.forget(clock.instant().minus(settings.keep())));
    }
}
