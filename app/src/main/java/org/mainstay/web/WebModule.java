package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebModule {

    @Bean
    Frames frames(Messages messages, List<MenuEntry> menu) {
        return new Frames(messages, menu);
    }

    @Bean
    Show show(Messages messages, Picks picks, RecordTypes types, Clock clock) {
        return new Show(messages, picks, types, clock);
    }

    @Bean
    Forms forms(Picks picks, RecordTypes types) {
        return new Forms(picks, types);
    }

    @Bean
    RecordViews recordViews(
            RecordStore store,
            Access access,
            Acts acts,
            Timelines timelines,
            Conversations conversations,
            Mentions mentions,
            Messages messages,
            Show show) {
        return new RecordViews(store, access, acts, timelines, conversations, mentions, messages, show);
    }

    @Bean
    MenuEntry homeEntry() {
        return new MenuEntry(0, "web.home", "/", "home", "");
    }

    /// Assets come before the pages of collections.
    @Bean
    WebMvcConfigurer pageRouting() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request, HttpServletResponse response, Object handler) {
                                Frames.begin(request);
                                return true;
                            }
                        })
                        .excludePathPatterns("/api/**", "/assets/**");
            }
        };
    }

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(80, "person.plural", "/people", "users", "");
    }

    @Bean
    MenuEntry groupsEntry() {
        return new MenuEntry(81, "group.plural", "/groups", "users", "");
    }
}
