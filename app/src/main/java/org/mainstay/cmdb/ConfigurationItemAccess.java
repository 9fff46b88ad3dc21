package org.mainstay.cmdb;

import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// Items are read by the people of their organisation and by whoever works for it, and kept by those who
/// hold `cmdb:manage` there.
final class ConfigurationItemAccess implements AccessRule {

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public Filter visible(Actor actor) {
        return ItemOrganisations.visible(actor);
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
        return ItemOrganisations.manages(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return ItemOrganisations.manages(actor, subject.organisation());
    }

    /// The service on a visible ticket is named there.
    @Override
    public boolean openLabels() {
        return true;
    }
}
