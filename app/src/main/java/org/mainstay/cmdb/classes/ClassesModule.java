package org.mainstay.cmdb.classes;

import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.DefinitionQueries;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ClassesModule {

    @Bean
    RecordType<?> itemClassType() {
        return ItemClassType.ITEM_CLASS;
    }

    @Bean
    RecordType<?> itemAttributeType() {
        return ItemAttributeType.ITEM_ATTRIBUTE;
    }

    @Bean
    ItemClasses itemClasses(LiveViews views, RecordTypes types) {
        return new ItemClasses(views, types);
    }

    @Bean
    PickList anyItemClass(ItemClasses classes) {
        return classes.any();
    }

    @Bean
    Rule itemClassRules(RecordTypes types) {
        return new ItemClassRules.OfClasses(types);
    }

    @Bean
    Rule itemAttributeRules(ItemClasses classes, RecordTypes types) {
        return new ItemClassRules.OfAttributes(classes, types);
    }

    @Bean
    Rule itemDefinitionChanges(ClassUses uses) {
        return new DefinitionChanges.OfAttributes(uses);
    }

    @Bean
    Rule itemClassChanges(ClassUses uses) {
        return new DefinitionChanges.OfClasses(uses);
    }

    @Bean
    ClassUses classUses(DefinitionQueries queries, RecordTypes types, ItemClasses classes) {
        return new ClassUses(queries, types, classes);
    }

    /// A class stays while it has items, classes below it or attributes of its own, or relations are said to join it.
    @Bean
    AccessRule itemClassAccess(ClassUses uses) {
        return new DefinitionAccess("ci_class", uses::ofClass);
    }

    /// An attribute stays while an item has a value of it.
    @Bean
    AccessRule itemAttributeAccess(ClassUses uses) {
        return new DefinitionAccess("ci_attribute", uses::ofAttribute);
    }

    @Bean
    @Order(1)
    Shipped shippedItemClasses() {
        return new ShippedItemClasses();
    }

    @Bean
    @Order(2)
    Shipped shippedItemAttributes() {
        return new ShippedItemAttributes();
    }
}
