package org.mainstay.request;

import java.time.Clock;
import org.mainstay.flow.FlowFollower;
import org.mainstay.flow.FlowThreads;
import org.mainstay.flow.Flowing;
import org.mainstay.kernel.definition.DefinitionUse;
import org.mainstay.kernel.store.Follower;
import org.mainstay.kernel.store.RecordStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans by which request items are fulfilled by flows.
@Configuration(proxyBeanMethods = false)
class ItemFlowModule {

    @Bean
    Flowing itemFlow(Course course, ObjectProvider<RecordStore> store) {
        return new ItemFlow(course, store::getObject);
    }

    @Bean
    Follower flowsOfItems(Flowing itemFlow, Clock clock, ObjectProvider<FlowThreads> threads) {
        return FlowFollower.subjects(itemFlow, clock, () -> threads.getObject().wake());
    }

    @Bean
    Follower flowsOfTasks(Flowing itemFlow, ObjectProvider<FlowThreads> threads) {
        return FlowFollower.tasks(itemFlow, () -> threads.getObject().wake());
    }

    @Bean
    DefinitionUse flowsOfCatalog(ObjectProvider<RecordStore> store) {
        return it -> ItemFormModule.refers(store, CatalogItemType.CATALOG_ITEM, CatalogItemType.FLOW, it)
                || ItemFormModule.refers(
                        store, CatalogVersionType.CATALOG_ITEM_VERSION, CatalogVersionType.FLOW_VERSION, it);
    }
}
