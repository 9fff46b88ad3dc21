package org.mainstay.flow;

import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans of the pages on which flows are designed.
@Configuration(proxyBeanMethods = false)
class FlowDesignModule {

    @Bean
    FlowFields flowFields(FlowTerms terms, RecordTypes types) {
        return new FlowFields(terms, types);
    }

    @Bean
    FlowDesigns flowDesigns(RecordStore store, FlowTerms terms, FlowFields fields, Show show) {
        return new FlowDesigns(store, terms, fields, show);
    }

    @Bean
    FlowDrawings flowDrawings(FlowDesigns designs, FlowTerms terms, FlowFields fields) {
        return new FlowDrawings(designs, terms, fields);
    }

    @Bean
    Panel flowDesignerPanel() {
        return Panel.designer(FlowType.FLOW.code(), "flow.design.open", "designer", Grants.ADMIN);
    }

    @Bean
    Panel flowDiagramPanel() {
        return new Panel(6, FlowType.FLOW.code(), "flow.diagram.open", "diagram", Grants.ADMIN);
    }
}
