package org.mainstay.cmdb.unknown;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnknownModule {

    @Bean
    RuleProposal ruleProposal(RecordStore store, RecordTypes types, ItemClasses classes) {
        return new RuleProposal(store, types, classes);
    }

    @Bean
    MenuEntry unknownDeviceEntry() {
        return new MenuEntry(55, "cmdb.unknown_devices", "/unknown-devices", "question-mark", "cmdb:manage");
    }
}
