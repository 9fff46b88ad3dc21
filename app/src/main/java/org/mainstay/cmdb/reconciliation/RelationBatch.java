package org.mainstay.cmdb.reconciliation;

import java.time.Duration;
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
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.reconciliation.RelationQueries.Pair;
import org.mainstay.cmdb.reconciliation.RelationQueries.Seen;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// The relations of a delivery: those that are new begin, those that are there are confirmed, and those that the source
/// saw before and leaves out of a whole account end.
///
/// An account that skips a section says nothing of it: a relation ends only where the delivery names another one of the
/// same type between the same item and items of the same class. What is only a part of an item, and is not seen in it
/// any more, is retired.
final class RelationBatch {

    /// For so long the word of another source keeps a relation.
    private static final Duration LATELY = Duration.ofDays(30);

    private final RecordStore store;
    private final RecordTypes types;
    private final BulkDoor bulk;
    private final RelationQueries queries;
    private final KnownRelationTypes known;
    private final List<DeliveryFollower> followers;

    RelationBatch(
            RecordStore store,
            RecordTypes types,
            BulkDoor bulk,
            RelationQueries queries,
            KnownRelationTypes known,
            List<DeliveryFollower> followers) {
        this.store = store;
        this.types = types;
        this.bulk = bulk;
        this.queries = queries;
        this.known = known;
        this.followers = followers;
    }

    /// @param refused by index among the relations given
    record Outcome(int created, int confirmed, int ended, int retired, Map<Integer, List<Problem>> refused) {}

    private record Wanted(int index, Pair pair, Values values) {}

    /// @param refs the items that the refs of the delivery are
    /// @param classes of these items
    /// @param whole whether what is not mentioned is gone
    Outcome take(
            Delivery delivery,
            List<DiscoveredRelation> said,
            Map<String, UUID> refs,
            Map<UUID, String> classes,
            boolean whole) {
        var refused = new HashMap<Integer, List<Problem>>();
        var wanted = new LinkedHashMap<Pair, Wanted>();
        var type = types.current(Relations.RELATION);
        for (int i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var from = refs.get(one.from());
            var to = refs.get(one.to());
            if (known.find(one.type()).isEmpty()) {
                refused.put(i, List.of(new Problem("type", Message.of("reconciliation.no_relation_type", one.type()))));
            } else if (from == null || to == null) {
                refused.put(
                        i,
                        List.of(new Problem(from == null ? "from" : "to", Message.of("reconciliation.end_refused"))));
            } else {
                var values = values(type, one, i, refused);
                var pair = new Pair(one.type(), from, to);
                if (!refused.containsKey(i)) {
                    wanted.putIfAbsent(pair, new Wanted(i, pair, values));
                }
            }
        }
        var there = queries.holding(wanted.keySet());
        var fresh = wanted.values().stream()
                .filter(it -> !there.containsKey(it.pair))
                .toList();
        var created = create(delivery, fresh, refused);
        var sighted = new ArrayList<>(created.keySet());
        sighted.addAll(there.values());
        if (!sighted.isEmpty()) {
            queries.sighted(delivery.source().id(), sighted, delivery.at());
        }
        var gone = whole ? gone(delivery, wanted.keySet(), classes) : List.<Seen>of();
        var ended = end(delivery, gone);
        var retired = retire(delivery, gone);
        tell(delivery, created, ended, retired, classes);
        return new Outcome(created.size(), there.size(), ended.size(), retired.size(), refused);
    }

    private void tell(
            Delivery delivery,
            Map<UUID, Pair> created,
            List<Seen> ended,
            List<Snapshot> retired,
            Map<UUID, String> classes) {
        if (created.isEmpty() && ended.isEmpty() && retired.isEmpty()) {
            return;
        }
        var changes = new ArrayList<DeliveryFollower.RelationChange>();
        created.forEach((id, it) -> changes.add(new DeliveryFollower.RelationChange(
                id,
                it.type(),
                it.from(),
                classes.getOrDefault(it.from(), ""),
                it.to(),
                classes.getOrDefault(it.to(), ""),
                true)));
        ended.forEach(it -> changes.add(new DeliveryFollower.RelationChange(
                it.id(), it.type(), it.from(), it.fromClass(), it.to(), it.toClass(), false)));
        var items = retired.stream()
                .map(it -> new DeliveryFollower.ItemChange(
                        it, new Values().set(ConfigurationItemType.STATUS, Status.RETIRED)))
                .toList();
        followers.forEach(it -> it.follow(delivery, items, changes));
    }

    private static Values values(
            RecordType<?> type, DiscoveredRelation said, int index, Map<Integer, List<Problem>> refused) {
        var values = new Values();
        var problems = new ArrayList<Problem>();
        said.values().forEach((code, value) -> {
            var attribute = type.attribute(code)
                    .filter(it -> Set.of("redundancy", "needed", "confidence", "port", "protocol")
                                    .contains(code)
                            || it.custom());
            if (attribute.isPresent()) {
                try {
                    put(values, attribute.get(), value);
                } catch (BadValue e) {
                    problems.add(new Problem(code, e.reason()));
                }
            }
        });
        if (!problems.isEmpty()) {
            refused.put(index, problems);
        }
        return values;
    }

    private static void put(Values values, Attribute<?> attribute, Object said) {
        Kind<?> kind = attribute.kind();
        values.put(attribute, kind.parse(String.valueOf(said)));
    }

    private Map<UUID, Pair> create(Delivery delivery, List<Wanted> wanted, Map<Integer, List<Problem>> refused) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var source = delivery.source();
        var records = new ArrayList<BulkRecord>();
        var pairs = new HashMap<UUID, Pair>();
        for (var one : wanted) {
            one.values
                    .set(Relations.TYPE, one.pair.type())
                    .set(Relations.FROM, one.pair.from())
                    .set(Relations.TO, one.pair.to())
                    .set(Relations.SOURCE, source.name())
                    .set(Header.ORGANISATION, source.organisation());
            var record = BulkRecord.of(
                    null,
                    List.of(),
                    List.of(new BulkRecord.Version(
                            delivery.now(), Delivery.MACHINE, one.values, source.number(), Map.of())));
            pairs.put(record.id(), one.pair);
            records.add(record);
        }
        var result =
                bulk.write(delivery.actor(), Relations.RELATION, delivery.cause(), delivery.operation(), true, records);
        result.refused().forEach((index, problems) -> refused.put(wanted.get(index).index, problems));
        var written = new LinkedHashMap<UUID, Pair>();
        for (var it : result.written()) {
            written.put(it.id(), Objects.requireNonNull(pairs.get(it.id())));
        }
        return written;
    }

    /// Relations of one type between an item and items of one class.
    private record Section(String type, UUID item, boolean outward, String otherClass) {}

    private List<Seen> gone(Delivery delivery, Collection<Pair> told, Map<UUID, String> classes) {
        var sections = new HashSet<Section>();
        for (var pair : told) {
            sections.add(new Section(pair.type(), pair.from(), true, classes.getOrDefault(pair.to(), "")));
            sections.add(new Section(pair.type(), pair.to(), false, classes.getOrDefault(pair.from(), "")));
        }
        return queries
                .seen(delivery.source().id(), classes.keySet(), delivery.now().minus(LATELY))
                .stream()
                .filter(it -> !it.elsewhere() && it.at().isBefore(delivery.at()))
                .filter(it -> !told.contains(new Pair(it.type(), it.from(), it.to())))
                .filter(it -> sections.contains(new Section(it.type(), it.from(), true, it.toClass()))
                        || sections.contains(new Section(it.type(), it.to(), false, it.fromClass())))
                .toList();
    }

    private List<Seen> end(Delivery delivery, List<Seen> gone) {
        var ended = new HashSet<UUID>();
        for (Snapshot it : store.get(
                delivery.actor(),
                Relations.RELATION,
                gone.stream().map(Seen::id).toList())) {
            var plan = delivery.plan();
            plan.edit(it).set(Relations.VALID_TO, delivery.now());
            if (store.save(delivery.actor(), plan) instanceof Saved.Done) {
                ended.add(it.id());
            }
        }
        return gone.stream().filter(it -> ended.contains(it.id())).toList();
    }

    private List<Snapshot> retire(Delivery delivery, List<Seen> gone) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var ends = new HashSet<UUID>();
        gone.forEach(it -> {
            ends.add(it.from());
            ends.add(it.to());
        });
        var retired = new ArrayList<Snapshot>();
        for (Snapshot it :
                store.get(delivery.actor(), ConfigurationItemType.CONFIGURATION_ITEM, queries.parts(ends, ends))) {
            var plan = delivery.plan();
            plan.edit(it).set(ConfigurationItemType.STATUS, Status.RETIRED);
            if (store.save(delivery.actor(), plan) instanceof Saved.Done) {
                retired.add(it);
            }
        }
        return retired;
    }
}
