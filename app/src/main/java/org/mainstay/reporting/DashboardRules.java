package org.mainstay.reporting;

import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.web.Audience;

/// A dashboard belongs to whoever makes it, one for everyone to the administrators, and is for others as far as
/// its maker may say so.
record DashboardRules() implements Rule {

    @Override
    public String type() {
        return "dashboard";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.get(DashboardType.AUDIENCE) != Audience.EVERYONE
                && draft.get(DashboardType.OWNER) == null
                && draft.actor() instanceof Actor.Person person) {
            draft.set(DashboardType.OWNER, person.id());
        }
        DashboardType.SHARING.check(draft);
    }
}
