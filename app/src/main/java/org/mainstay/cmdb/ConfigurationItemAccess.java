package org.mainstay.cmdb;

import java.util.LinkedHashSet;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Items are read by the people of their organisation and by whoever works for it, and kept by those who
/// hold `cmdb:manage` there.
final class ConfigurationItemAccess implements AccessRule {

    private static final String MANAGE = "cmdb:manage";

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere()) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>();
        organisations.add(person.organisation());
        organisations.addAll(person.grants().organisations());
        return Filter.any(Filter.is(Header.ORGANISATION, organisations.toArray()));
    }

    @Override
    public String reason(int index) {
        return "cmdb.access.organisation";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return manages(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return manages(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return manages(actor, subject.organisation());
    }

    /// The service on a visible ticket is named there.
    @Override
    public boolean openLabels() {
        return true;
    }

    private static Decision manages(Actor actor, UUID organisation) {
        return actor.may(MANAGE, organisation)
                ? Decision.allowed("kernel.access.permission", MANAGE)
                : Decision.denied("kernel.access.permission_needed", MANAGE);
    }
}
