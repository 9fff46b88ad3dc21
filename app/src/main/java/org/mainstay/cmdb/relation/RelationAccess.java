package org.mainstay.cmdb.relation;

import java.util.UUID;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// A relation is read by whoever reads both of its items, and kept by those who keep the items of its *from*.
final class RelationAccess implements AccessRule {

    @Override
    public String type() {
        return "relation";
    }

    @Override
    public Filter visible(Actor actor) {
        var organisations = ItemOrganisations.seen(actor);
        return organisations == null
                ? Filter.EVERYTHING
                : Filter.all(
                        ItemOrganisations.behind(Relations.FROM, organisations),
                        ItemOrganisations.behind(Relations.TO, organisations));
    }

    @Override
    public String reason(int index) {
        return "cmdb.access.both_items";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return ItemOrganisations.manages(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return ItemOrganisations.manages(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return ItemOrganisations.manages(actor, subject.organisation());
    }
}
