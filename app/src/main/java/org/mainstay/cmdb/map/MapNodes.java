package org.mainstay.cmdb.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.LiveGraph;
import org.mainstay.cmdb.map.Clusters.Place;
import org.mainstay.cmdb.map.Disturbances.Open;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes what a map draws and lists, item by item.
final class MapNodes {

    /// How classes are drawn, by the one at the top of their line; others are plain boxes.
    private static final Map<String, String> SHAPES = Map.of(
            "service", "service",
            "business_capability", "service",
            "application_component", "application",
            "business_application", "application",
            "software", "application",
            "network_device", "network",
            "network_port", "network",
            "ip_network", "network",
            "storage", "storage");

    private static final int OPEN_NAMED = 5;

    private final ItemClasses classes;
    private final KnownRelationTypes types;
    private final LiveGraph live;
    private final Show show;

    MapNodes(ItemClasses classes, KnownRelationTypes types, LiveGraph live, Show show) {
        this.classes = classes;
        this.types = types;
        this.live = live;
        this.show = show;
    }

    List<MapView.Node> of(Scene scene, Paint paint) {
        var names = new LinkedHashMap<String, String>();
        scene.clusters().places().forEach(it -> names.put(it.key(), name(scene, it)));
        var edges = edges(scene, names);
        return scene.clusters().places().stream()
                .map(it -> node(scene, it, names, edges.getOrDefault(it.key(), List.of()), paint.of(it)))
                .toList();
    }

    private String name(Scene scene, Place place) {
        var first = place.items().getFirst().item();
        return place.group()
                ? scene.frame()
                        .say(
                                "cmdb.map.group",
                                place.items().size(),
                                classes.label(place.itemClass(), scene.frame().locale()))
                : first.label();
    }

    private MapView.Node node(
            Scene scene, Place place, Map<String, String> names, List<MapView.Edge> edges, Paint.Coat coat) {
        var first = place.items().getFirst().item();
        var number = place.group() ? "" : first.number();
        var record = scene.records().get(first.id());
        var path = Hrefs.record("configuration-items", first.number());
        boolean more = !place.group()
                && place.distance() > 0
                && place.distance() >= scene.asked().depth()
                && !scene.asked().expanded().contains(number);
        return new MapView.Node(
                place.key(),
                number,
                Objects.requireNonNullElse(names.get(place.key()), ""),
                classes.label(place.itemClass(), scene.frame().locale()),
                place.group() ? "" : path,
                shape(place.itemClass()),
                record != null && !place.group() && record.get(ConfigurationItemType.STATUS) != Status.OPERATIONAL,
                place.distance(),
                coat.tone(),
                coat.word(),
                record == null || place.group() ? List.of() : lines(scene, place, record),
                place.items().stream()
                        .flatMap(it -> scene.open(it).stream())
                        .distinct()
                        .limit(OPEN_NAMED)
                        .<Shown>map(Open::linked)
                        .toList(),
                edges,
                more ? scene.href() + "/map" + scene.asked().expanding(number).query() : "",
                place.group()
                        ? scene.href() + "/map"
                                + scene.asked().opening(place.key()).query()
                        : "",
                place.group() || place.distance() == 0
                        ? ""
                        : path + "/map" + scene.asked().elsewhere().query());
    }

    private String shape(String itemClass) {
        if (itemClass.equals("database")) {
            return "storage";
        }
        var line = classes.lineage(itemClass).stream().map(ItemClass::code).toList();
        return line.isEmpty() ? "box" : SHAPES.getOrDefault(line.getLast(), "box");
    }

    private List<MapView.Line> lines(Scene scene, Place place, Snapshot record) {
        var reader = Show.Reader.of(scene.frame(), scene.actor());
        var lines = new ArrayList<MapView.Line>();
        var health = scene.health(place);
        lines.add(new MapView.Line(
                scene.frame().say("cmdb.map.colour.health"),
                new Shown.Plain(scene.frame().say("cmdb.map.health." + health.code()))));
        List<Attribute<?>> shown = List.of(
                ConfigurationItemType.STATUS,
                ConfigurationItemType.OWNER,
                ConfigurationItemType.SUPPORT_GROUP,
                ConfigurationItemType.VALID_FROM);
        for (var attribute : shown) {
            if (record.get(attribute) != null) {
                lines.add(new MapView.Line(
                        show.label(record.type(), attribute, reader),
                        show.value(record, attribute, scene.labels(), reader)));
            }
        }
        return lines;
    }

    private record Bundle(String from, String to, String type, String tone) {}

    /// Each place's, from both of its ends.
    private Map<String, List<MapView.Edge>> edges(Scene scene, Map<String, String> names) {
        var counts = new LinkedHashMap<Bundle, Integer>();
        for (var relation : scene.around().relations()) {
            var from = scene.clusters().keys().get(relation.from());
            var to = scene.clusters().keys().get(relation.to());
            if (from != null && to != null && !from.equals(to)) {
                var type = live.relationType(relation.type());
                var tone = scene.compared().toneOfRelation(relation.number());
                counts.merge(new Bundle(from, to, type, tone), 1, Integer::sum);
            }
        }
        var edges = new LinkedHashMap<String, List<MapView.Edge>>();
        counts.forEach((it, count) -> {
            edges.computeIfAbsent(it.from, _ -> new ArrayList<>()).add(edge(scene, it, names, true, count));
            edges.computeIfAbsent(it.to, _ -> new ArrayList<>()).add(edge(scene, it, names, false, count));
        });
        return edges;
    }

    private MapView.Edge edge(Scene scene, Bundle bundle, Map<String, String> names, boolean from, int count) {
        var other = from ? bundle.to : bundle.from;
        return new MapView.Edge(
                other, names.getOrDefault(other, ""), way(scene, bundle.type, from), from, count, bundle.tone);
    }

    private String way(Scene scene, String type, boolean from) {
        var locale = scene.frame().locale();
        return types.find(type)
                .map(it -> from ? it.label(locale) : it.reverseLabel(locale))
                .orElse(type);
    }

    /// A relation in a sentence's place: from, what it does, to.
    String told(Scene scene, Relation relation) {
        return "%s %s %s"
                .formatted(
                        label(scene, relation.from()),
                        way(scene, live.relationType(relation.type()), true),
                        label(scene, relation.to()));
    }

    private static String label(Scene scene, int item) {
        var near = scene.around().items().get(item);
        return near == null ? GraphQueries.number(item) : near.item().label();
    }
}
