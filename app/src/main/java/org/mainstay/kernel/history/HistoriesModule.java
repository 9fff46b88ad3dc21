package org.mainstay.kernel.history;

import org.jooq.DSLContext;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.store.Cursors;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoriesModule {

    @Bean
    Histories histories(
            DSLContext dsl, Access access, RecordTypes types, ObjectProvider<RecordStore> store, Cursors cursors) {
        return new Histories(new HistoryQueries(dsl), access, types, store::getObject, cursors);
    }
}
