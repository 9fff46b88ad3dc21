package org.mainstay.cmdb.impact;

import java.time.Clock;
import org.jooq.DSLContext;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImpactModule {

    @Bean
    GraphQueries graphQueries(DSLContext db) {
        return new GraphQueries(db);
    }

    @Bean
    LiveGraph liveGraph(GraphQueries queries, KnownRelationTypes types, Clock clock) {
        return new LiveGraph(queries, types, clock);
    }

    @Bean
    Impacts impacts(LiveGraph live, GraphQueries queries, KnownRelationTypes types, Clock clock) {
        return new Impacts(live, new PastGraph(queries, live, types), clock);
    }

    @Bean
    ImpactAnswer impactAnswer(GraphQueries queries, LiveGraph live, ItemClasses classes, Messages messages) {
        return new ImpactAnswer(queries, live, classes, messages);
    }
}
