package org.mainstay.cmdb.drift;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Whoever sees an item sees its drift, which belongs to the organisation of its item. Those who keep the items of the
/// organisation, or work on changes and belong to the group, decide about it.
final class DriftAccess implements AccessRule {

    /// Whoever works on changes decides about drift, each about that of their groups.
    static final String WORK = "change:work";

    @Override
    public String type() {
        return "drift";
    }

    @Override
    public Filter visible(Actor actor) {
        var organisations = ItemOrganisations.seen(actor);
        return organisations == null
                ? Filter.EVERYTHING
                : Filter.any(Filter.is(Header.ORGANISATION, organisations.toArray()));
    }

    @Override
    public String reason(int index) {
        return "cmdb.access.organisation";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return ItemOrganisations.manages(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return decides(actor, subject.organisation(), subject.get(DriftType.GROUP));
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return ItemOrganisations.manages(actor, subject.organisation());
    }

    static Decision decides(Actor actor, UUID organisation, @Nullable UUID group) {
        if (group != null && actor.groups().contains(group) && actor.may(WORK, organisation)) {
            return Decision.allowed("drift.permits.group");
        }
        return ItemOrganisations.manages(actor, organisation).yes()
                ? Decision.allowed("drift.permits.keeper")
                : Decision.denied("drift.permits.group_needed");
    }
}
