package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.reconciliation.KnownItems.Held;
import org.mainstay.cmdb.reconciliation.Precedence.Voice;
import org.mainstay.cmdb.reconciliation.ReconciliationQueries.Past;
import org.mainstay.cmdb.reconciliation.ReconciliationQueries.Place;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.databind.JsonNode;

/// Decides what things are after a delivery: their class, and of each attribute whose word is believed.
final class Settlement {

    /// What every other class says more about.
    static final String UNKNOWN = "unknown_device";

    private final ReconciliationQueries queries;
    private final Precedence precedence;
    private final ItemClasses classes;
    private final RecordTypes types;
    private final Classification classification;

    Settlement(
            ReconciliationQueries queries,
            Precedence precedence,
            ItemClasses classes,
            RecordTypes types,
            Classification classification) {
        this.queries = queries;
        this.precedence = precedence;
        this.classes = classes;
        this.types = types;
        this.classification = classification;
    }

    /// @param values that differ from what the item has
    /// @param proposedClass what the source takes it for where only people can decide; else null
    record Settled(
            Thing thing,
            Sighting sighting,
            List<Past> past,
            String itemClass,
            Values values,
            List<Held> claims,
            @Nullable String proposedClass) {}

    /// @param of what sources say, the delivery included
    private record Begun(
            Thing thing,
            Sighting sighting,
            List<Past> past,
            Case of,
            Values values,
            @Nullable String proposedClass) {}

    List<Settled> settle(Delivery delivery, Collection<Thing> things) {
        var ids = things.stream().filter(it -> !it.created).map(it -> it.id).toList();
        var sightings = queries.sightings(ids);
        var pinned = queries.pinned(ids, delivery.now());
        var begun = things.stream()
                .map(it -> begin(
                        delivery, it, sightings.getOrDefault(it.id, List.of()), pinned.getOrDefault(it.id, Set.of())))
                .toList();
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var believed = values(type, begun.stream().map(Begun::of).toList(), delivery.now());
        return begun.stream()
                .map(it -> settled(type, it, believed.getOrDefault(it.thing.id, new Values())))
                .toList();
    }

    private Begun begin(Delivery delivery, Thing thing, List<Sighting> before, Set<String> pinned) {
        var past = new ArrayList<Past>();
        var own = before.stream()
                .filter(it -> it.source().equals(delivery.source().id()))
                .findFirst()
                .orElse(null);
        var sighting = thing.sighting(delivery, own, past);
        var all = new ArrayList<>(before);
        all.remove(own);
        all.add(sighting);
        var values = new Values();
        @Nullable String proposed = null;
        var itemClass = sighting.itemClass();
        if (thing.before != null) {
            var now = thing.before.need(ConfigurationItemType.CLASS);
            if (narrower(now, itemClass)) {
                values.set(ConfigurationItemType.CLASS, itemClass);
            } else {
                proposed = narrower(itemClass, now) || itemClass.equals(now) ? null : itemClass;
                itemClass = now;
            }
            seen(thing.before, values);
        } else {
            values.set(ConfigurationItemType.CLASS, itemClass);
            values.set(Header.ORGANISATION, delivery.source().organisation());
        }
        var of = new Case(thing.before, thing.id, itemClass, all, pinned);
        return new Begun(thing, sighting, past, of, values, proposed);
    }

    private Settled settled(RecordType<?> type, Begun begun, Values believed) {
        var thing = begun.thing;
        var values = begun.values;
        believed.all().forEach(values::put);
        var itemClass = begun.of.itemClass;
        var known =
                itemClass.equals(UNKNOWN) ? classification.of(after(type, thing, values)) : Optional.<String>empty();
        itemClass = known.orElse(itemClass);
        var changed = known.isEmpty() ? values : of(itemClass, values);
        var claims =
                thing.claims.stream().map(it -> new Held(it, thing.id, true)).toList();
        return new Settled(thing, begun.sighting, begun.past, itemClass, changed, claims, begun.proposedClass);
    }

    /// The values as far as items of the class have them.
    private static Values of(String itemClass, Values values) {
        var kept = new Values().set(ConfigurationItemType.CLASS, itemClass);
        values.all().forEach((attribute, value) -> {
            if (attribute != ConfigurationItemType.CLASS && attribute.applies(_ -> itemClass)) {
                kept.put(attribute, value);
            }
        });
        return kept;
    }

    private static Snapshot after(RecordType<?> type, Thing thing, Values values) {
        var all = new HashMap<String, Object>(thing.before == null ? Map.of() : thing.before.values());
        values.all().forEach((attribute, value) -> {
            if (value != null) {
                all.put(attribute.code(), value);
            }
        });
        return new Snapshot(type, thing.id, all, true);
    }

    /// Whether the second class says more about a thing than the first.
    private boolean narrower(String one, String other) {
        return !one.equals(other)
                && !other.equals(UNKNOWN)
                && (one.equals(UNKNOWN) || classes.within(one).contains(other));
    }

    /// What a source or a staleness policy had declared gone is there again; what people retired stays so. Nobody needs
    /// to be asked about it any more.
    private void seen(Snapshot item, Values values) {
        if (item.need(ConfigurationItemType.STATUS) == Status.RETIRED) {
            if (item.get(ConfigurationItemType.MERGED_INTO) != null || queries.retiredByPeople(item.id())) {
                return;
            }
            values.set(ConfigurationItemType.STATUS, Status.OPERATIONAL);
        }
        if (item.get(ConfigurationItemType.ASKED_AT) != null) {
            values.set(ConfigurationItemType.ASKED_AT, null);
        }
    }

    /// An item and what sources say of it.
    ///
    /// @param item null where it is new
    record Case(@Nullable Snapshot item, UUID id, String itemClass, List<Sighting> sightings, Set<String> pinned) {

        private Map<String, List<Voice>> voices() {
            var voices = new LinkedHashMap<String, List<Voice>>();
            for (var sighting : sightings) {
                sighting.observed()
                        .forEach((code, it) -> voices.computeIfAbsent(code, _ -> new ArrayList<>())
                                .add(new Voice(sighting.source(), it.value(), it.at())));
            }
            return voices;
        }
    }

    /// That the source which is believed says something else than the item has.
    private record Dispute(Case of, Attribute<?> attribute, JsonNode now, JsonNode best, List<Voice> said) {

        Place place() {
            return new Place(of.id, attribute.code());
        }
    }

    /// The values that are believed and differ from what the items have, by item.
    Map<UUID, Values> values(RecordType<?> type, List<Case> cases, Instant moment) {
        var all = new HashMap<UUID, Values>();
        var disputes = new ArrayList<Dispute>();
        for (var one : cases) {
            var values = new Values();
            all.put(one.id, values);
            one.voices().forEach((code, said) -> {
                var attribute = ObservedValues.attribute(type, one.itemClass, code);
                if (attribute.isPresent() && !one.pinned.contains(code)) {
                    var best = believed(one.itemClass, code, said, moment);
                    var now = one.item == null ? null : json(attribute.get(), one.item);
                    if (now == null) {
                        put(values, attribute.get(), best);
                    } else if (!Observation.same(now, best)) {
                        disputes.add(new Dispute(one, attribute.get(), now, best, said));
                    }
                }
            });
        }
        var entered = queries.entered(disputes.stream().map(Dispute::place).toList());
        for (var it : disputes) {
            var believed = believed(it, entered.get(it.place()), moment);
            if (!Observation.same(it.now, believed)) {
                put(all.computeIfAbsent(it.of.id, _ -> new Values()), it.attribute, believed);
            }
        }
        return all;
    }

    private static void put(Values values, Attribute<?> attribute, JsonNode value) {
        values.put(attribute, attribute.kind().fromJson(value));
    }

    /// @param entered when people said what the item has; null where they did not
    private JsonNode believed(Dispute dispute, @Nullable Instant entered, Instant moment) {
        if (entered == null) {
            return dispute.best;
        }
        var all = new ArrayList<>(dispute.said);
        all.add(new Voice(null, dispute.now, entered));
        return believed(dispute.of.itemClass, dispute.attribute.code(), all, moment);
    }

    private JsonNode believed(String itemClass, String code, List<Voice> said, Instant moment) {
        return precedence.believed(itemClass, code, said, moment).orElseThrow().value();
    }

    /// The value in the JSON form of its kind; null where there is none.
    static <T> @Nullable JsonNode json(Attribute<T> attribute, Snapshot item) {
        var value = item.get(attribute);
        return value == null ? null : attribute.kind().json(value);
    }
}
