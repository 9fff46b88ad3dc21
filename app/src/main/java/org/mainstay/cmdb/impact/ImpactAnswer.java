package org.mainstay.cmdb.impact;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Difference;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Impact;
import org.mainstay.cmdb.graph.Neighbourhood;
import org.mainstay.cmdb.graph.Path;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.graph.SinglePoints;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;

/// Answers about the graph as JSON: numbers become items with their labels.
final class ImpactAnswer {

    private static final String SERVICE = "service";

    private final GraphQueries queries;
    private final LiveGraph live;
    private final ItemClasses classes;
    private final Messages messages;

    ImpactAnswer(GraphQueries queries, LiveGraph live, ItemClasses classes, Messages messages) {
        this.queries = queries;
        this.live = live;
        this.classes = classes;
        this.messages = messages;
    }

    byte[] impact(Impact impact, Direction direction, Locale reader) {
        var named = queries.named(impact.items().stream().map(Reached::item).toList());
        var services = services(impact.items(), named);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeNumberProperty("reached", impact.reached());
            json.writeBooleanProperty("truncated", impact.truncated());
            json.writeBooleanProperty("relations_known", impact.related());
            json.writeStringProperty("summary", messages.say(reader, summary(impact, direction), impact.reached()));
            byClass(json, impact.byClass());
            json.writeArrayPropertyStart("services");
            services.forEach(it -> {
                json.writeStartObject();
                name(json, it);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeNumberProperty(
                    "people",
                    queries.people(impact.items().stream().map(Reached::item).toList()));
            reached(json, impact.items(), named);
            json.writeEndObject();
        });
    }

    /// The bundle key of a sentence that says how many there are.
    static String summary(Impact impact, Direction direction) {
        if (!impact.related()) {
            return "cmdb.impact.no_relations";
        }
        boolean dependents = direction == Direction.DEPENDENTS;
        if (impact.reached() == 0) {
            return dependents ? "cmdb.impact.nothing_depends" : "cmdb.impact.depends_on_nothing";
        }
        return dependents ? "cmdb.impact.hits" : "cmdb.impact.needs";
    }

    private void byClass(JsonGenerator json, Map<Integer, Integer> counts) {
        var byCode = new TreeMap<String, Integer>();
        counts.forEach((number, count) -> byCode.put(live.itemClass(number), count));
        json.writeObjectPropertyStart("by_class");
        byCode.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private List<Named> services(List<Reached> items, Map<Integer, Named> named) {
        var within = classes.within(SERVICE);
        return items.stream()
                .map(it -> named.get(it.item()))
                .filter(it -> it != null && within.contains(it.itemClass()))
                .toList();
    }

    /// A way that leads there, or that there is none.
    byte[] path(Optional<Path> path) {
        var numbers = new HashSet<Integer>();
        path.ifPresent(it -> numbers.addAll(it.items()));
        var named = queries.named(numbers);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("found", path.isPresent());
            json.writeNumberProperty(
                    "distance", path.map(it -> it.items().size() - 1).orElse(0));
            json.writeArrayPropertyStart("items");
            path.ifPresent(it -> it.items().forEach(item -> item(json, named.get(item))));
            json.writeEndArray();
            json.writeArrayPropertyStart("relations");
            path.ifPresent(it -> it.relations().forEach(one -> relation(json, one)));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    byte[] neighbours(Neighbourhood around) {
        var named = queries.named(around.items().stream().map(Reached::item).toList());
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("truncated", around.truncated());
            reached(json, around.items(), named);
            relations(json, "relations", around.relations());
            json.writeEndObject();
        });
    }

    byte[] singlePoints(SinglePoints points) {
        var named = queries.named(points.items().stream().map(Reached::item).toList());
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeNumberProperty("count", points.count());
            json.writeBooleanProperty("truncated", points.truncated());
            reached(json, points.items(), named);
            json.writeEndObject();
        });
    }

    byte[] difference(Difference difference) {
        Set<Integer> numbers = new HashSet<>(difference.itemsAdded());
        numbers.addAll(difference.itemsRemoved());
        var named = queries.named(numbers);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("truncated", difference.truncated());
            items(json, "items_added", difference.itemsAdded(), named);
            items(json, "items_removed", difference.itemsRemoved(), named);
            relations(json, "relations_added", difference.relationsAdded());
            relations(json, "relations_removed", difference.relationsRemoved());
            json.writeEndObject();
        });
    }

    private static void items(JsonGenerator json, String name, Collection<Integer> items, Map<Integer, Named> named) {
        json.writeArrayPropertyStart(name);
        items.forEach(it -> item(json, named.get(it)));
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, @Nullable Named item) {
        if (item != null) {
            json.writeStartObject();
            name(json, item);
            json.writeStringProperty("class", item.itemClass());
            json.writeEndObject();
        }
    }

    private static void reached(JsonGenerator json, List<Reached> items, Map<Integer, Named> named) {
        json.writeArrayPropertyStart("items");
        for (var one : items) {
            var item = named.get(one.item());
            if (item != null) {
                json.writeStartObject();
                name(json, item);
                json.writeStringProperty("class", item.itemClass());
                json.writeNumberProperty("distance", one.distance());
                json.writeArrayPropertyStart("path");
                one.path().forEach(it -> json.writeString(GraphQueries.number(it)));
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void name(JsonGenerator json, Named item) {
        json.writeStringProperty("id", item.id().toString());
        json.writeStringProperty("number", item.number());
        json.writeStringProperty("label", item.label());
    }

    private void relations(JsonGenerator json, String name, List<Relation> relations) {
        json.writeArrayPropertyStart(name);
        relations.forEach(it -> relation(json, it));
        json.writeEndArray();
    }

    private void relation(JsonGenerator json, Relation relation) {
        json.writeStartObject();
        json.writeStringProperty("number", "REL%07d".formatted(relation.number()));
        json.writeStringProperty("type", live.relationType(relation.type()));
        json.writeStringProperty("from", GraphQueries.number(relation.from()));
        json.writeStringProperty("to", GraphQueries.number(relation.to()));
        json.writeEndObject();
    }
}
