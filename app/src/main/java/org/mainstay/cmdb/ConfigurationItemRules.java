package org.mainstay.cmdb;

import java.util.ArrayList;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.classes.ItemAttribute;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.text.Messages;

/// What holds for configuration items, whoever writes them.
record ConfigurationItemRules(ItemClasses classes) implements Rule {

    /// So many characters a name has at most.
    private static final int LONGEST = 200;

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public void apply(Draft draft) {
        valid(draft);
        named(draft);
        if (draft.changes(ConfigurationItemType.CLASS) && !draft.created()) {
            reclassified(draft);
        }
        var itemClass = draft.get(ConfigurationItemType.CLASS);
        if (itemClass != null && !draft.plan().asItWas()) {
            classes.attributes(itemClass).stream()
                    .filter(ItemAttribute::required)
                    .forEach(it -> required(draft, draft.type().need(it.code())));
        }
    }

    /// An item is there from its creation, or since when somebody says, until it is retired. What is in use is not put
    /// away.
    private static void valid(Draft draft) {
        if (draft.created() && draft.get(ConfigurationItemType.VALID_FROM) == null) {
            draft.set(ConfigurationItemType.VALID_FROM, draft.at());
        }
        if (draft.changes(ConfigurationItemType.STATUS) && !draft.sets(ConfigurationItemType.VALID_TO)) {
            boolean retired = draft.get(ConfigurationItemType.STATUS) == Status.RETIRED;
            draft.set(ConfigurationItemType.VALID_TO, retired ? draft.at() : null);
        }
        boolean inUse = draft.changes(ConfigurationItemType.STATUS)
                && draft.get(ConfigurationItemType.STATUS) != Status.RETIRED;
        if (inUse && draft.get(ConfigurationItemType.ARCHIVED_AT) != null) {
            draft.set(ConfigurationItemType.ARCHIVED_AT, null);
        }
        var from = draft.get(ConfigurationItemType.VALID_FROM);
        var to = draft.get(ConfigurationItemType.VALID_TO);
        if (from != null && to != null && to.isBefore(from)) {
            draft.refuse(ConfigurationItemType.VALID_TO, "cmdb.ends_before_it_starts");
        }
    }

    /// Where nobody names an item, its class says what it is called by.
    private void named(Draft draft) {
        var itemClass = draft.get(ConfigurationItemType.CLASS);
        if (draft.get(ConfigurationItemType.NAME) != null || itemClass == null) {
            return;
        }
        for (var code : classes.display(itemClass)) {
            var attribute = draft.type().attribute(code).orElse(null);
            if (attribute != null && draft.get(attribute) instanceof String text) {
                var name = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
                draft.set(ConfigurationItemType.NAME, name, Message.of("cmdb.named_by", code), null);
                return;
            }
        }
    }

    /// What items of the other class do not have is emptied; what they have stays.
    private void reclassified(Draft draft) {
        var stays = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (Attribute<?> attribute : draft.type().attributes()) {
            boolean has = draft.get(attribute) != null;
            if (attribute.only() != null && has && !attribute.applies(draft::get)) {
                draft.set(attribute, null);
            } else if (attribute.only() != null && has) {
                stays.add(named(attribute, draft));
            }
        }
        classes.attributes(String.valueOf(draft.get(ConfigurationItemType.CLASS))).stream()
                .filter(ItemAttribute::required)
                .map(it -> draft.type().need(it.code()))
                .filter(it -> draft.get(it) == null)
                .forEach(it -> missing.add(named(it, draft)));
        if (!stays.isEmpty()) {
            draft.remark("cmdb.reclassify.stays", String.join(", ", stays));
        }
        if (!missing.isEmpty()) {
            draft.remark("cmdb.reclassify.missing", String.join(", ", missing));
        }
    }

    private static String named(Attribute<?> attribute, Draft draft) {
        var name = attribute.name(Messages.language(draft.actor().locale()));
        return name == null ? attribute.code() : name;
    }

    private static void required(Draft draft, Attribute<?> attribute) {
        // of another class it may be filled in later: nobody can while the item has the old one
        boolean touched = draft.created() || draft.changes(attribute);
        if (touched && draft.get(attribute) == null) {
            draft.refuse(attribute, "kernel.save.required");
        }
    }
}
