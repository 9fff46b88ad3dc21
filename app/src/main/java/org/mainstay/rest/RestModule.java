package org.mainstay.rest;

import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestSettings.class)
@Import(IdempotencyQueries.class)
class RestModule {

    @Bean
    Rendering rendering(RecordStore store, RecordTypes types, Access access) {
        return new Rendering(store, types, access);
    }

    @Bean
    Problems problems(Messages messages, Rendering rendering) {
        return new Problems(messages, rendering);
    }

    @Bean
    Answers answers(Rendering rendering, Problems problems, RecordTypes types, RecordStore store) {
        return new Answers(rendering, problems, types, store);
    }

    @Bean
    Asked asked(FilterParser parser, Access access) {
        return new Asked(parser, access);
    }

    @Bean
    Body body(RestSettings settings) {
        return new Body(settings.json().toBytes());
    }

    @Bean
    Found found(RecordTypes types, RecordStore store) {
        return new Found(types, store);
    }

    @Bean
    Mentioned mentioned(RecordTypes types, References references) {
        return new Mentioned(types, references);
    }

    @Bean
    StatsAnswer statsAnswer(Asked asked, RecordStore store) {
        return new StatsAnswer(asked, store);
    }

    @Bean
    HistoryAnswer historyAnswer(RecordStore store, Histories histories, Messages messages) {
        return new HistoryAnswer(store, histories, messages);
    }

    @Bean
    ActionsAnswer actionsAnswer(Messages messages) {
        return new ActionsAnswer(messages);
    }

    @Bean
    ConversationAnswer conversationAnswer(RecordStore store) {
        return new ConversationAnswer(store);
    }

    @Bean
    OpenApi openApi(RecordTypes types, Messages messages) {
        return new OpenApi(types, messages);
    }

    @Bean
    Idempotency idempotency(
            IdempotencyQueries queries, PlatformTransactionManager manager, Problems problems, Messages messages) {
        return new Idempotency(queries, new TransactionTemplate(manager), problems, messages);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
