package org.mainstay.cmdb.classes;

import java.util.Optional;
import org.mainstay.kernel.definition.DefinitionQueries;
import org.mainstay.kernel.definition.DefinitionQueries.Uses;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordTypes;

/// What classes and their attributes are needed for.
record ClassUses(DefinitionQueries queries, RecordTypes types, ItemClasses classes) {

    Uses items(String itemClass) {
        var items = types.need(ItemClasses.ITEM);
        return queries.of(items, items.need("class"), itemClass);
    }

    /// @param present those that have a value of the attribute; else those that have none
    Uses items(String itemClass, String attribute, boolean present) {
        var items = types.need(ItemClasses.ITEM);
        return queries.ofKey(items, "attributes", attribute, present, items.need("class"), classes.within(itemClass));
    }

    /// Why the class stays.
    Optional<Message> ofClass(Snapshot it) {
        var code = it.need(ItemClassType.CODE);
        return used("cmdb.class.has_items", items(code))
                .or(() -> used(
                        "cmdb.class.has_classes",
                        in("ci_class", "parent", it.id().toString())))
                .or(() -> used("cmdb.class.has_attributes", in("ci_attribute", "ci_class", code)))
                .or(() -> used("cmdb.class.is_joined", naming(types.need("relation_type"), code)))
                .or(() -> queries.usesPick(types, ItemClasses.WITH_ITEMS, code)
                                || queries.usesPick(types, ItemClasses.ANY, code)
                        ? Optional.of(Message.of("kernel.definition.in_use"))
                        : Optional.empty());
    }

    private Uses in(String type, String attribute, String value) {
        var of = types.need(type);
        return queries.of(of, of.need(attribute), value);
    }

    private Uses naming(RecordType<?> of, String code) {
        return queries.naming(of, of.need("pairs"), code);
    }

    /// Why the attribute stays.
    Optional<Message> ofAttribute(Snapshot it) {
        return used(
                "cmdb.attribute.has_values",
                items(it.need(ItemAttributeType.ITEM_CLASS), it.need(ItemAttributeType.CODE), true));
    }

    private static Optional<Message> used(String key, Uses uses) {
        return uses.none() ? Optional.empty() : Optional.of(Message.of(key, uses.count(), uses.examples()));
    }
}
