package org.mainstay.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Knows what a change hits: the items it is done to, and what depends on them by the graph as it is now.
public final class AffectedItems {

    /// So many are told of one change.
    public static final int MOST = 1_000;

    private final RecordStore store;
    private final Dependencies dependencies;

    AffectedItems(RecordStore store, Dependencies dependencies) {
        this.store = store;
        this.dependencies = dependencies;
    }

    public enum Origin {
        /// The change is done to it.
        DIRECT,
        /// It depends on such an item, over any number of others.
        COMPUTED,
        /// Somebody said that it is not affected.
        EXCLUDED
    }

    /// @param through the item of the change that it depends on; null for those themselves
    /// @param distance in relations from that item
    /// @param said what somebody said about it; null where only the graph speaks
    public record Line(
            Dependencies.Named item,
            Origin origin,
            Dependencies.@Nullable Named through,
            int distance,
            @Nullable Snapshot said) {}

    /// @param lines direct ones first, then by distance, then what is excluded
    /// @param complete whether all are told: not, where they are too many or this node still reads the graph
    public record Affected(List<Line> lines, boolean complete) {

        public Set<UUID> of(Origin origin) {
            var ids = new LinkedHashSet<UUID>();
            lines.stream().filter(it -> it.origin == origin).forEach(it -> ids.add(it.item.id()));
            return ids;
        }
    }

    /// As the actor sees them.
    public Affected of(Actor actor, Snapshot change) {
        var said = new LinkedHashMap<UUID, Snapshot>();
        store.list(
                        actor,
                        AffectedItemType.AFFECTED_ITEM,
                        Query.of(Filter.is(AffectedItemType.CHANGE, change.id()))
                                .limit(MOST))
                .items()
                .forEach(it -> said.put(it.need(AffectedItemType.ITEM), it));
        var direct = direct(change, said);
        var items = new LinkedHashMap<UUID, Snapshot>();
        var known = new LinkedHashSet<>(direct);
        known.addAll(said.keySet());
        store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, known).forEach(it -> items.put(it.id(), it));
        var lines = new LinkedHashMap<UUID, Line>();
        for (UUID id : direct) {
            var item = items.get(id);
            if (item != null) {
                lines.put(id, new Line(named(item), Origin.DIRECT, null, 0, said.get(id)));
            }
        }
        boolean complete = computed(actor, direct, items, said, lines);
        said.forEach((id, it) -> {
            var item = items.get(id);
            if (item != null && excluded(it)) {
                lines.put(id, new Line(named(item), Origin.EXCLUDED, null, 0, it));
            }
        });
        var sorted = new ArrayList<>(lines.values());
        sorted.sort((a, b) ->
                a.origin != b.origin ? a.origin.compareTo(b.origin) : Integer.compare(a.distance, b.distance));
        return new Affected(sorted.subList(0, Math.min(sorted.size(), MOST)), complete && sorted.size() <= MOST);
    }

    private boolean computed(
            Actor actor, Set<UUID> direct, Map<UUID, Snapshot> items, Map<UUID, Snapshot> said, Map<UUID, Line> lines) {
        var changed = direct.stream().map(items::get).filter(Objects::nonNull).toList();
        var hits = dependencies.hitBy(actor, changed, MOST);
        for (var item : changed) {
            for (var hit : hits.byItem().getOrDefault(item.id(), List.of())) {
                var before = lines.get(hit.item().id());
                var spoken = said.get(hit.item().id());
                boolean nearer =
                        before == null || (before.origin == Origin.COMPUTED && hit.distance() < before.distance);
                if (nearer && (spoken == null || !excluded(spoken))) {
                    lines.put(
                            hit.item().id(),
                            new Line(hit.item(), Origin.COMPUTED, named(item), hit.distance(), spoken));
                }
            }
        }
        return hits.complete();
    }

    /// What the change is done to: its main item, its service where it names no other, and what somebody added.
    private static Set<UUID> direct(Snapshot change, Map<UUID, Snapshot> said) {
        var direct = new LinkedHashSet<UUID>();
        var main = change.get(ChangeType.CONFIGURATION_ITEM);
        var service = change.get(ChangeType.SERVICE);
        if (main != null) {
            direct.add(main);
        }
        said.forEach((id, it) -> {
            if (!excluded(it)) {
                direct.add(id);
            }
        });
        if (direct.isEmpty() && service != null) {
            direct.add(service);
        }
        return direct;
    }

    private static boolean excluded(Snapshot said) {
        return Boolean.TRUE.equals(said.get(AffectedItemType.EXCLUDED));
    }

    private static Dependencies.Named named(Snapshot item) {
        return new Dependencies.Named(item.id(), item.number(), item.label(), item.need(ConfigurationItemType.CLASS));
    }
}
