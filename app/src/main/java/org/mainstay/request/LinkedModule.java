package org.mainstay.request;

import org.mainstay.conversation.Conversations;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans by which request items and incidents show each other.
@Configuration(proxyBeanMethods = false)
class LinkedModule {

    @Bean
    LinkedIncidents linkedIncidents(RecordStore store, Conversations conversations) {
        return new LinkedIncidents(store, conversations);
    }

    @Bean
    Troubles troubles(LinkedIncidents linked) {
        return new Troubles(linked);
    }

    @Bean
    Panel incidentsOfRequestItems() {
        return new Panel(
                20, RequestItemType.REQUEST_ITEM.code(), "request.incidents", "incidents", RequestItemType.WORK, true);
    }

    @Bean
    Panel requestItemsOfIncidents() {
        return new Panel(
                20, IncidentType.INCIDENT.code(), "request.ordered", "request-items", RequestItemType.WORK, true);
    }
}
