package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.reconciliation.ReconciliationQueries.Past;
import org.mainstay.kernel.record.Snapshot;

/// An item while a delivery is taken: what it is, and what the delivery says of it.
final class Thing {

    final UUID id;
    final boolean created;
    final List<Reading> readings = new ArrayList<>();
    final Set<Claim> claims = new LinkedHashSet<>();

    /// As it is before the delivery; null where it is new.
    @Nullable
    Snapshot before;

    Thing(UUID id, boolean created) {
        this.id = id;
        this.created = created;
    }

    void absorb(Thing other) {
        readings.addAll(other.readings);
        claims.addAll(other.claims);
    }

    /// What the source says of it after the delivery.
    ///
    /// @param known what it said before; null for nothing
    /// @param past takes what it does not say any more
    Sighting sighting(Delivery delivery, @Nullable Sighting known, List<Past> past) {
        var source = delivery.source().id();
        var at = delivery.at();
        Map<String, Observation> observed = new LinkedHashMap<>(known == null ? Map.of() : known.observed());
        var identifiers = new LinkedHashSet<Identifier>();
        boolean latest = known == null || !at.isBefore(known.lastAt());
        for (var reading : readings) {
            reading.values().forEach((code, value) -> {
                var before = observed.get(code);
                var heard = before == null
                        ? new Observation.Heard(Observation.first(value, at), null)
                        : before.hear(value, at);
                observed.put(code, heard.now());
                if (heard.past() != null) {
                    past.add(new Past(id, source, code, heard.past()));
                }
            });
            identifiers.addAll(reading.identifiers());
        }
        if (known != null) {
            identifiers.addAll(known.identifiers());
        }
        return new Sighting(
                id,
                source,
                latest || known == null ? readings.getLast().said().itemClass() : known.itemClass(),
                known == null || at.isBefore(known.firstAt()) ? at : known.firstAt(),
                latest || known == null ? at : known.lastAt(),
                known == null ? 1 : known.times() + 1,
                delivery.origin(),
                observed,
                List.copyOf(identifiers));
    }
}
