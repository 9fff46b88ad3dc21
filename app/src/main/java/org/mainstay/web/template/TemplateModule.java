package org.mainstay.web.template;

import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateModule {

    @Bean
    RecordType<?> templateType() {
        return TemplateType.TEMPLATE;
    }

    @Bean
    AccessRule templateAccess(Installation installation) {
        return new TemplateAccess(installation);
    }

    @Bean
    Rule templateRules(RecordTypes types, Access access, Installation installation) {
        return new TemplateRules(types, access, installation);
    }
}
