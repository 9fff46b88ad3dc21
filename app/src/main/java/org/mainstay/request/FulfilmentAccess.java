package org.mainstay.request;

import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// What stands behind items is read by those who fulfil them, and kept by administrators.
record FulfilmentAccess(String type) implements AccessRule {

    @Override
    public Filter visible(Actor actor) {
        return actor instanceof Actor.Person person && actor.may(RequestItemType.WORK)
                ? CatalogItemAccess.organisations(person.grants())
                : Filter.NOTHING;
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }

    /// By which version something was ordered may be told to whoever ordered it.
    @Override
    public boolean openLabels() {
        return true;
    }
}
