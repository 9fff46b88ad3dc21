package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.reconciliation.Settlement.Settled;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.RecordStore;

/// Writes what was settled: new items by the bulk door, changed ones through the store, and what sources said.
final class ItemWriter {

    private final RecordStore store;
    private final BulkDoor bulk;
    private final ReconciliationQueries queries;
    private final Tasks tasks;
    private final List<DeliveryFollower> followers;

    ItemWriter(
            RecordStore store,
            BulkDoor bulk,
            ReconciliationQueries queries,
            Tasks tasks,
            List<DeliveryFollower> followers) {
        this.store = store;
        this.bulk = bulk;
        this.queries = queries;
        this.tasks = tasks;
        this.followers = followers;
    }

    /// @param problems why it was refused; empty where it was not
    record Outcome(Taken.Outcome outcome, String number, String itemClass, List<Problem> problems) {

        boolean refused() {
            return outcome == Taken.Outcome.REFUSED;
        }
    }

    List<Snapshot> load(Delivery delivery, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : store.get(delivery.actor(), ConfigurationItemType.CONFIGURATION_ITEM, ids);
    }

    Map<UUID, Outcome> write(Delivery delivery, List<Settled> settled) {
        var outcomes = new HashMap<UUID, Outcome>();
        create(delivery, settled.stream().filter(it -> it.thing().created).toList(), outcomes);
        settled.stream()
                .filter(it -> !it.thing().created)
                .forEach(it -> outcomes.put(it.thing().id, change(delivery, it)));
        var there = settled.stream()
                .filter(it -> !it.thing().created || created(outcomes.get(it.thing().id)))
                .toList();
        if (!there.isEmpty()) {
            queries.save(there.stream().map(Settled::sighting).toList());
            queries.claim(there.stream().flatMap(it -> it.claims().stream()).toList());
        }
        var past = there.stream().flatMap(it -> it.past().stream()).toList();
        if (!past.isEmpty()) {
            queries.savePast(past);
        }
        tell(delivery, settled, outcomes);
        return outcomes;
    }

    private void tell(Delivery delivery, List<Settled> settled, Map<UUID, Outcome> outcomes) {
        var changed = new ArrayList<DeliveryFollower.ItemChange>();
        for (var one : settled) {
            var before = one.thing().before;
            var outcome = outcomes.get(one.thing().id);
            if (before != null && outcome != null && outcome.outcome == Taken.Outcome.UPDATED) {
                changed.add(new DeliveryFollower.ItemChange(before, one.values()));
            }
        }
        if (!changed.isEmpty()) {
            followers.forEach(it -> it.follow(delivery, changed, List.of()));
        }
    }

    private static boolean created(@Nullable Outcome outcome) {
        return outcome != null && outcome.outcome == Taken.Outcome.CREATED;
    }

    private void create(Delivery delivery, List<Settled> settled, Map<UUID, Outcome> outcomes) {
        if (settled.isEmpty()) {
            return;
        }
        var actor = delivery.actor();
        var records = new ArrayList<BulkRecord>();
        for (var one : settled) {
            var version = new BulkRecord.Version(
                    delivery.now(),
                    Delivery.MACHINE,
                    one.values(),
                    delivery.source().number(),
                    Map.of());
            records.add(new BulkRecord(one.thing().id, null, List.of(), List.of(version)));
        }
        var result = bulk.write(
                actor, ConfigurationItemType.CONFIGURATION_ITEM, delivery.cause(), delivery.operation(), true, records);
        var classes = new HashMap<UUID, String>();
        settled.forEach(it -> classes.put(it.thing().id, it.itemClass()));
        for (var written : result.written()) {
            var itemClass = classes.getOrDefault(written.id(), "");
            outcomes.put(written.id(), new Outcome(Taken.Outcome.CREATED, written.number(), itemClass, List.of()));
        }
        result.refused().forEach((index, problems) -> {
            var one = settled.get(index);
            outcomes.put(one.thing().id, new Outcome(Taken.Outcome.REFUSED, "", one.itemClass(), problems));
        });
    }

    private Outcome change(Delivery delivery, Settled settled) {
        var before = settled.thing().before;
        if (before == null) {
            return new Outcome(
                    Taken.Outcome.REFUSED,
                    "",
                    settled.itemClass(),
                    List.of(Problem.of("reconciliation.gone_meanwhile")));
        }
        if (settled.proposedClass() != null) {
            tasks.reclassify(delivery, before, settled.proposedClass());
        }
        if (before.get(ConfigurationItemType.ASKED_AT) != null) {
            tasks.seen(delivery, before.id());
        }
        if (settled.values().isEmpty()) {
            return new Outcome(Taken.Outcome.UNCHANGED, before.number(), settled.itemClass(), List.of());
        }
        var plan = delivery.plan();
        var edit = plan.edit(before);
        settled.values().all().forEach(edit.values()::put);
        return switch (store.save(delivery.actor(), plan)) {
            case Saved.Done done ->
                new Outcome(
                        done.first().changed() ? Taken.Outcome.UPDATED : Taken.Outcome.UNCHANGED,
                        before.number(),
                        settled.itemClass(),
                        List.of());
            case Saved.Refused(var problems) ->
                new Outcome(Taken.Outcome.REFUSED, before.number(), settled.itemClass(), problems);
            case Saved.Stale _ ->
                new Outcome(
                        Taken.Outcome.REFUSED,
                        before.number(),
                        settled.itemClass(),
                        List.of(Problem.of("reconciliation.gone_meanwhile")));
        };
    }
}
