package org.mainstay.cmdb;

import java.util.List;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// A retired or archived item is in operation again, and confirmed by that.
record BringBack() implements Action<ConfigurationItem> {

    @Override
    public String name() {
        return "bring_back";
    }

    @Override
    public List<String> changes() {
        return List.of("archived_at");
    }

    @Override
    public Decision permits(ConfigurationItem item, Acting acting) {
        if (item.status() != Status.RETIRED) {
            return Decision.denied("cmdb.bring_back.there");
        }
        return acting.subject().get(ConfigurationItemType.MERGED_INTO) != null
                ? Decision.denied("cmdb.bring_back.merged")
                : ItemOrganisations.manages(acting.actor(), acting.subject().organisation());
    }

    @Override
    public Plan apply(ConfigurationItem item, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(ConfigurationItemType.STATUS, Status.OPERATIONAL)
                .set(ConfigurationItemType.CONFIRMED_AT, acting.now());
        return plan;
    }

    @Override
    public int rank() {
        return 200;
    }
}
