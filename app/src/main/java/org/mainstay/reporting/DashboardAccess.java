package org.mainstay.reporting;

import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.web.Sharing;

/// Dashboards and their tiles: one's own, those of one's groups, and those for everyone, of one's organisation
/// or of the first. Owners and administrators change them; what they show is another matter and each reader's
/// own.
///
/// @param sharing of what it is, or of what it is a part of
/// @param owner attribute of the record
record DashboardAccess(String type, Sharing sharing, Attribute<UUID> owner, Installation installation)
        implements AccessRule {

    static DashboardAccess ofDashboards(Installation installation) {
        return new DashboardAccess("dashboard", DashboardType.SHARING, DashboardType.OWNER, installation);
    }

    static DashboardAccess ofTiles(Installation installation) {
        return new DashboardAccess("tile", DashboardType.SHARING.of(TileType.DASHBOARD), TileType.OWNER, installation);
    }

    @Override
    public Filter visible(Actor actor) {
        return sharing.visible(actor, installation.organisation());
    }

    @Override
    public String reason(int index) {
        return Sharing.reason(index);
    }

    /// Of a tile the rule on its dashboard decides.
    @Override
    public Decision create(Actor actor, UUID organisation) {
        return actor.organisation().equals(organisation) || actor.may(Grants.ADMIN, organisation)
                ? Decision.allowed("reporting.access.own")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        if (actor.may(Grants.ADMIN, subject.organisation())) {
            return Decision.allowed("kernel.access.administrator");
        }
        return Objects.equals(actor.id(), subject.get(owner))
                ? Decision.allowed("web.sharing.owner")
                : Decision.denied("reporting.access.owner_needed");
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return edit(actor, subject);
    }
}
