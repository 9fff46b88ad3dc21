package org.mainstay.web.announcement;

import java.time.Clock;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnnouncementModule {

    @Bean
    RecordType<?> announcementType() {
        return AnnouncementType.ANNOUNCEMENT;
    }

    @Bean
    AccessRule announcementAccess() {
        return new AnnouncementAccess();
    }

    @Bean
    Rule announcementRules() {
        return new AnnouncementRules();
    }

    @Bean
    Announcements announcements(LiveViews views, Clock clock) {
        return new Announcements(views, clock);
    }
}
