package org.mainstay.cmdb.drift;

import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;

/// What a drift has from its item, whoever writes it.
final class DriftRules implements Rule {

    @Override
    public String type() {
        return "drift";
    }

    @Override
    public void apply(Draft draft) {
        if (!draft.created()) {
            return;
        }
        if (draft.get(DriftType.FIRST_SEEN) == null) {
            draft.set(DriftType.FIRST_SEEN, draft.at());
        }
        if (draft.get(DriftType.LAST_SEEN) == null) {
            draft.set(DriftType.LAST_SEEN, draft.get(DriftType.FIRST_SEEN));
        }
        var id = draft.get(DriftType.ITEM);
        if (id == null || draft.get(DriftType.CLASS) != null) {
            return;
        }
        draft.lookup().get(ConfigurationItemType.CONFIGURATION_ITEM, id).ifPresent(item -> {
            draft.set(DriftType.CLASS, item.need(ConfigurationItemType.CLASS));
            if (draft.get(DriftType.GROUP) == null) {
                draft.set(DriftType.GROUP, item.get(ConfigurationItemType.SUPPORT_GROUP));
            }
            if (!item.organisation().equals(draft.get(Header.ORGANISATION))) {
                draft.set(Header.ORGANISATION, item.organisation());
            }
        });
    }
}
