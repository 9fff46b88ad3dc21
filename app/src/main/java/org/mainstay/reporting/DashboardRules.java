package org.mainstay.reporting;

import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;

/// A dashboard belongs to whoever makes it, one for everyone to the administrators, and is for others as far as
/// its maker may say so.
record DashboardRules() implements Rule {

    @Override
    public String type() {
        return "dashboard";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.get(DashboardType.AUDIENCE) != Dashboard.Audience.EVERYONE
                && draft.get(DashboardType.OWNER) == null
                && draft.actor() instanceof Actor.Person person) {
            draft.set(DashboardType.OWNER, person.id());
        }
        var audience = draft.get(DashboardType.AUDIENCE);
        if (audience != null) {
            shared(draft, audience);
        }
    }

    private static void shared(Draft draft, Dashboard.Audience audience) {
        var organisation = draft.get(Header.ORGANISATION);
        var administers = organisation == null
                ? draft.actor().may(Grants.ADMIN)
                : draft.actor().may(Grants.ADMIN, organisation);
        var group = draft.get(DashboardType.GROUP);
        switch (audience) {
            case PRIVATE -> {}
            case GROUP -> {
                if (group == null) {
                    draft.refuse(DashboardType.GROUP, "kernel.save.required");
                } else if (draft.changes(DashboardType.GROUP)
                        && !administers
                        && !draft.actor().groups().contains(group)) {
                    draft.refuse(DashboardType.GROUP, "reporting.dashboard.own_groups");
                }
            }
            case EVERYONE -> {
                if (draft.changes(DashboardType.AUDIENCE) && !administers) {
                    draft.refuse(DashboardType.AUDIENCE, "reporting.dashboard.administrators");
                }
            }
        }
    }
}
