package org.mainstay.kernel.definition;

import java.util.List;
import org.jooq.DSLContext;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans of administrators' definitions.
@Configuration(proxyBeanMethods = false)
class DefinitionModule {

    @Bean
    RecordType<?> pickType() {
        return PickType.PICK;
    }

    @Bean
    RecordType<?> categoryType() {
        return CategoryType.CATEGORY;
    }

    @Bean
    RecordType<?> customFieldType() {
        return CustomFieldType.CUSTOM_FIELD;
    }

    @Bean
    DefinitionQueries definitionQueries(DSLContext db) {
        return new DefinitionQueries(db);
    }

    @Bean
    LiveViews liveViews(DefinitionQueries queries, ObjectProvider<RecordStore> store) {
        return new LiveViews(queries, store::getObject);
    }

    @Bean
    PickList recordTypeList(RecordTypes types, Messages messages) {
        return new RecordTypeList(types, messages);
    }

    @Bean
    Definitions definitions(LiveViews views, RecordTypes types, List<PickList> kept) {
        return new Definitions(views, types, kept);
    }

    @Bean
    Rule pickRules() {
        return new DefinitionRules.OfPicks();
    }

    @Bean
    Rule categoryRules() {
        return new DefinitionRules.OfCategories();
    }

    @Bean
    Rule customFieldRules(RecordTypes types) {
        return new DefinitionRules.OfCustomFields(types);
    }

    @Bean
    AccessRule pickAccess(DefinitionQueries queries, RecordTypes types) {
        return DefinitionAccess.of(
                "pick", it -> queries.usesPick(types, it.need(PickType.LIST), it.need(PickType.CODE)));
    }

    @Bean
    AccessRule categoryAccess(DefinitionQueries queries, RecordTypes types) {
        return DefinitionAccess.of("category", it -> queries.refersTo(types, "category", it.id()));
    }

    @Bean
    AccessRule customFieldAccess(DefinitionQueries queries, RecordTypes types) {
        return DefinitionAccess.of(
                "custom_field",
                it -> types.byCode(it.need(CustomFieldType.RECORD_TYPE))
                        .filter(type -> queries.usesField(type, it.need(CustomFieldType.CODE)))
                        .isPresent());
    }
}
