package org.mainstay.rest;

import java.time.Duration;
import java.util.List;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestSettings.class)
@Import(IdempotencyQueries.class)
class RestModule implements WebMvcConfigurer {

    @Bean
    Rendering rendering(RecordStore store, RecordTypes types, Access access, ObjectProvider<Told> told) {
        return new Rendering(store, types, access, told::stream);
    }

    @Bean
    Problems problems(Messages messages, Rendering rendering) {
        return new Problems(messages, rendering);
    }

    @Bean
    Answers answers(Rendering rendering, Problems problems, RecordTypes types, RecordStore store, Messages messages) {
        return new Answers(rendering, problems, types, store, messages);
    }

    @Bean
    Asked asked(FilterParser parser, Access access, Picks picks) {
        return new Asked(parser, access, picks);
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
    StatsAnswer statsAnswer(RecordStore store) {
        return new StatsAnswer(store);
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
    OpenApi openApi(RecordTypes types, Messages messages, List<Told> told) {
        return new OpenApi(types, messages, told);
    }

    @Bean
    Idempotency idempotency(
            IdempotencyQueries queries, Transactions transactions, Problems problems, Messages messages) {
        return new Idempotency(queries, transactions, problems, messages);
    }

    @Bean
    RecurringJob endOfKeptAnswers(IdempotencyQueries queries) {
        return new RecurringJob("kept_answer_end", Duration.ofHours(1), () -> queries.purge() > 0);
    }

    @Bean
    UnhandledErrors unhandledErrors(ErrorAnswers answers, LocaleResolver localeResolver) {
        return new UnhandledErrors(answers, localeResolver);
    }

    /// What a body is bound to knows all its keys, and a number is no text.
    @Bean
    JsonMapperBuilderCustomizer strictBinding() {
        return it -> it.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        to -> to.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AcceptHeader> acceptHeader(Problems problems, Messages messages) {
        var registration = new FilterRegistrationBean<>(new AcceptHeader(problems, messages));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
