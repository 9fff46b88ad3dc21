package org.mainstay.kernel.process;

import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// The beans of the process engine.
@Configuration(proxyBeanMethods = false)
class ProcessModule {

    @Bean
    JavaMigration processEngineTables() {
        return new EngineTables();
    }

    @Bean
    ProcessTokens processTokens(DataSource source, PlatformTransactionManager manager) {
        return new ProcessTokens(source, manager);
    }
}
