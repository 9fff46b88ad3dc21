package org.mainstay.cmdb;

import java.util.List;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Puts a retired item away: lists leave it out, everything about it stays.
record Archive() implements Action<ConfigurationItem> {

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<String> changes() {
        return List.of("archived_at");
    }

    @Override
    public Decision permits(ConfigurationItem item, Acting acting) {
        if (acting.subject().get(ConfigurationItemType.ARCHIVED_AT) != null) {
            return Decision.denied("cmdb.archive.archived");
        }
        return item.status() == Status.RETIRED
                ? ItemOrganisations.manages(acting.actor(), acting.subject().organisation())
                : Decision.denied("cmdb.archive.in_use");
    }

    @Override
    public Plan apply(ConfigurationItem item, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ConfigurationItemType.ARCHIVED_AT, acting.now());
        return plan;
    }

    @Override
    public int rank() {
        return RARE;
    }
}
