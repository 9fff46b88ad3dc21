package org.mainstay.cmdb.map;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.map.Clusters.Place;
import org.mainstay.cmdb.map.Disturbances.Open;
import org.mainstay.cmdb.map.Surroundings.Near;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.web.Frame;

/// All that was read for a map.
///
/// @param at null for now
/// @param records the items that are drawn by themselves, as they are or were
/// @param open what is open about each item
/// @param affected digits of items that are hit by what is grave about others
record Scene(
        Actor actor,
        Frame frame,
        String href,
        MapQuestion asked,
        @Nullable Instant at,
        Surroundings around,
        Clusters clusters,
        Map<UUID, Snapshot> records,
        Map<UUID, Label> labels,
        Map<UUID, List<Open>> open,
        Set<Integer> affected,
        Compared compared) {

    List<Open> open(Near one) {
        return open.getOrDefault(one.item().id(), List.of());
    }

    /// The worst that one of the place does.
    Health health(Place place) {
        var worst = Health.OPERATIONAL;
        for (var one : place.items()) {
            var health = health(one);
            worst = health.ordinal() < worst.ordinal() ? health : worst;
        }
        return worst;
    }

    private Health health(Near one) {
        var record = records.get(one.item().id());
        return health(
                open(one),
                affected.contains(one.item().digits()),
                record == null ? null : record.get(ConfigurationItemType.STATUS));
    }

    /// @param status null where it is not known
    static Health health(List<Open> open, boolean affected, @Nullable Status status) {
        if (open.stream().anyMatch(Open::grave)) {
            return Health.DISRUPTED;
        }
        if (!open.isEmpty()) {
            return Health.DEGRADED;
        }
        if (status == Status.PLANNED || status == Status.RETIRED) {
            return Health.INACTIVE;
        }
        if (affected) {
            return Health.AFFECTED;
        }
        return status == Status.IN_MAINTENANCE ? Health.IN_MAINTENANCE : Health.OPERATIONAL;
    }
}
