package org.mainstay.cmdb.map;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.impact.TypedMoment;
import org.mainstay.cmdb.map.MapQueries.Related;
import org.mainstay.cmdb.map.Surroundings.Near;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// When something changed on a map, and what differs between two moments.
final class MapTimes {

    /// So many days back the slider reaches.
    static final int DAYS = (int) GraphQueries.KEPT.toDays() - 1;

    private final Impacts impacts;
    private final MapQueries queries;
    private final Histories histories;
    private final MapNodes nodes;
    private final Show show;
    private final Clock clock;

    MapTimes(Impacts impacts, MapQueries queries, Histories histories, MapNodes nodes, Show show, Clock clock) {
        this.impacts = impacts;
        this.queries = queries;
        this.histories = histories;
        this.nodes = nodes;
        this.show = show;
        this.clock = clock;
    }

    /// @param before the earlier moment
    /// @param after the later one
    Compared compared(Actor actor, Snapshot item, int depth, Instant before, Instant after, Collection<Near> around) {
        if (before.isBefore(impacts.kept())) {
            throw new BadQuery("before", "cmdb.graph.too_long_ago", GraphQueries.KEPT.toDays());
        }
        var difference = impacts.difference(actor, item, depth, ItemMaps.MOST, before, after);
        Set<Integer> added = new HashSet<>();
        Set<Integer> removed = new HashSet<>();
        difference.ifPresent(it -> {
            added.addAll(it.itemsAdded());
            removed.addAll(it.itemsRemoved());
        });
        var both = new LinkedHashMap<UUID, Integer>();
        around.forEach(it -> {
            int digits = it.item().digits();
            if (!added.contains(digits) && !removed.contains(digits)) {
                both.put(it.item().id(), digits);
            }
        });
        var changed = new LinkedHashMap<Integer, List<Entry>>();
        for (var entry : queries.entries(both.keySet(), before, after)) {
            readable(actor, entry)
                    .ifPresent(it -> changed.computeIfAbsent(
                                    Objects.requireNonNull(both.get(it.record())), _ -> new ArrayList<>())
                            .add(it));
        }
        return new Compared(
                added,
                removed,
                changed,
                Compared.byNumber(difference.map(it -> it.relationsAdded()).orElse(List.of())),
                Compared.byNumber(difference.map(it -> it.relationsRemoved()).orElse(List.of())));
    }

    private Optional<Entry> readable(Actor actor, Entry entry) {
        return histories.readable(actor, ConfigurationItemType.CONFIGURATION_ITEM, entry, Set.of());
    }

    MapView.Time of(Scene scene) {
        var today = today(scene.actor());
        return new MapView.Time(DAYS, day(scene.actor(), scene.at()), marks(scene, today), changes(scene));
    }

    /// The slider alone, where there is nothing to show.
    MapView.Time of(Actor actor, @Nullable Instant at) {
        return new MapView.Time(DAYS, day(actor, at), List.of(), List.of());
    }

    private LocalDate today(Actor actor) {
        return clock.instant().atZone(actor.zone()).toLocalDate();
    }

    /// How many days before now, as far as the slider reaches.
    private int day(Actor actor, @Nullable Instant at) {
        return at == null
                ? 0
                : (int) Math.clamp(
                        ChronoUnit.DAYS.between(at.atZone(actor.zone()).toLocalDate(), today(actor)), 0, DAYS);
    }

    private List<MapView.Mark> marks(Scene scene, LocalDate today) {
        var since = clock.instant().minus(GraphQueries.KEPT);
        var records = new HashSet<UUID>();
        scene.around().items().values().forEach(it -> records.add(it.item().id()));
        queries.relations(records, since, ItemOrganisations.seen(scene.actor())).stream()
                .map(Related::id)
                .forEach(records::add);
        var reader = Show.Reader.of(scene.frame(), scene.actor());
        var type = ConfigurationItemType.CONFIGURATION_ITEM;
        var marks = new ArrayList<MapView.Mark>();
        queries.days(records, since, scene.actor().zone()).forEach((date, count) -> {
            int day = (int) ChronoUnit.DAYS.between(date, today);
            if (day >= 0 && day <= DAYS) {
                var end = date.atTime(LocalTime.of(23, 59)).atZone(scene.actor().zone());
                var moment = day == 0 ? "" : TypedMoment.written(end.toInstant(), scene.actor());
                marks.add(new MapView.Mark(
                        day,
                        show.value(type, ConfigurationItemType.VALID_FROM, date, Map.of(), reader),
                        count,
                        moment,
                        scene.href() + "/map" + scene.asked().at(moment).query()));
            }
        });
        return marks;
    }

    private List<MapView.Change> changes(Scene scene) {
        var compared = scene.compared();
        var changes = new ArrayList<MapView.Change>();
        scene.around().items().forEach((digits, near) -> {
            var tone = compared.tone(digits);
            if (!tone.equals(Compared.SAME)) {
                var item = near.item();
                changes.add(change(
                        scene,
                        tone,
                        new Shown.Linked(
                                Hrefs.record("configuration-items", item.number()), item.number(), item.label()),
                        attributes(scene, compared.changed().get(digits))));
            }
        });
        relations(scene, Compared.ADDED, compared.relationsAdded().values(), changes);
        relations(scene, Compared.REMOVED, compared.relationsRemoved().values(), changes);
        return changes;
    }

    private void relations(Scene scene, String tone, Collection<Relation> relations, List<MapView.Change> changes) {
        relations.forEach(it -> changes.add(change(
                scene,
                tone,
                new Shown.Plain(nodes.told(scene, it)),
                scene.frame().say("relation"))));
    }

    private static MapView.Change change(Scene scene, String tone, Shown item, String what) {
        return new MapView.Change(tone, scene.frame().say("cmdb.map.difference." + tone), item, what);
    }

    /// Which attributes were changed.
    private String attributes(Scene scene, @Nullable List<Entry> entries) {
        if (entries == null) {
            return "";
        }
        var reader = Show.Reader.of(scene.frame(), scene.actor());
        var labels = new TreeSet<String>();
        for (var entry : entries) {
            if (entry.changes() != null) {
                entry.changes()
                        .propertyNames()
                        .forEach(code -> ConfigurationItemType.CONFIGURATION_ITEM
                                .attribute(code)
                                .ifPresent(it ->
                                        labels.add(show.label(ConfigurationItemType.CONFIGURATION_ITEM, it, reader))));
            }
        }
        return String.join(", ", labels);
    }
}
