package org.mainstay.portal;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timelines;
import org.mainstay.conversation.Uploads;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.notification.FollowedAt;
import org.mainstay.notification.Onlookers;
import org.mainstay.request.Storefront;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PortalModule implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FirstPage()).addPathPatterns("/");
    }

    @Bean
    Reports portalReports(RecordStore store) {
        return new Reports(store);
    }

    @Bean
    Files portalFiles(Uploads uploads) {
        return new Files(uploads);
    }

    @Bean
    PortalViews portalViews(
            RecordStore store,
            Timelines timelines,
            Conversations conversations,
            Mentions mentions,
            Acts acts,
            Show show) {
        return new PortalViews(store, timelines, conversations, mentions, acts, show);
    }

    @Bean
    OutageViews outageViews(Outages outages, Show show) {
        return new OutageViews(outages, show);
    }

    @Bean
    Decisions decisions(RecordStore store, Show show) {
        return new Decisions(store, show);
    }

    @Bean
    Things things(RecordStore store, ItemClasses classes, Storefront storefront) {
        return new Things(store, classes, storefront);
    }

    @Bean
    HomeViews homeViews(
            Reports reports,
            Decisions decisions,
            Storefront storefront,
            Things things,
            ItemClasses classes,
            PortalViews views,
            OutageViews outages) {
        return new HomeViews(reports, decisions, storefront, things, classes, views, outages);
    }

    @Bean
    Onlookers affectedPeople(Outages outages, Messages messages) {
        return new AffectedPeople(outages, messages);
    }

    @Bean
    FollowedAt followedIncidents() {
        return new FollowedAt("incident", "/portal/incidents");
    }

    @Bean
    MenuEntry portalEntry() {
        return new MenuEntry(18, "portal", "/portal", "headset", "");
    }
}
