package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Plan;

/// Withdraws the item: nobody orders it any more, and what was ordered goes on.
record Retire() implements Action<CatalogItem> {

    @Override
    public String name() {
        return "retire";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(CatalogItem item, Acting acting) {
        if (!acting.may(Grants.ADMIN)) {
            return Decision.denied("kernel.access.administrators_only");
        }
        return item.state() == CatalogItem.State.PUBLISHED
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("request.permits.not_published");
    }

    @Override
    public Plan apply(CatalogItem item, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(CatalogItemType.STATE, CatalogItem.State.RETIRED);
        return plan;
    }

    @Override
    public int rank() {
        return 90;
    }
}
