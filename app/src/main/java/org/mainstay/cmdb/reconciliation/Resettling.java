package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;

/// Settles values anew without a delivery: of items whose pin ended, and of those a changed rule is about. Works in
/// batches that remember how far they got, so that it goes on wherever it was interrupted.
final class Resettling {

    private static final int BATCH = 200;
    private static final Actor READER = new Actor.Machine(Delivery.MACHINE, "discovery", Installation.SYSTEM);

    private final SettlingQueries settling;
    private final ReconciliationQueries queries;
    private final ReconciliationRules rules;
    private final ItemClasses classes;
    private final Classification classification;
    private final RecordStore store;
    private final RecordTypes types;
    private final Transactions transactions;
    private final Clock clock;

    Resettling(
            SettlingQueries settling,
            ReconciliationQueries queries,
            ReconciliationRules rules,
            ItemClasses classes,
            Classification classification,
            RecordStore store,
            RecordTypes types,
            Transactions transactions,
            Clock clock) {
        this.settling = settling;
        this.queries = queries;
        this.rules = rules;
        this.classes = classes;
        this.classification = classification;
        this.store = store;
        this.types = types;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return whether there is more
    boolean batch() {
        return transactions.within(() -> {
            settling.endPins(clock.instant());
            var unsettled = settling.takeUnsettled(BATCH);
            if (!unsettled.isEmpty()) {
                settle(unsettled);
                return true;
            }
            var order = settling.next().orElse(null);
            if (order == null) {
                return false;
            }
            var items = settling.items(order.scope(), order.after(), BATCH);
            settle(items);
            if (items.size() < BATCH) {
                settling.finish(order.id());
            } else {
                settling.advance(order.id(), items.getLast());
            }
            return true;
        });
    }

    private void settle(List<UUID> items) {
        if (items.isEmpty()) {
            return;
        }
        queries.hold(items);
        var operation = Plan.newId();
        var cause = new Cause(Cause.Sort.DISCOVERY, "precedence", operation.toString());
        for (var change : changes(items, rules.storedPrecedence())) {
            var plan = new Plan(cause, operation, null, false, new ArrayList<>());
            var edit = plan.edit(change.item);
            change.values.all().forEach(edit.values()::put);
            // what rules of items refuse stays as it is
            store.save(new Actor.Machine(Delivery.MACHINE, "discovery", change.item.organisation()), plan);
        }
        // also where the same value holds by another source's word now
        settling.uncount(items);
    }

    private record Change(Snapshot item, Values values) {}

    private List<Change> changes(List<UUID> items, Precedence precedence) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var settlement = new Settlement(queries, precedence, classes, types, classification);
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var sightings = queries.sightings(items);
        var pinned = queries.pinned(items, now);
        var there = store.get(READER, ConfigurationItemType.CONFIGURATION_ITEM, items);
        var cases = there.stream()
                .map(it -> new Settlement.Case(
                        it,
                        it.id(),
                        it.need(ConfigurationItemType.CLASS),
                        sightings.getOrDefault(it.id(), List.of()),
                        pinned.getOrDefault(it.id(), Set.of())))
                .toList();
        var values = settlement.values(type, cases, now);
        return there.stream()
                .map(it -> new Change(it, values.getOrDefault(it.id(), new Values())))
                .filter(it -> !it.values.isEmpty())
                .toList();
    }

    /// How many values would change among the first items of the scope.
    int wouldChange(SettlingQueries.Scope scope, Precedence precedence, int most) {
        return changes(settling.items(scope, null, most), precedence).stream()
                .mapToInt(it -> it.values.all().size())
                .sum();
    }
}
