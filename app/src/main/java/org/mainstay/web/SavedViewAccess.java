package org.mainstay.web;

import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;

/// Everybody keeps views of their own; a group's are seen by its members, everyone's by whoever belongs to the
/// organisation or works for it. Those of the first organisation are for the whole installation.
record SavedViewAccess(Installation installation) implements AccessRule {

    @Override
    public String type() {
        return "saved_view";
    }

    @Override
    public Filter visible(Actor actor) {
        return SavedViewType.SHARING.visible(actor, installation.organisation());
    }

    @Override
    public String reason(int index) {
        return Sharing.reason(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return organisation.equals(actor.organisation())
                ? Decision.allowed("web.sharing.owner")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return actor.id().equals(subject.get(SavedViewType.OWNER))
                ? Decision.allowed("web.sharing.owner")
                : Decision.denied("saved_view.owners_only");
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return actor.may(Grants.ADMIN, subject.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : edit(actor, subject);
    }
}
