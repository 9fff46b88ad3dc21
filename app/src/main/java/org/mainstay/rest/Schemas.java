package org.mainstay.rest;

import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON schemas of record types, from their descriptors.
final class Schemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Messages messages;

    Schemas(Messages messages) {
        this.messages = messages;
    }

    ObjectNode record(RecordType<?> type) {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        properties.putObject("id").put("type", "string").put("format", "uuid").put("readOnly", true);
        var custom = NODES.objectNode().put("type", "object");
        var customProperties = custom.putObject("properties");
        for (Attribute<?> attribute : type.attributes()) {
            var described = attribute(type, attribute);
            if (attribute.custom()) {
                customProperties.set(attribute.code().substring("custom.".length()), described);
            } else {
                properties.set(attribute.code(), described);
            }
        }
        properties.set("custom", custom);
        var required = schema.putArray("required");
        required.add("id").add("number").add("version");
        return schema;
    }

    ObjectNode answers(RecordType<?> type, List<Attribute<?>> asks) {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = NODES.arrayNode();
        for (Attribute<?> ask : asks) {
            properties.set(ask.code(), attribute(type, ask));
            if (ask.has(Trait.REQUIRED)) {
                required.add(ask.code());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode attribute(RecordType<?> type, Attribute<?> attribute) {
        var schema = kind(attribute.kind());
        schema.put("description", messages.attribute(type, attribute, Locale.ENGLISH));
        if (attribute.has(Trait.READ_ONLY)) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static ObjectNode kind(Kind<?> kind) {
        var schema = NODES.objectNode();
        return switch (kind) {
            case Kind.Text(int max) -> nullable(schema, "string").put("maxLength", max);
            case Kind.Prose(int max) ->
                nullable(schema, "string").put("maxLength", max).put("contentMediaType", "text/markdown");
            case Kind.Whole(long min, long max) -> {
                nullable(schema, "integer");
                if (min != Long.MIN_VALUE) {
                    schema.put("minimum", min).put("maximum", max);
                }
                yield schema;
            }
            case Kind.Decimal _ -> nullable(schema, "number");
            case Kind.Amount _ -> reference("Money");
            case Kind.YesNo _ -> nullable(schema, "boolean");
            case Kind.Day _ -> nullable(schema, "string").put("format", "date");
            case Kind.Moment _ -> nullable(schema, "string").put("format", "date-time");
            case Kind.Span _ -> nullable(schema, "string").put("format", "duration");
            case Kind.Choice<?> choice -> {
                nullable(schema, "string");
                var options = schema.putArray("enum");
                choice.codes().forEach(options::add);
                options.addNull();
                yield schema;
            }
            case Kind.Pick(var list) -> nullable(schema, "string").put("x-list", list);
            case Kind.Reference _, Kind.TreePick _ -> reference("Reference").put("x-type", kind.target());
            case Kind.References _ -> {
                schema.put("type", "array").put("x-type", kind.target());
                schema.set("items", reference("Reference"));
                yield schema;
            }
            case Kind.Keys _ -> nullable(schema, "string");
        };
    }

    static ObjectNode nullable(ObjectNode schema, String type) {
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }
}
