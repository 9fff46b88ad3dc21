package org.mainstay.incident;

import java.util.List;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// An incident is about what runs: nothing that is only planned with can fail.
record ItemRules(ItemClasses classes) implements Rule {

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.plan().asItWas()) {
            return;
        }
        for (Attribute<UUID> attribute : List.of(IncidentType.SERVICE, IncidentType.CONFIGURATION_ITEM)) {
            var item = draft.get(attribute);
            if (item != null && draft.changes(attribute) && planned(draft, item)) {
                draft.refuse(attribute, "incident.item.design_time");
            }
        }
    }

    private boolean planned(Draft draft, UUID item) {
        return draft.lookup()
                .get(ConfigurationItemType.CONFIGURATION_ITEM, item)
                .flatMap(it -> classes.find(it.need(ConfigurationItemType.CLASS)))
                .filter(it -> it.phase() == ItemClass.Phase.DESIGN_TIME)
                .isPresent();
    }
}
