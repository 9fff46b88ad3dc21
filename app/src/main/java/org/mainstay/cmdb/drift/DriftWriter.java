package org.mainstay.cmdb.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.drift.DriftBook.Page;
import org.mainstay.cmdb.reconciliation.Delivery;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what was noted: one plan for a whole batch. Where a delivery finds very much at once, new drift goes through
/// the bulk door and rings nobody's bell.
final class DriftWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWriter.class);

    /// More new ones at once are written in bulk.
    private static final int MANY = 50;

    private final RecordStore store;
    private final BulkDoor bulk;
    private final DriftQueries queries;
    private final DriftSummaries summaries;

    DriftWriter(RecordStore store, BulkDoor bulk, DriftQueries queries, DriftSummaries summaries) {
        this.store = store;
        this.bulk = bulk;
        this.queries = queries;
        this.summaries = summaries;
    }

    /// @param known items as they were before the delivery; further ones are looked up
    void write(Delivery delivery, DriftBook book, Map<UUID, Snapshot> known) {
        var actor = delivery.actor();
        var items = items(actor, book.touched(), known);
        var pages =
                book.touched().stream().filter(it -> items.containsKey(it.item)).toList();
        var groups = groups(actor, items.values());
        var created = new LinkedHashMap<UUID, Values>();
        var changed = new HashMap<UUID, Values>();
        for (var page : pages) {
            var item = Objects.requireNonNull(items.get(page.item));
            if (page.before == null) {
                created.put(page.id, created(delivery, page, item, groups));
            } else {
                changed.put(page.id, changed(page, item));
            }
        }
        var written = new HashSet<UUID>();
        edit(delivery, changed, written);
        create(delivery, created, written);
        queries.save(
                book.moved().stream().filter(it -> written.contains(it.drift())).toList());
        var causes = new LinkedHashMap<UUID, UUID>();
        pages.stream()
                .filter(it -> written.contains(it.id))
                .forEach(page -> page.records.forEach(it -> causes.put(it, page.id)));
        queries.caused(delivery.operation(), causes);
    }

    private Map<UUID, Snapshot> items(Actor actor, Collection<Page> pages, Map<UUID, Snapshot> known) {
        var items = new HashMap<>(known);
        var others = pages.stream()
                .map(it -> it.item)
                .filter(it -> !known.containsKey(it))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, others).forEach(it -> items.put(it.id(), it));
        }
        return items;
    }

    /// The support groups that there are still.
    private Set<UUID> groups(Actor actor, Collection<Snapshot> items) {
        var groups = items.stream()
                .map(it -> it.get(ConfigurationItemType.SUPPORT_GROUP))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return groups.isEmpty()
                ? Set.of()
                : store.labelsOfVisible(actor, groups).keySet();
    }

    private Values created(Delivery delivery, Page page, Snapshot item, Set<UUID> groups) {
        var group = item.get(ConfigurationItemType.SUPPORT_GROUP);
        return changed(page, item)
                .set(DriftType.ITEM, item.id())
                .set(DriftType.CLASS, item.need(ConfigurationItemType.CLASS))
                .set(DriftType.SOURCE, delivery.source().id())
                .set(DriftType.GROUP, group != null && groups.contains(group) ? group : null)
                .set(DriftType.FIRST_SEEN, page.firstSeen())
                .set(Header.ORGANISATION, item.organisation());
    }

    private Values changed(Page page, Snapshot item) {
        var values = new Values()
                .set(DriftType.STATE, DriftLine.state(page.lines.values()))
                .set(DriftType.FLAPPING, DriftLine.flapping(page.lines.values()))
                .set(DriftType.CHANGES, DriftLine.changes(page.lines.values()))
                .set(DriftType.LAST_SEEN, page.lastSeen())
                .set(DriftType.TIMES, page.times());
        summaries.of(item, page.lines.values()).ifPresent(it -> values.set(DriftType.SUMMARY, it));
        if (page.before == null && !values.sets(DriftType.SUMMARY)) {
            values.set(DriftType.SUMMARY, item.label());
        }
        return values;
    }

    private void edit(Delivery delivery, Map<UUID, Values> changed, Set<UUID> written) {
        if (changed.isEmpty()) {
            return;
        }
        var all = store.get(delivery.actor(), DriftType.DRIFT, changed.keySet());
        var plans = new ArrayList<Plan>();
        var whole = delivery.plan();
        for (var drift : all) {
            var values = Objects.requireNonNull(changed.get(drift.id()));
            var alone = delivery.plan();
            for (var plan : List.of(whole, alone)) {
                values.all().forEach(plan.edit(drift).values()::put);
            }
            plans.add(alone);
        }
        save(delivery.actor(), whole, plans, all.stream().map(Snapshot::id).toList(), written);
    }

    private void create(Delivery delivery, Map<UUID, Values> created, Set<UUID> written) {
        if (created.size() > MANY) {
            var records = new ArrayList<BulkRecord>();
            created.forEach((id, values) -> records.add(new BulkRecord(
                    id,
                    null,
                    List.of(),
                    List.of(new BulkRecord.Version(
                            delivery.now(),
                            delivery.actor().id(),
                            values,
                            delivery.source().number(),
                            Map.of())))));
            var result = bulk.write(
                    delivery.actor(), DriftType.DRIFT, delivery.cause(), delivery.operation(), true, records);
            result.written().forEach(it -> written.add(it.id()));
            return;
        }
        if (created.isEmpty()) {
            return;
        }
        var plans = new ArrayList<Plan>();
        var whole = delivery.plan();
        created.forEach((id, values) -> {
            var step = new Step.Create(DriftType.DRIFT, id, null, values, new ArrayList<>(), new ArrayList<>());
            whole.with(step);
            plans.add(delivery.plan().with(step));
        });
        save(delivery.actor(), whole, plans, List.copyOf(created.keySet()), written);
    }

    /// All at once; where that is refused, each by itself, so that an administrator's rule against one drift keeps
    /// neither the others nor the delivery out.
    private void save(Actor actor, Plan whole, List<Plan> plans, List<UUID> ids, Set<UUID> written) {
        if (store.save(actor, whole) instanceof Saved.Done) {
            written.addAll(ids);
            return;
        }
        for (int i = 0; i < plans.size(); i++) {
            switch (store.save(actor, plans.get(i))) {
                case Saved.Done _ -> written.add(ids.get(i));
                case Saved.Refused(var problems) -> LOG.warn("drift is not kept: {}", problems);
                case Saved.Stale _ -> LOG.warn("drift is not kept: it changed meanwhile");
            }
        }
    }
}
