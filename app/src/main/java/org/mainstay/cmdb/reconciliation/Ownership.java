package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// Counts what sources own: items of which a source's word holds for some value. Only items of which a source spoke
/// since, or that were settled anew, are looked at again.
final class Ownership {

    private static final int BATCH = 500;
    private static final Actor READER = new Actor.Machine(Delivery.MACHINE, "discovery", Installation.SYSTEM);

    private final SettlingQueries settling;
    private final ReconciliationQueries queries;
    private final ReconciliationRules rules;
    private final RecordStore store;
    private final Transactions transactions;
    private final Clock clock;

    Ownership(
            SettlingQueries settling,
            ReconciliationQueries queries,
            ReconciliationRules rules,
            RecordStore store,
            Transactions transactions,
            Clock clock) {
        this.settling = settling;
        this.queries = queries;
        this.rules = rules;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return whether there is more
    boolean batch() {
        return transactions.within(() -> {
            var items = settling.uncounted(BATCH);
            if (items.isEmpty()) {
                return false;
            }
            count(items);
            boolean more = !settling.uncounted(1).isEmpty();
            if (!more) {
                settling.recount(clock.instant());
            }
            return more;
        });
    }

    private void count(List<UUID> items) {
        var precedence = rules.storedPrecedence();
        var there = new HashMap<UUID, Snapshot>();
        store.get(READER, ConfigurationItemType.CONFIGURATION_ITEM, items).forEach(it -> there.put(it.id(), it));
        var all = new ArrayList<SettlingQueries.Owned>();
        queries.sightings(items).forEach((id, sightings) -> {
            var owners = new HashMap<UUID, Long>();
            var item = there.get(id);
            if (item != null) {
                owners.putAll(owners(item, sightings, precedence));
            }
            sightings.forEach(
                    it -> all.add(new SettlingQueries.Owned(id, it.source(), owners.getOrDefault(it.source(), 0L))));
        });
        settling.counted(all);
    }

    private Map<UUID, Long> owners(Snapshot item, List<Sighting> sightings, Precedence precedence) {
        var voices = new LinkedHashMap<String, List<Precedence.Voice>>();
        for (var sighting : sightings) {
            sighting.observed()
                    .forEach((code, it) -> voices.computeIfAbsent(code, _ -> new ArrayList<>())
                            .add(new Precedence.Voice(sighting.source(), it.value(), it.at())));
        }
        var owners = new HashMap<UUID, Long>();
        var itemClass = item.need(ConfigurationItemType.CLASS);
        voices.forEach((code, said) -> item.type().attribute(code).ifPresent(attribute -> {
            var now = Settlement.json(attribute, item);
            var agreeing = said.stream()
                    .filter(it -> now != null && Observation.same(now, it.value()))
                    .toList();
            precedence
                    .believed(itemClass, code, agreeing, clock.instant())
                    .map(Precedence.Voice::source)
                    .ifPresent(it -> owners.merge(it, 1L, Long::sum));
        }));
        return owners;
    }
}
