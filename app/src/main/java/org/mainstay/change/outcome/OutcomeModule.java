package org.mainstay.change.outcome;

import java.time.Clock;
import org.mainstay.change.AffectedItems;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.conversation.Conversations;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The beans of what came of changes.
@Configuration(proxyBeanMethods = false)
@Import(SuccessQueries.class)
class OutcomeModule {

    @Bean
    CausedIncidents incidentsOfChanges(
            RecordStore store,
            AffectedItems affected,
            Dependencies dependencies,
            Conversations conversations,
            Clock clock) {
        return new CausedIncidents(store, affected, dependencies, conversations, clock);
    }

    @Bean
    SuccessScore successScore(RecordStore store, SuccessQueries queries, Clock clock) {
        return new SuccessScore(store, queries, clock);
    }

    @Bean
    Panel incidentsCausedByChanges() {
        return new Panel(14, ChangeType.CHANGE.code(), "change.caused", "incidents", ChangeType.WORK, true);
    }

    @Bean
    Panel changesThatCausedIncidents() {
        return new Panel(12, IncidentType.INCIDENT.code(), "change.causing", "changes", ChangeType.WORK, true);
    }

    @Bean
    MenuEntry changeSuccessEntry() {
        return new MenuEntry(38, "change.success", "/changes/success", "target", ChangeType.WORK);
    }
}
