package org.mainstay.cmdb.relation;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.DefinitionQueries;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(RelationQueries.class)
class RelationModule {

    @Bean
    RecordType<?> relationTypeType() {
        return RelationTypes.RELATION_TYPE;
    }

    @Bean
    RecordType<?> relationRecords() {
        return Relations.RELATION;
    }

    @Bean
    KnownRelationTypes knownRelationTypes(LiveViews views) {
        return new KnownRelationTypes(views);
    }

    @Bean
    Rule relationTypeRules(ItemClasses classes) {
        return new RelationRules.OfTypes(classes);
    }

    @Bean
    Rule relationRules(KnownRelationTypes types, ItemClasses classes) {
        return new RelationRules.OfRelations(types, new ClassPairs(classes));
    }

    @Bean
    Rule classPhaseRules(KnownRelationTypes types, RelationQueries queries) {
        return new ClassPhaseRules(types, queries);
    }

    @Bean
    Rule reclassificationRules(KnownRelationTypes types, ItemClasses classes) {
        return new ReclassificationRules(types, new ClassPairs(classes));
    }

    @Bean
    AccessRule relationTypeAccess(DefinitionQueries queries, RecordTypes types) {
        return DefinitionAccess.of(
                "relation_type", it -> queries.usesPick(types, KnownRelationTypes.LIST, it.need(RelationTypes.CODE)));
    }

    @Bean
    AccessRule relationAccess() {
        return new RelationAccess();
    }

    @Bean
    Shipped shippedRelationTypes() {
        return new ShippedRelationTypes();
    }
}
