package org.mainstay.change.schedule;

import java.util.UUID;
import org.mainstay.change.ChangeAccess;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.people.Permissions;

/// Who works on changes knows when they rest; who manages them says so.
record PeriodAccess(String type) implements AccessRule {

    @Override
    public Filter visible(Actor actor) {
        return ChangeAccess.ofAgents(actor);
    }

    @Override
    public String reason(int index) {
        return "change.access.agent";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return actor.may(Permissions.CHANGE_MANAGE, organisation)
                ? Decision.allowed("kernel.access.permission", Permissions.CHANGE_MANAGE)
                : Decision.denied("kernel.access.permission_needed", Permissions.CHANGE_MANAGE);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return create(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return edit(actor, subject);
    }
}
