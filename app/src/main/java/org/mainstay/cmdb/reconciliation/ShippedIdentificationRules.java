package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// The identification rules as they come: what a maker engraves counts before what an administrator gives, and that
/// before what wanders.
final class ShippedIdentificationRules implements Shipped {

    private static final List<String> GENERAL = List.of(
            Identifier.SERIAL,
            Identifier.CLOUD_ID,
            Identifier.UUID,
            Identifier.IMEI,
            Identifier.MAC,
            Identifier.FQDN,
            Identifier.NAME_IN_PARENT,
            Identifier.KEY,
            Identifier.AGENT_ID,
            Identifier.IP);

    /// A machine and the virtual machine it runs in share what the firmware says; they are two items all the same.
    private static final Map<String, List<String>> OF_CLASSES = Map.of(
            "virtual_machine",
            List.of(Identifier.CLOUD_ID, Identifier.UUID, Identifier.MAC, Identifier.NAME_IN_PARENT, Identifier.KEY));

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        add(items, "", GENERAL);
        OF_CLASSES.forEach((itemClass, kinds) -> add(items, itemClass, kinds));
        return items;
    }

    private static void add(List<Item> items, String itemClass, List<String> kinds) {
        long position = 0;
        for (var kind : kinds) {
            position += 10;
            var values = new Values()
                    .set(IdentificationRuleType.POSITION, position)
                    .set(IdentificationRuleType.IDENTIFIER, kind)
                    .set(IdentificationRuleType.ACTIVE, true);
            if (!itemClass.isEmpty()) {
                values.set(IdentificationRuleType.ITEM_CLASS, itemClass);
            }
            items.add(new Item(IdentificationRuleType.IDENTIFICATION_RULE, itemClass + "." + kind, values));
        }
    }
}
