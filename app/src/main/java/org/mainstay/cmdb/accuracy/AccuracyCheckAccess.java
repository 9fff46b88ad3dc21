package org.mainstay.cmdb.accuracy;

import java.util.UUID;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// A check is read by whoever reads its item, made by whoever knows the item (see [AccuracyCheckRules]). Its
/// verdict is never changed, its note by administrators only.
final class AccuracyCheckAccess implements AccessRule {

    @Override
    public String type() {
        return "accuracy_check";
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
        var manages = ItemOrganisations.manages(actor, organisation);
        return manages.yes() || actor.groups().isEmpty() ? manages : Decision.allowed("cmdb.accuracy.access.member");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return Decision.denied("cmdb.accuracy.access.stays");
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return ItemOrganisations.manages(actor, subject.organisation());
    }
}
