package org.mainstay.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;

/// The form of a tile: everything is chosen but for titles and the filter. A measure is put together from what
/// is done and to what.
final class TileForms {

    private static final String FUNCTION = "function";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String FURTHER = "further";
    private static final List<String> FUNCTIONS = List.of("count", "avg", "median", "p90", "sum", "min", "max");
    private static final Pattern MEASURE = Pattern.compile("([a-z0-9]+)\\(([a-z0-9_.]+?)(?:\\.\\.([a-z0-9_.]+))?\\)");

    private final RecordTypes types;
    private final Access access;

    TileForms(RecordTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    /// What the form of a new tile says.
    static Map<String, String> fresh() {
        return Map.of("shape", "number", "width", "small", "collection", "incidents", "most", "10", FUNCTION, "count");
    }

    /// What the form says of a tile that is there.
    static Map<String, String> typed(Snapshot tile) {
        var typed = new LinkedHashMap<String, String>();
        for (Attribute<?> attribute : tile.type().attributes()) {
            put(typed, attribute, tile);
        }
        var measures = tile.need(TileType.MEASURE).split(",", 2);
        var matcher = MEASURE.matcher(measures[0].strip());
        typed.put(FUNCTION, matcher.matches() ? matcher.group(1) : "count");
        typed.put(FROM, matcher.matches() ? matcher.group(2) : "");
        typed.put(UNTIL, matcher.matches() && matcher.group(3) != null ? matcher.group(3) : "");
        typed.put(FURTHER, measures.length == 2 ? measures[1].strip() : "");
        return typed;
    }

    private static <T> void put(Map<String, String> typed, Attribute<T> attribute, Snapshot tile) {
        var value = tile.get(attribute);
        if (value != null && !(value instanceof UUID)) {
            typed.put(attribute.code(), attribute.kind().format(value));
        }
    }

    /// What is saved of what the form says.
    static Map<String, String> values(Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        for (Attribute<?> attribute : List.of(
                TileType.TITLE,
                TileType.TITLE_DE,
                TileType.SHAPE,
                TileType.WIDTH,
                TileType.COLLECTION,
                TileType.FILTER,
                TileType.GROUP_BY,
                TileType.MOMENT,
                TileType.AGAINST,
                TileType.DAYS,
                TileType.STRETCH,
                TileType.MOST)) {
            if (typed.containsKey(attribute.code())) {
                values.put(attribute.code(), typed.get(attribute.code()).strip());
            }
        }
        values.put(TileType.COMPARE.code(), typed.getOrDefault(TileType.COMPARE.code(), "false"));
        values.put(TileType.MEASURE.code(), measure(typed));
        return values;
    }

    private static String measure(Map<String, String> typed) {
        var function = typed.getOrDefault(FUNCTION, "count");
        var until = typed.getOrDefault(UNTIL, "");
        var measure = function.equals("count")
                ? function
                : function + "(" + typed.getOrDefault(FROM, "") + (until.isEmpty() ? "" : ".." + until) + ")";
        var further = typed.getOrDefault(FURTHER, "").strip();
        return further.isEmpty() ? measure : measure + "," + further;
    }

    /// The tile that would be saved, for a preview; what cannot be read is left out.
    static Tile tile(Map<String, String> typed) {
        var read = new LinkedHashMap<String, Object>();
        var values = values(typed);
        for (Attribute<?> attribute : TileType.TILE.attributes()) {
            var text = values.getOrDefault(attribute.code(), "");
            if (!text.isEmpty()) {
                try {
                    read.put(attribute.code(), attribute.kind().parse(text));
                } catch (BadValue e) {
                    // said when it is saved
                    continue;
                }
            }
        }
        read.putIfAbsent(TileType.DASHBOARD.code(), Plan.newId());
        read.putIfAbsent(TileType.TITLE.code(), "…");
        read.putIfAbsent(TileType.SHAPE.code(), Tile.Shape.NUMBER);
        read.putIfAbsent(TileType.WIDTH.code(), Tile.Width.SMALL);
        read.putIfAbsent(TileType.COLLECTION.code(), "");
        read.putIfAbsent(TileType.MOST.code(), 10L);
        return Tile.of(new Snapshot(TileType.TILE, Plan.newId(), read, true));
    }

    List<FormView.Input> inputs(Map<String, String> typed, List<Problem> problems, Actor actor, Frame frame) {
        var filling = new Filling(typed, problems, frame);
        var type = types.byCollection(typed.getOrDefault("collection", ""))
                .map(it -> types.current(it.type()))
                .orElse(null);
        var inputs = new ArrayList<FormView.Input>();
        inputs.add(filling.text("title", true));
        inputs.add(filling.text("title_de", false));
        inputs.add(filling.select("shape", true, choices("shape", Codes.all(Tile.Shape.class), frame)));
        inputs.add(filling.select("width", true, choices("width", Codes.all(Tile.Width.class), frame)));
        inputs.add(filling.select("collection", true, collections(actor, frame)));
        inputs.add(filling.text("filter", false));
        if (type == null) {
            return inputs;
        }
        inputs.add(filling.select(FUNCTION, true, choices(FUNCTION, FUNCTIONS, frame)));
        inputs.add(filling.select(FROM, false, attributes(type, actor, frame, TileForms::measured)));
        inputs.add(filling.select(UNTIL, false, attributes(type, actor, frame, TileForms::moment)));
        inputs.add(filling.text(FURTHER, false));
        inputs.add(filling.select("group_by", false, attributes(type, actor, frame, TileForms::groups)));
        inputs.add(filling.select("moment", false, attributes(type, actor, frame, TileForms::moment)));
        inputs.add(filling.input("days", "number", false, Map.of()));
        inputs.add(filling.input("compare", "yes_no", false, Map.of()));
        inputs.add(filling.select("stretch", false, choices("stretch", List.of("day", "week", "month"), frame)));
        inputs.add(filling.select("against", false, attributes(type, actor, frame, TileForms::moment)));
        inputs.add(filling.input("most", "number", true, Map.of()));
        return inputs;
    }

    private static Map<String, String> choices(String attribute, List<String> codes, Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        codes.forEach(it -> choices.put(it, frame.say("tile." + attribute + "." + it)));
        return choices;
    }

    private Map<String, String> collections(Actor actor, Frame frame) {
        var collections = new LinkedHashMap<String, String>();
        for (String collection : types.collections()) {
            var type = types.byCollection(collection).orElseThrow().type();
            if (!access.visible(type, actor).equals(Filter.NOTHING)) {
                var own = frame.messages().find("collection." + collection + ".plural", frame.locale());
                collections.put(collection, own == null ? frame.say(type.code() + ".plural") : own);
            }
        }
        return collections;
    }

    private Map<String, String> attributes(
            RecordType<?> type, Actor actor, Frame frame, Predicate<Attribute<?>> which) {
        var attributes = new LinkedHashMap<String, String>();
        access.readable(type, actor).stream()
                .filter(which)
                .filter(it -> it != Header.VERSION)
                .forEach(it -> attributes.put(it.code(), TileWords.name(type, it, frame)));
        return attributes;
    }

    private static boolean moment(Attribute<?> attribute) {
        return attribute.kind() instanceof Kind.Moment && stored(attribute);
    }

    private static boolean measured(Attribute<?> attribute) {
        return switch (attribute.kind()) {
            case Kind.Whole _, Kind.Decimal _, Kind.Span _, Kind.Moment _ -> stored(attribute);
            default -> false;
        };
    }

    private static boolean groups(Attribute<?> attribute) {
        return switch (attribute.kind()) {
            case Kind.Prose _, Kind.References _, Kind.Keys _, Kind.Amount _, Kind.Moment _ -> false;
            default -> stored(attribute);
        };
    }

    private static boolean stored(Attribute<?> attribute) {
        return !(attribute.source() instanceof Attribute.Source.Computed);
    }

    /// What the inputs say and what is wrong with it.
    private record Filling(Map<String, String> typed, List<Problem> problems, Frame frame) {

        FormView.Input text(String name, boolean required) {
            return input(name, "text", required, Map.of());
        }

        FormView.Input select(String name, boolean required, Map<String, String> options) {
            return input(name, "select", required, options);
        }

        FormView.Input input(String name, String kind, boolean required, Map<String, String> choices) {
            var value = typed.getOrDefault(name, "");
            var hint = frame.messages().find("tile." + name + ".hint", frame.locale());
            return new FormView.Input(
                    name,
                    frame.say("tile." + name),
                    kind,
                    value,
                    required,
                    name.equals("filter"),
                    choices.entrySet().stream()
                            .map(it -> new FormView.Option(
                                    it.getKey(), it.getValue(), it.getKey().equals(value)))
                            .toList(),
                    "",
                    hint == null ? "" : hint,
                    "",
                    error(name));
        }

        private String error(String name) {
            var attribute = name.equals(FUNCTION) ? TileType.MEASURE.code() : name;
            return String.join(
                    " ",
                    problems.stream()
                            .filter(it -> it.attribute().equals(attribute))
                            .map(it -> frame.messages().say(it.reason(), frame.locale()))
                            .toList());
        }
    }
}
