package org.mainstay.cmdb;

import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.classes.ItemAttribute;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What holds for configuration items, whoever writes them.
record ConfigurationItemRules(ItemClasses classes) implements Rule {

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public void apply(Draft draft) {
        valid(draft);
        if (draft.changes(ConfigurationItemType.CLASS) && !draft.created()) {
            forget(draft);
        }
        var itemClass = draft.get(ConfigurationItemType.CLASS);
        if (itemClass != null && !draft.plan().asItWas()) {
            classes.attributes(itemClass).stream()
                    .filter(ItemAttribute::required)
                    .forEach(it -> required(draft, draft.type().need(it.code())));
        }
    }

    /// An item is there from its creation, or since when somebody says, until it is retired.
    private static void valid(Draft draft) {
        if (draft.created() && draft.get(ConfigurationItemType.VALID_FROM) == null) {
            draft.set(ConfigurationItemType.VALID_FROM, draft.at());
        }
        if (draft.changes(ConfigurationItemType.STATUS) && !draft.sets(ConfigurationItemType.VALID_TO)) {
            boolean retired = draft.get(ConfigurationItemType.STATUS) == Status.RETIRED;
            draft.set(ConfigurationItemType.VALID_TO, retired ? draft.at() : null);
        }
        var from = draft.get(ConfigurationItemType.VALID_FROM);
        var to = draft.get(ConfigurationItemType.VALID_TO);
        if (from != null && to != null && to.isBefore(from)) {
            draft.refuse(ConfigurationItemType.VALID_TO, "cmdb.ends_before_it_starts");
        }
    }

    /// What items of the other class do not have.
    private static void forget(Draft draft) {
        draft.type().attributes().stream()
                .filter(it -> it.only() != null && !it.applies(draft::get) && draft.get(it) != null)
                .forEach(it -> draft.set(it, null));
    }

    private static void required(Draft draft, Attribute<?> attribute) {
        boolean touched = draft.created() || draft.changes(attribute) || draft.changes(ConfigurationItemType.CLASS);
        if (touched && draft.get(attribute) == null) {
            draft.refuse(attribute, "kernel.save.required");
        }
    }
}
