package org.mainstay.kernel.blob;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlobModule {

    @Bean
    Blobs blobs(DSLContext dsl, Clock clock) {
        return new PostgresBlobs(dsl, clock);
    }
}
