package org.mainstay.cmdb;

import java.util.List;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Somebody who knows says that the item is there as it is described.
record Confirm() implements Action<ConfigurationItem> {

    @Override
    public String name() {
        return "confirm";
    }

    @Override
    public List<String> changes() {
        return List.of("confirmed_at");
    }

    /// Whoever keeps it, owns it or looks after it.
    @Override
    public Decision permits(ConfigurationItem item, Acting acting) {
        if (item.status() == Status.RETIRED) {
            return Decision.denied("cmdb.confirm.retired");
        }
        if (ItemOrganisations.theirs(acting.actor(), item.owner(), item.supportGroup())) {
            return Decision.allowed("cmdb.confirm.theirs");
        }
        return ItemOrganisations.manages(acting.actor(), acting.subject().organisation());
    }

    @Override
    public Plan apply(ConfigurationItem item, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ConfigurationItemType.CONFIRMED_AT, acting.now());
        OpenQuestions.close(plan, acting, item.id());
        return plan;
    }

    @Override
    public int rank() {
        return 200;
    }
}
