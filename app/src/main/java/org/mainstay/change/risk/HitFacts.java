package org.mainstay.change.risk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.AffectedItems;
import org.mainstay.change.AffectedItems.Line;
import org.mainstay.change.AffectedItems.Origin;
import org.mainstay.cmdb.ConfigurationItem.Criticality;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// What a change hits, by the graph: items, services, and what they are worth. Redundancy is counted with: what
/// something else stands in for is not hit.
///
/// @param affected asked for when it is needed: it knows the store, which knows all rules
/// @param store likewise
record HitFacts(Supplier<AffectedItems> affected, Supplier<RecordStore> store, ItemClasses classes) {

    private static final String SERVICE = "service";
    /// Key of what is said while this node is still reading the graph.
    static final String NO_GRAPH = "risk.text.no_graph";

    private static final int NAMED = 3;

    Map<Fact, Reading> of(Actor actor, Snapshot change) {
        var found = affected.get().of(actor, change);
        var direct = found.of(Origin.DIRECT);
        var computed = found.of(Origin.COMPUTED);
        var facts = new EnumMap<Fact, Reading>(Fact.class);
        facts.put(Fact.CHANGED_ITEMS, counted("changed_items", direct.size()));
        if (direct.isEmpty()) {
            facts.put(Fact.BLAST_RADIUS, Reading.unknown(Message.of("risk.text.no_item")));
            return facts;
        }
        if (computed.isEmpty() && !found.complete()) {
            facts.put(Fact.BLAST_RADIUS, Reading.unknown(Message.of(NO_GRAPH)));
            return facts;
        }
        facts.put(Fact.BLAST_RADIUS, counted("blast_radius", computed.size()));
        var kinds = classes.within(SERVICE);
        var services = found.lines().stream()
                .filter(it -> it.origin() != Origin.EXCLUDED)
                .filter(it -> kinds.contains(it.item().itemClass()))
                .toList();
        facts.put(Fact.SERVICES, services(services));
        facts.put(Fact.CRITICALITY, criticality(actor, services));
        long alone = services.stream()
                .map(Line::through)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        facts.put(Fact.SINGLE_POINTS, counted("single_points", alone));
        return facts;
    }

    private static Reading counted(String text, long count) {
        return Reading.of(count, Message.of("risk.text." + text, count));
    }

    private static Reading services(List<Line> services) {
        if (services.isEmpty()) {
            return Reading.of(0, Message.of("risk.text.services.none"));
        }
        var names = String.join(
                ", ",
                services.stream().limit(NAMED).map(it -> it.item().label()).toList());
        return Reading.of(
                services.size(),
                services.size() > NAMED
                        ? Message.of("risk.text.services.more", services.size(), names)
                        : Message.of("risk.text.services", services.size(), names));
    }

    private Reading criticality(Actor actor, List<Line> services) {
        var ids = services.stream().map(it -> it.item().id()).toList();
        var worst = store.get().get(actor, ConfigurationItemType.CONFIGURATION_ITEM, ids).stream()
                .filter(it -> it.get(ConfigurationItemType.CRITICALITY) != null)
                .max(Comparator.comparingLong(it -> worth(it.get(ConfigurationItemType.CRITICALITY))));
        return worst.map(it -> Reading.of(
                        worth(it.get(ConfigurationItemType.CRITICALITY)),
                        Message.of(
                                "risk.text.criticality",
                                it.label(),
                                Message.of("configuration_item.criticality."
                                        + Codes.of(it.need(ConfigurationItemType.CRITICALITY))))))
                .orElseGet(() -> Reading.of(0, Message.of("risk.text.criticality.none")));
    }

    private static long worth(@Nullable Criticality criticality) {
        return switch (criticality) {
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case null -> 0;
        };
    }
}
