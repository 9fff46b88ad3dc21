package org.mainstay.cmdb.intake;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Explanations;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(IntakeQueries.class)
class IntakeModule {

    @Bean
    SourceTokens sourceTokens(IntakeQueries queries, Clock clock) {
        return new SourceTokens(queries, clock);
    }

    @Bean
    Intake discoveryIntake(Reconciler reconciler, IntakeQueries queries, Clock clock) {
        return new Intake(reconciler, queries, clock);
    }

    @Bean
    PayloadAnswer payloadAnswer(Explanations explanations, Messages messages) {
        return new PayloadAnswer(explanations, messages);
    }

    @Bean
    RecurringJob forgetDeliveries(Intake intake) {
        return new RecurringJob("forget-deliveries", Duration.ofHours(6), intake::forget);
    }

    @Bean
    Panel sourceHealthPanel() {
        return new Panel(10, DiscoverySourceType.DISCOVERY_SOURCE.code(), "discovery.health", "health", "");
    }

    @Bean
    MenuEntry discoverySourceEntry() {
        return new MenuEntry(54, "discovery_source.plural", "/discovery-sources", "radar", "cmdb:manage");
    }

    @Bean
    MenuEntry reconciliationTaskEntry() {
        return new MenuEntry(56, "reconciliation_task.plural", "/reconciliation-tasks", "git-merge", "cmdb:manage");
    }
}
