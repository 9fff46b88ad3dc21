package org.mainstay.cmdb;

import org.mainstay.cmdb.ConfigurationItem.ItemClass;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What a configuration item is where nothing else is said.
final class ConfigurationItemRules implements Rule {

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created() && draft.get(ConfigurationItemType.CLASS) == null) {
            draft.set(ConfigurationItemType.CLASS, ItemClass.BUSINESS_SERVICE);
        }
        if (draft.created() && draft.get(ConfigurationItemType.STATUS) == null) {
            draft.set(ConfigurationItemType.STATUS, Status.OPERATIONAL);
        }
    }
}
