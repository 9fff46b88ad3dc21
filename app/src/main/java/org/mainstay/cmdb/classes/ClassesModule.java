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
    Rule itemClassRules() {
        return new ItemClassRules.OfClasses();
    }

    @Bean
    Rule itemAttributeRules(ItemClasses classes, RecordTypes types) {
        return new ItemClassRules.OfAttributes(classes, types);
    }

    /// A class stays while it has items, classes below it or attributes of its own.
    @Bean
    AccessRule itemClassAccess(DefinitionQueries queries, RecordTypes types) {
        return new DefinitionAccess("ci_class", it -> {
            var code = it.need(ItemClassType.CODE);
            return queries.usesPick(types, ItemClasses.WITH_ITEMS, code)
                    || queries.usesPick(types, ItemClasses.ANY, code)
                    || queries.refersTo(types, "ci_class", it.id());
        });
    }

    /// An attribute stays while an item has a value of it.
    @Bean
    AccessRule itemAttributeAccess(DefinitionQueries queries, RecordTypes types, ItemClasses classes) {
        return new DefinitionAccess("ci_attribute", it -> {
            var items = types.need(ItemClasses.ITEM);
            return queries.usesKey(
                    items,
                    "attributes",
                    it.need(ItemAttributeType.CODE),
                    items.need("class"),
                    classes.within(it.need(ItemAttributeType.ITEM_CLASS)));
        });
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
