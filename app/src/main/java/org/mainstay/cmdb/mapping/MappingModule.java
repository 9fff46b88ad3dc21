package org.mainstay.cmdb.mapping;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.reconciliation.DiscoveryAccess;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Explanations;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.transfer.RefusedRows;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingModule {

    @Bean
    RecordType<?> discoveryMappingType() {
        return DiscoveryMappingType.DISCOVERY_MAPPING;
    }

    @Bean
    AccessRule discoveryMappingAccess() {
        return new DiscoveryAccess(DiscoveryMappingType.DISCOVERY_MAPPING.code(), false);
    }

    @Bean
    MappingChecks mappingChecks(RecordTypes types, ItemClasses classes, KnownRelationTypes relationTypes) {
        return new MappingChecks(types, classes, relationTypes);
    }

    @Bean
    Mappings discoveryMappings(
            RecordStore store, RecordTypes types, ItemClasses classes, Messages messages, Picks picks) {
        return new Mappings(store, types, classes, messages, picks);
    }

    @Bean
    FileJob discoveryFileJob(
            RecordStore store,
            Mappings mappings,
            MappingChecks checks,
            Intake intake,
            Blobs blobs,
            RefusedRows rows,
            Messages messages) {
        return new FileJob(store, mappings, checks, intake, blobs, rows, messages);
    }

    @Bean
    Files discoveryFiles(Mappings mappings, Intake intake, Blobs blobs, Jobs jobs) {
        return new Files(mappings, intake, blobs, jobs);
    }

    @Bean
    MappingViews mappingViews(
            RecordTypes types, ItemClasses classes, KnownRelationTypes relationTypes, Messages messages) {
        return new MappingViews(types, classes, relationTypes, messages);
    }

    @Bean
    MappingPreview mappingPreview(Mappings mappings, Intake intake, Explanations explanations, ItemClasses classes) {
        return new MappingPreview(mappings, intake, explanations, classes);
    }

    @Bean
    Panel deliverPanel() {
        return new Panel(5, DiscoverySourceType.DISCOVERY_SOURCE.code(), "mapping.deliver", "deliver", "");
    }

    @Bean
    Panel columnsPanel() {
        return new Panel(5, DiscoveryMappingType.DISCOVERY_MAPPING.code(), "mapping.columns", "columns", "");
    }
}
