package org.mainstay.cmdb.reconciliation;

import java.util.LinkedHashSet;
import java.util.UUID;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Sources and reconciliation tasks are seen and kept by those who keep the items of their organisation.
///
/// @param openLabels whether whoever sees an item may read the name of one of these
public record DiscoveryAccess(String type, boolean openLabels) implements AccessRule {

    private static final String MANAGE = "cmdb:manage";

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere(MANAGE)) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>(person.grants().in(MANAGE));
        organisations.addAll(person.grants().in("admin"));
        return Filter.any(Filter.is(Header.ORGANISATION, organisations.toArray()));
    }

    @Override
    public String reason(int index) {
        return "cmdb.access.keeper";
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
