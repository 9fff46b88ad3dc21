package org.mainstay.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;

/// Dashboards and their tiles: one's own, those of one's groups, and those for everyone, of one's organisation
/// or of the first. Owners and administrators change them; what they show is another matter and each reader's
/// own.
///
/// @param before the attributes that lead from the record to its dashboard
/// @param owner attribute of the record
record DashboardAccess(String type, List<Attribute<?>> before, Attribute<UUID> owner, Installation installation)
        implements AccessRule {

    private static final List<String> REASONS =
            List.of("reporting.access.everyone", "reporting.access.owner", "reporting.access.group");

    static DashboardAccess ofDashboards(Installation installation) {
        return new DashboardAccess("dashboard", List.of(), DashboardType.OWNER, installation);
    }

    static DashboardAccess ofTiles(Installation installation) {
        return new DashboardAccess("tile", List.of(TileType.DASHBOARD), TileType.OWNER, installation);
    }

    @Override
    public Filter visible(Actor actor) {
        var clauses = new ArrayList<Filter>();
        clauses.add(Filter.all(
                is(DashboardType.AUDIENCE, Dashboard.Audience.EVERYONE),
                is(Header.ORGANISATION, actor.organisation(), installation.organisation())));
        clauses.add(is(DashboardType.OWNER, actor.id()));
        if (!actor.groups().isEmpty()) {
            clauses.add(Filter.all(
                    is(DashboardType.AUDIENCE, Dashboard.Audience.GROUP),
                    is(DashboardType.GROUP, actor.groups().toArray())));
        }
        return new Filter.Any(clauses);
    }

    private Filter is(Attribute<?> attribute, Object... values) {
        var steps = new ArrayList<>(before);
        steps.add(attribute);
        return new Filter.OneOf(new Path(steps), List.of(values));
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
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
                ? Decision.allowed("reporting.access.owner")
                : Decision.denied("reporting.access.owner_needed");
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return edit(actor, subject);
    }
}
