package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mainstay.cmdb.discovery.Unreadable;
import org.mainstay.transfer.BadFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// JSON of strangers, record by record: no deeper and no longer than it may be, and each record small enough to hold.
final class RecordJson {

    static final int DEEPEST = 60;

    /// Of one record.
    static final int MOST_VALUES = 20_000;

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .maxStringLength(MOST_CHARACTERS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private int values;
    private long characters;

    private RecordJson(JsonParser parser) {
        this.parser = parser;
    }

    /// The value at which the parser stands, whole.
    static JsonNode value(JsonParser parser) throws BadFile {
        return new RecordJson(parser).value();
    }

    private JsonNode value() throws BadFile {
        if (++values > MOST_VALUES) {
            throw new BadFile("mapping.file.large_record", MOST_VALUES);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = NODES.objectNode();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value());
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value());
                }
                yield array;
            }
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> {
                // numbers too, as they were written
                var text = parser.getString();
                characters += text.length();
                if (characters > MOST_CHARACTERS) {
                    throw new BadFile("mapping.file.large_record", MOST_VALUES);
                }
                yield NODES.stringNode(text);
            }
        };
    }

    static BadFile broken(JacksonException met) throws IOException {
        if (met instanceof JacksonIOException within) {
            throw within.getCause();
        }
        return new BadFile(Unreadable.json(met, DEEPEST));
    }

    /// The segments of a JSON pointer.
    static List<String> segments(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(it -> it.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// What a record says at a place.
    static List<String> texts(JsonNode record, List<String> segments) {
        var found = new ArrayList<String>();
        collect(record, segments, 0, found);
        return found;
    }

    private static void collect(JsonNode node, List<String> segments, int depth, List<String> found) {
        if (depth == segments.size()) {
            switch (node.getNodeType()) {
                case STRING -> found.add(node.stringValue());
                case BOOLEAN -> found.add(String.valueOf(node.booleanValue()));
                case ARRAY -> node.forEach(it -> collect(it, segments, depth, found));
                default -> {}
            }
            return;
        }
        var segment = segments.get(depth);
        if (segment.equals("*")) {
            node.forEach(it -> collect(it, segments, depth + 1, found));
        } else if (node.isObject() && node.has(segment)) {
            collect(node.path(segment), segments, depth + 1, found);
        } else if (node.isArray() && segment.matches("\\d{1,5}")) {
            collect(node.path(Integer.parseInt(segment)), segments, depth + 1, found);
        }
    }
}
