package org.mainstay.cmdb.map;

import java.util.List;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.map.Disturbances.Open;

/// How an item does, and why.
///
/// @param reasons the gravest first; those without an effect come last
public record ServiceState(Health health, List<Reason> reasons) {

    /// Something that is open about the item or about something it needs.
    ///
    /// @param path from the item to what it is open about, both included
    /// @param hits whether the item fails with that, because nothing stands in for it
    public record Reason(Open open, List<Named> path, boolean hits) {}

    /// What follows from the reasons alone: grave and without an alternative disrupts, grave with one or anything
    /// without one degrades.
    static Health follows(List<Reason> reasons) {
        if (reasons.stream().anyMatch(it -> it.hits && it.open.grave())) {
            return Health.DISRUPTED;
        }
        return reasons.stream().anyMatch(it -> it.hits || it.open.grave()) ? Health.DEGRADED : Health.OPERATIONAL;
    }
}
