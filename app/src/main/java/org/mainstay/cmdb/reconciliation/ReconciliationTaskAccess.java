package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Reconciliation tasks are seen by those who keep the items of their organisation, and by those of its people who are
/// asked.
final class ReconciliationTaskAccess implements AccessRule {

    private static final List<String> REASONS =
            List.of("cmdb.access.keeper", "cmdb.access.asked", "cmdb.access.asked_group");

    private final AccessRule keepers = new DiscoveryAccess(ReconciliationTaskType.RECONCILIATION_TASK.code(), false);

    @Override
    public String type() {
        return keepers.type();
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(keepers.visible(actor) instanceof Filter.Any(var of))) {
            return Filter.EVERYTHING;
        }
        var all = new ArrayList<>(of);
        all.add(asked(actor, ReconciliationTaskType.ASSIGNEE, actor.id()));
        if (!actor.groups().isEmpty()) {
            all.add(asked(actor, ReconciliationTaskType.GROUP, actor.groups().toArray()));
        }
        return new Filter.Any(all);
    }

    private static Filter asked(Actor actor, Attribute<UUID> whom, Object... are) {
        var organisations = ItemOrganisations.seen(actor);
        var asked = Filter.is(whom, are);
        return organisations == null
                ? asked
                : Filter.all(asked, Filter.is(Header.ORGANISATION, organisations.toArray()));
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return keepers.create(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return keepers.edit(actor, subject);
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return keepers.delete(actor, subject);
    }
}
