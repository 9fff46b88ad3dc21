package org.mainstay.kernel.backup;

import java.time.Clock;
import org.jooq.DSLContext;
import org.mainstay.kernel.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupModule {

    @Bean
    Backup backup(DSLContext db, Transactions transactions, Clock clock) {
        return new Backup(db, transactions, clock);
    }

    @Bean
    Restore restore(DSLContext db, Transactions transactions) {
        return new Restore(db, transactions);
    }
}
