package org.mainstay.cmdb.impact;

import java.time.Clock;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(GraphQueries.class)
class ImpactModule {

    @Bean
    LiveGraph liveGraph(GraphQueries queries, KnownRelationTypes types, Clock clock) {
        return new LiveGraph(queries, types, clock);
    }

    @Bean
    Impacts impacts(LiveGraph live, GraphQueries queries, KnownRelationTypes types, Clock clock) {
        return new Impacts(live, new PastGraph(queries, live, types), clock);
    }

    @Bean
    Dependencies dependencies(Impacts impacts, LiveGraph live, GraphQueries queries) {
        return new Dependencies(impacts, live, queries);
    }

    @Bean
    RelationViews relationViews(
            RecordStore store,
            Access access,
            KnownRelationTypes types,
            ItemClasses classes,
            Impacts impacts,
            Show show) {
        return new RelationViews(store, access, types, classes, impacts, show);
    }

    @Bean
    Panel relationsPanel() {
        return new Panel(10, "configuration_item", "relation.plural", "relations", "", true);
    }

    @Bean
    Panel impactPanel() {
        return new Panel(20, "configuration_item", "cmdb.impact.page", "impact", "");
    }

    @Bean
    ImpactAnswer impactAnswer(GraphQueries queries, LiveGraph live, ItemClasses classes, Messages messages) {
        return new ImpactAnswer(queries, live, classes, messages);
    }
}
