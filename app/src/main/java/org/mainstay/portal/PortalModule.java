package org.mainstay.portal;

import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timelines;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.notification.FollowedAt;
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
    Requests requests(RecordStore store) {
        return new Requests(store);
    }

    @Bean
    Files portalFiles(Uploads uploads) {
        return new Files(uploads);
    }

    @Bean
    PortalViews portalViews(Timelines timelines, Conversations conversations, Mentions mentions, Acts acts, Show show) {
        return new PortalViews(timelines, conversations, mentions, acts, show);
    }

    @Bean
    FollowedAt followedIncidents() {
        return new FollowedAt("incident", "/portal/incidents");
    }

    @Bean
    MenuEntry portalEntry() {
        return new MenuEntry(45, "portal.mine", "/portal", "message", "");
    }
}
