package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.reconciliation.KnownItems.Held;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Some things of a delivery, taken together in one transaction: read, told from others, settled, written.
final class ItemBatch {

    /// Deliveries that may be about the same thing wait for each other; what hashes apart does not.
    private static final int BUCKETS = 1_024;

    private final Delivery delivery;
    private final Readings readings;
    private final ReconciliationQueries queries;
    private final Settlement settlement;
    private final Merging merging;
    private final ItemWriter writer;
    private final Map<UUID, Thing> things = new LinkedHashMap<>();
    private final KnownItems known = new KnownItems();

    ItemBatch(
            Delivery delivery,
            Readings readings,
            ReconciliationQueries queries,
            Settlement settlement,
            Merging merging,
            ItemWriter writer) {
        this.delivery = delivery;
        this.readings = readings;
        this.queries = queries;
        this.settlement = settlement;
        this.merging = merging;
        this.writer = writer;
    }

    private record Told(
            Reading reading,
            Identification.Found found,
            @Nullable UUID item) {}

    /// @param refs the items that earlier things of the delivery are
    /// @return in the order given
    List<Taken> take(RecordType<?> type, List<Discovered> said, Map<String, UUID> refs) {
        var read =
                said.stream().map(it -> readings.read(delivery, type, it, refs)).toList();
        var claims = claims(read);
        // other deliveries of the same things are waited for
        if (!claims.isEmpty()) {
            queries.lock(claims.stream().map(ItemBatch::bucket).distinct().toList());
            learn(claims);
        }
        var told = read.stream().map(this::tell).toList();
        var outcomes = settle();
        return told.stream().map(it -> taken(it, outcomes)).toList();
    }

    /// The items that things are which were taken before. Nothing waits for it, and nothing is written.
    ///
    /// @return in the order given
    List<Taken> find(RecordType<?> type, List<Discovered> said) {
        var read = said.stream()
                .map(it -> readings.read(delivery, type, it, Map.of()))
                .toList();
        var claims = claims(read);
        if (!claims.isEmpty()) {
            learn(claims);
        }
        var found = read.stream()
                .map(it -> {
                    var one = identified(it);
                    return new Told(it, one, it.refused() ? null : one.item());
                })
                .toList();
        var numbers = queries.numbers(found.stream()
                .flatMap(it -> Stream.ofNullable(it.item))
                .distinct()
                .toList());
        return found.stream().map(it -> found(it, numbers)).toList();
    }

    private static Taken found(Told told, Map<UUID, String> numbers) {
        var reading = told.reading;
        return new Taken(
                reading.said(),
                told.item == null ? Taken.Outcome.REFUSED : Taken.Outcome.UNCHANGED,
                told.item,
                told.item == null ? "" : numbers.getOrDefault(told.item, ""),
                reading.said().itemClass(),
                told.found.steps(),
                reading.problems());
    }

    private Identification.Found identified(Reading reading) {
        return new Identification(reading.order(), known).find(reading.claims());
    }

    /// The item itself, or the one that it became part of.
    UUID now(UUID item) {
        return known.now(item);
    }

    private static Set<Claim> claims(List<Reading> read) {
        var claims = new LinkedHashSet<Claim>();
        for (var reading : read) {
            if (!reading.refused()) {
                claims.addAll(reading.claims());
            }
        }
        return claims;
    }

    /// Looks up who holds the identifiers.
    private void learn(Set<Claim> claims) {
        var both = new ArrayList<>(claims);
        claims.forEach(it -> new Identifier(it.kind(), it.value(), null)
                .swapped()
                .ifPresent(swapped -> both.add(it.valued(swapped.value()))));
        var source = delivery.source();
        var held = new HashSet<>(queries.held(both, source.organisation(), source.id()));
        held.forEach(known::add);
        queries.identifiers(held.stream().map(Held::item).distinct().toList())
                .forEach((item, all) -> all.forEach(
                        it -> known.single(item, it.claim().kind(), it.claim().value())));
    }

    private static int bucket(Claim claim) {
        boolean inParent = claim.kind().equals(Identifier.NAME_IN_PARENT);
        return Math.floorMod(
                inParent ? Objects.hash(claim.kind(), claim.scope()) : Objects.hash(claim.kind(), claim.value()),
                BUCKETS);
    }

    private Told tell(Reading reading) {
        var found = identified(reading);
        if (reading.refused()) {
            return new Told(reading, found, null);
        }
        var item = found.item();
        var thing = item == null
                ? things.computeIfAbsent(Plan.newId(), it -> new Thing(it, true))
                : things.computeIfAbsent(item, it -> new Thing(it, false));
        thing.readings.add(reading);
        for (var other : found.same()) {
            thing = same(thing, other);
        }
        claim(thing, reading);
        return new Told(reading, found, thing.id);
    }

    private void claim(Thing thing, Reading reading) {
        for (var claim : reading.claims()) {
            boolean taken = known.holders(claim).stream()
                    .anyMatch(it -> it.active() && !it.item().equals(thing.id));
            if (!taken) {
                thing.claims.add(claim);
                known.add(new Held(claim, thing.id, true));
            }
        }
    }

    /// Two items turned out to be one thing: they become one where people had a hand in one of them at most.
    ///
    /// @return the thing that is left
    private Thing same(Thing thing, UUID otherId) {
        var other = things.get(otherId);
        if (thing.created || (other != null && other.created)) {
            var created = thing.created ? thing : Objects.requireNonNull(other);
            var stays = thing.created ? things.computeIfAbsent(otherId, it -> new Thing(it, false)) : thing;
            things.remove(created.id);
            stays.absorb(created);
            known.merge(stays.id, created.id);
            return stays;
        }
        boolean hands = queries.touched(thing.id);
        boolean otherHands = queries.touched(otherId);
        if (hands && otherHands) {
            merging.propose(delivery, thing.id, otherId);
            return thing;
        }
        boolean staysHere = hands || (!otherHands && thing.id.compareTo(otherId) < 0);
        var survivor = staysHere ? thing.id : otherId;
        var duplicate = staysHere ? otherId : thing.id;
        if (!merging.merge(delivery, survivor, duplicate)) {
            merging.propose(delivery, thing.id, otherId);
            return thing;
        }
        known.merge(survivor, duplicate);
        var gone = things.remove(duplicate);
        var stays = things.computeIfAbsent(survivor, it -> new Thing(it, false));
        if (gone != null) {
            stays.absorb(gone);
        }
        return stays;
    }

    private Map<UUID, ItemWriter.Outcome> settle() {
        var there = things.values().stream()
                .filter(it -> !it.created)
                .map(it -> it.id)
                .toList();
        queries.hold(there);
        for (Snapshot it : writer.load(delivery, there)) {
            Objects.requireNonNull(things.get(it.id())).before = it;
        }
        return writer.write(delivery, settlement.settle(delivery, things.values()));
    }

    private Taken taken(Told told, Map<UUID, ItemWriter.Outcome> outcomes) {
        var reading = told.reading;
        var item = told.item == null ? null : known.now(told.item);
        var outcome = item == null ? null : outcomes.get(item);
        if (item == null || outcome == null || outcome.refused()) {
            var problems = new ArrayList<Problem>(reading.problems());
            if (outcome != null) {
                problems.addAll(outcome.problems());
            }
            return new Taken(
                    reading.said(),
                    Taken.Outcome.REFUSED,
                    null,
                    "",
                    reading.said().itemClass(),
                    told.found.steps(),
                    problems);
        }
        return new Taken(
                reading.said(),
                outcome.outcome(),
                item,
                outcome.number(),
                outcome.itemClass(),
                told.found.steps(),
                reading.problems());
    }
}
