package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainstay.cmdb.mapping.MappingLine.End;
import org.mainstay.kernel.record.BadValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a mapping as text: a JSON list with one object on each line, so that history shows which of them
/// changed.
///
/// ```json
/// [{"from":"Serial no","to":"serial_number"},
///  {"from":"Type","to":"class","table":{"Server":"linux_server"}},
///  {"from":"Host","to":"relation","type":"runs_on","class":"server"}]
/// ```
final class MappingLines {

    static final int MOST = 250;

    private static final int MOST_ENTRIES = 2_000;
    private static final Set<String> KEYS = Set.of(
            "from",
            "to",
            "value",
            "letters",
            "split",
            "date",
            "comma",
            "skip",
            "table",
            "scope",
            "type",
            "direction",
            "class",
            "by");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MappingLines() {}

    /// @throws BadValue when it is no such list
    static List<MappingLine> read(String text) {
        JsonNode list;
        try {
            list = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadValue(
                    "mapping.lines.no_json",
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            throw new BadValue("mapping.lines.no_list", MOST);
        }
        var lines = new ArrayList<MappingLine>();
        for (int i = 0; i < list.size(); i++) {
            lines.add(line(i + 1, list.get(i)));
        }
        return lines;
    }

    private static MappingLine line(int number, JsonNode node) {
        if (!node.isObject()) {
            throw new BadValue("mapping.lines.no_line", number);
        }
        for (var key : node.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new BadValue("mapping.lines.unknown_key", number, key);
            }
        }
        var direction = text(number, node, "direction");
        if (!direction.isEmpty() && !direction.equals("from") && !direction.equals("to")) {
            throw new BadValue("mapping.lines.bad_value", number, "direction");
        }
        var letters = text(number, node, "letters");
        if (!Set.of("", "upper", "lower").contains(letters)) {
            throw new BadValue("mapping.lines.bad_value", number, "letters");
        }
        return new MappingLine(
                text(number, node, "from"),
                text(number, node, "to"),
                text(number, node, "value"),
                letters,
                text(number, node, "split"),
                text(number, node, "date"),
                node.path("comma").asBoolean(false),
                skip(number, node.path("skip")),
                table(number, node.path("table")),
                text(number, node, "scope"),
                new End(
                        text(number, node, "type"),
                        !direction.equals("to"),
                        text(number, node, "class"),
                        text(number, node, "by")));
    }

    private static String text(int number, JsonNode node, String key) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString() || value.stringValue().length() > 1_000) {
            throw new BadValue("mapping.lines.bad_value", number, key);
        }
        return key.equals("split") ? value.stringValue() : value.stringValue().strip();
    }

    private static List<String> skip(int number, JsonNode values) {
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray()
                || values.size() > MOST_ENTRIES
                || values.valueStream().anyMatch(it -> !it.isString())) {
            throw new BadValue("mapping.lines.bad_value", number, "skip");
        }
        return values.valueStream().map(it -> it.stringValue().strip()).toList();
    }

    private static Map<String, String> table(int number, JsonNode values) {
        var table = new LinkedHashMap<String, String>();
        if (values.isMissingNode() || values.isNull()) {
            return table;
        }
        if (!values.isObject() || values.size() > MOST_ENTRIES) {
            throw new BadValue("mapping.lines.bad_value", number, "table");
        }
        values.forEachEntry((from, to) -> {
            if (!to.isString()) {
                throw new BadValue("mapping.lines.bad_value", number, "table");
            }
            table.put(from.strip(), to.stringValue().strip());
        });
        return table;
    }

    static String write(List<MappingLine> lines) {
        return lines.stream()
                .map(it -> MAPPER.writeValueAsString(node(it)))
                .collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static ObjectNode node(MappingLine line) {
        var node = JsonNodeFactory.instance.objectNode();
        put(node, "from", line.from());
        put(node, "to", line.to());
        put(node, "value", line.value());
        put(node, "letters", line.letters());
        put(node, "split", line.split());
        put(node, "date", line.date());
        if (line.comma()) {
            node.put("comma", true);
        }
        if (!line.skip().isEmpty()) {
            var skip = node.putArray("skip");
            line.skip().forEach(skip::add);
        }
        if (!line.table().isEmpty()) {
            var table = node.putObject("table");
            line.table().forEach(table::put);
        }
        put(node, "scope", line.scope());
        if (line.to().equals(MappingLine.RELATION)) {
            put(node, "type", line.end().type());
            node.put("direction", line.end().outward() ? "from" : "to");
            put(node, "class", line.end().itemClass());
            put(node, "by", line.end().by());
        }
        return node;
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
