package org.mainstay.cmdb;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CmdbModule {

    @Bean
    RecordType<?> configurationItemType() {
        return ConfigurationItemType.CONFIGURATION_ITEM;
    }

    @Bean
    Rule configurationItemRules(ItemClasses classes) {
        return new ConfigurationItemRules(classes);
    }

    @Bean
    AccessRule configurationItemAccess() {
        return new ConfigurationItemAccess();
    }

    @Bean
    MenuEntry serviceEntry() {
        return new MenuEntry(15, "cmdb.services", "/services", "server", "").on("s");
    }

    @Bean
    MenuEntry configurationItemEntry() {
        return new MenuEntry(50, "configuration_item.plural", "/configuration-items", "topology-star-3", "").on("b");
    }
}
