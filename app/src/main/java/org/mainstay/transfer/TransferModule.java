package org.mainstay.transfer;

import java.util.List;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.people.Actors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class TransferModule {

    @Bean
    ImportJob importJob(Blobs blobs, List<ImportProfile> profiles, Actors actors) {
        return new ImportJob(blobs, profiles, actors);
    }

    @Bean
    ImportCommand importCommand(ImportJob imports, Jobs jobs, Blobs blobs, ImportSettings settings) {
        return new ImportCommand(imports, jobs, blobs, settings);
    }
}
