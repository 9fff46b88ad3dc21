package org.mainstay.web.layout;

import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LayoutModule {

    @Bean
    RecordType<?> layoutType() {
        return LayoutType.LAYOUT;
    }

    @Bean
    Rule layoutRules(RecordTypes types) {
        return new LayoutRules(types);
    }

    @Bean
    Layouts layouts(LiveViews views, Access access) {
        return new Layouts(views, access);
    }
}
