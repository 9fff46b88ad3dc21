package org.mainstay.request;

import java.time.Clock;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.ListLink;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans that tell how catalogue items are used.
@Configuration(proxyBeanMethods = false)
class ItemUsageModule {

    private static final String TITLE = "request.usage";

    @Bean
    CatalogUsage catalogUsage(RecordStore store, UsageQueries queries, Clock clock) {
        return new CatalogUsage(store, queries, clock);
    }

    @Bean
    UsageViews usageViews(RecordStore store) {
        return new UsageViews(store);
    }

    @Bean
    Panel usagePanel() {
        return new Panel(
                5,
                CatalogItemType.CATALOG_ITEM.code(),
                "request.usage.here",
                "usage",
                RequestItemType.WORK,
                true,
                CatalogItemType.OWNER.code());
    }

    @Bean
    ListLink usageOfItems() {
        return new ListLink(CatalogItemType.CATALOG_ITEM.collection(), TITLE, "/catalog/usage", RequestItemType.WORK);
    }

    @Bean
    MenuEntry usageEntry() {
        return new MenuEntry(117, TITLE, "/catalog/usage", "chart-bar", RequestItemType.WORK);
    }
}
