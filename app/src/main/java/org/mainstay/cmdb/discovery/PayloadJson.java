package org.mainstay.cmdb.discovery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Payloads as JSON:
///
/// ```json
/// {"source": "SRC0000001", "partial": false, "at": "2026-03-01T04:00:00Z",
///  "items": [{"ref": "web", "class": "linux_server", "values": {"name": "web01", "memory_mb": 16384},
///             "identifiers": [{"kind": "serial", "value": "4CX77", "scope": "Dell"}]}],
///  "relations": [{"type": "depends_on", "from": "web", "to": "db", "values": {}}]}
/// ```
public final class PayloadJson {

    private PayloadJson() {}

    /// A payload, and the records of it that were refused: each with the place and what is wrong there.
    ///
    /// @param source what the payload says of who tells it; null where it does not say
    public record Reading(Payload payload, @Nullable String source, List<Remark> refused) {

        public Reading {
            refused = List.copyOf(refused);
        }
    }

    /// Reads record by record; one that is wrong is refused alone.
    ///
    /// @throws BadPayload when the whole is no JSON object of this shape, or larger than it may be
    public static Reading read(InputStream json) throws IOException {
        try (var parser = SafeJson.MAPPER.createParser(new BufferedInputStream(json))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadPayload("discovery.no_object");
            }
            var records = new PayloadRecords();
            boolean partial = false;
            @Nullable Instant at = null;
            @Nullable String source = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var key = parser.currentName();
                var value = parser.nextToken();
                switch (key) {
                    case "partial" -> partial = yes(value);
                    case "at" -> at = moment(parser, value);
                    case "source" -> source = text(parser, value);
                    case "items" -> each(parser, value, records::item);
                    case "relations" -> each(parser, value, records::relation);
                    default -> throw new BadPayload("discovery.unknown_key", Texts.cut(Texts.clean(key), 60));
                }
            }
            if (parser.nextToken() != null) {
                throw new BadPayload("discovery.no_object");
            }
            return records.done(partial, at, source);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw SafeJson.broken(e);
        }
    }

    private static boolean yes(JsonToken value) throws BadPayload {
        return switch (value) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new BadPayload("discovery.partial_is_yes_or_no");
        };
    }

    private static String text(JsonParser parser, JsonToken value) throws BadPayload {
        if (value != JsonToken.VALUE_STRING || parser.getString().length() > 200) {
            throw new BadPayload("discovery.source_is_text");
        }
        return parser.getString();
    }

    private static Instant moment(JsonParser parser, JsonToken value) throws BadPayload {
        try {
            if (value == JsonToken.VALUE_STRING) {
                return Instant.parse(parser.getString());
            }
        } catch (DateTimeParseException e) {
            throw BadPayload.within(e, new BadPayload("discovery.no_moment"));
        }
        throw new BadPayload("discovery.no_moment");
    }

    private interface Taking {

        void take(int index, JsonNode node) throws BadPayload;
    }

    private static void each(JsonParser parser, JsonToken value, Taking taking) throws BadPayload {
        if (value != JsonToken.START_ARRAY) {
            throw new BadPayload("discovery.no_list", parser.currentName());
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            taking.take(index, SafeJson.MAPPER.readTree(parser));
        }
    }

    public static byte[] write(Payload payload) {
        var root = SafeJson.MAPPER.createObjectNode();
        root.put("partial", payload.partial());
        if (payload.at() != null) {
            root.put("at", payload.at().toString());
        }
        var items = root.putArray("items");
        payload.items().forEach(it -> item(it, items));
        var relations = root.putArray("relations");
        payload.relations().forEach(it -> relation(it, relations));
        return SafeJson.MAPPER.writeValueAsBytes(root);
    }

    private static void item(Discovered item, ArrayNode into) {
        var node = into.addObject().put("ref", item.ref()).put("class", item.itemClass());
        values(item.values(), node);
        var identifiers = node.putArray("identifiers");
        for (var identifier : item.identifiers()) {
            var one = identifiers.addObject().put("kind", identifier.kind()).put("value", identifier.value());
            if (identifier.scope() != null) {
                one.put("scope", identifier.scope());
            }
        }
    }

    private static void relation(DiscoveredRelation relation, ArrayNode into) {
        var node = into.addObject()
                .put("type", relation.type())
                .put("from", relation.from())
                .put("to", relation.to());
        values(relation.values(), node);
    }

    private static void values(Map<String, Object> values, ObjectNode into) {
        var node = into.putObject("values");
        values.forEach((code, value) -> {
            switch (value) {
                case Long number -> node.put(code, number);
                case Boolean yes -> node.put(code, yes);
                case BigDecimal number -> node.put(code, number);
                default -> node.put(code, value.toString());
            }
        });
    }
}
