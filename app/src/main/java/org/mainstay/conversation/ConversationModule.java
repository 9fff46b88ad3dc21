package org.mainstay.conversation;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.store.Cursors;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The store is asked for late: it is made of the writers that ask it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
@Import({ConversationQueries.class, TimelineQueries.class})
class ConversationModule {

    @Bean
    Conversations conversations(
            ConversationQueries queries, ObjectProvider<RecordStore> store, Blobs blobs, Cursors cursors) {
        return new Conversations(queries, store::getObject, blobs, cursors);
    }

    @Bean
    Timelines timelines(
            TimelineQueries queries, Histories histories, RecordTypes types, ObjectProvider<RecordStore> store) {
        return new Timelines(queries, histories, types, store::getObject);
    }

    @Bean
    Mentions mentions(ConversationQueries queries, RecordTypes types, ObjectProvider<RecordStore> store) {
        return new Mentions(queries, types, store::getObject);
    }

    @Bean
    Uploads uploads(Blobs blobs, AttachmentSettings settings) {
        return new Uploads(blobs, settings);
    }

    @Bean
    PartWriter<Comment> commentWriter() {
        return new CommentWriter();
    }

    @Bean
    PartWriter<Attach> attachWriter() {
        return new AttachWriter();
    }

    @Bean
    PartWriter<Unattach> unattachWriter(ConversationQueries queries) {
        return new UnattachWriter(queries);
    }

    @Bean
    PartWriter<Link> linkWriter(ConversationQueries queries, Access access, ObjectProvider<RecordStore> store) {
        return new LinkWriter(queries, access, store::getObject);
    }

    @Bean
    PartWriter<Unlink> unlinkWriter(Access access) {
        return new UnlinkWriter(access);
    }

    @Bean
    PartWriter<Watch> watchWriter(ObjectProvider<RecordStore> store) {
        return new WatchWriter(store::getObject);
    }

    @Bean
    PartWriter<Unwatch> unwatchWriter() {
        return new UnwatchWriter();
    }

    /// A file that was taken off its record is kept as long as a deleted record is.
    @Bean
    RecurringJob releaseOfFiles(Conversations conversations, Clock clock, Environment settings) {
        var after = settings.getProperty("mainstay.purge-after", Duration.class, Duration.ofDays(30));
        return new RecurringJob(
                "file_release",
                Duration.ofHours(1),
                () -> conversations.release(clock.instant().minus(after)) > 0);
    }
}
