package org.mainstay.rest;

import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON schemas of record types, from their descriptors: as they are answered and as they are written.
final class Schemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CUSTOM = "custom.";

    private final Messages messages;
    private final List<Told> told;

    Schemas(Messages messages, List<Told> told) {
        this.messages = messages;
        this.told = told;
    }

    /// As it is answered. Attributes that the caller may not read, or did not ask for, are absent.
    ObjectNode record(RecordType<?> type) {
        var schema = NODES.objectNode().put("type", "object");
        schema.putArray("required").add("id").add("number");
        var properties = schema.putObject("properties");
        properties.putObject("id").put("type", "string").put("format", "uuid");
        var custom = NODES.objectNode();
        for (Attribute<?> attribute : type.attributes()) {
            var described = answered(type, attribute);
            describe(described, type, attribute);
            (attribute.custom() ? custom : properties).set(key(attribute), described);
        }
        if (!custom.isEmpty()) {
            properties.putObject("custom").put("type", "object").set("properties", custom);
        }
        return schema;
    }

    /// As it is created and edited: what may be written.
    ObjectNode input(RecordType<?> type) {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        if (type.prefix() == null && !type.coded()) {
            properties
                    .putObject("number")
                    .put("type", "string")
                    .put("pattern", "^[a-z0-9][a-z0-9._:@-]{0,79}$")
                    .put("description", "Its code; given when it is created.");
        }
        var custom = NODES.objectNode();
        for (Attribute<?> attribute : type.attributes()) {
            if (!attribute.has(Trait.READ_ONLY) && attribute != Header.NUMBER) {
                var described = written(attribute.kind());
                describe(described, type, attribute);
                (attribute.custom() ? custom : properties).set(key(attribute), described);
            }
        }
        if (!custom.isEmpty()) {
            properties.putObject("custom").put("type", "object").set("properties", custom);
        }
        return schema.put("additionalProperties", false);
    }

    /// What an action asks for.
    ObjectNode asks(RecordType<?> type, List<Attribute<?>> asks) {
        var schema = NODES.objectNode().put("type", "object");
        var required = NODES.arrayNode();
        var properties = NODES.objectNode();
        for (Attribute<?> ask : asks) {
            var described = written(ask.kind());
            properties.set(ask.code(), described.put("description", messages.attribute(type, ask, Locale.ENGLISH)));
            if (ask.has(Trait.REQUIRED)) {
                required.add(ask.code());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        return schema.put("additionalProperties", false);
    }

    private static String key(Attribute<?> attribute) {
        return attribute.custom() ? attribute.code().substring(CUSTOM.length()) : attribute.code();
    }

    private void describe(ObjectNode schema, RecordType<?> type, Attribute<?> attribute) {
        var text = new StringBuilder(messages.attribute(type, attribute, Locale.ENGLISH));
        text.append(attribute.has(Trait.REQUIRED) ? "; never empty" : "");
        text.append(preset(attribute));
        text.append(attribute.has(Trait.SET_ONCE) ? "; set when it is created" : "");
        text.append(attribute.has(Trait.SENSITIVE) ? "; readable with a permission of its own" : "");
        schema.put("description", text.toString());
    }

    private static <T> String preset(Attribute<T> attribute) {
        var value = attribute.preset();
        return value == null ? "" : "; at first " + attribute.kind().format(value);
    }

    private ObjectNode answered(RecordType<?> type, Attribute<?> attribute) {
        return told.stream()
                .filter(it -> it.type().equals(type.code()) && it.attribute().equals(attribute.code()))
                .findFirst()
                .map(it -> reference(it.schema()))
                .orElseGet(() -> answered(attribute.kind()));
    }

    private static ObjectNode answered(Kind<?> kind) {
        return switch (kind) {
            case Kind.Reference _, Kind.TreePick _ -> reference("Reference").put("x-type", kind.target());
            case Kind.References _ -> {
                var schema = NODES.objectNode().put("type", "array").put("x-type", kind.target());
                schema.set("items", reference("Mentioned"));
                yield schema;
            }
            default -> plain(kind);
        };
    }

    private static ObjectNode written(Kind<?> kind) {
        return switch (kind) {
            case Kind.Reference _, Kind.TreePick _ ->
                reference("ReferenceInput").put("x-type", kind.target());
            case Kind.References _ -> {
                var schema = nullable("array").put("x-type", kind.target()).put("maxItems", 1_000);
                schema.set("items", reference("ReferenceInput"));
                yield schema;
            }
            case Kind.Span _ -> {
                var schema = NODES.objectNode();
                schema.putArray("type").add("string").add("integer").add("null");
                yield schema.put("format", "duration");
            }
            default -> plain(kind);
        };
    }

    private static ObjectNode plain(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text(int max) -> nullable("string").put("maxLength", max);
            case Kind.Prose(int max) ->
                nullable("string").put("maxLength", max).put("contentMediaType", "text/markdown");
            case Kind.Whole(long min, long max) -> {
                var schema = nullable("integer");
                yield min == Long.MIN_VALUE
                        ? schema
                        : schema.put("minimum", min).put("maximum", max);
            }
            case Kind.Decimal _ -> nullable("number");
            case Kind.Amount _ -> reference("Money");
            case Kind.YesNo _ -> nullable("boolean");
            case Kind.Day _ -> nullable("string").put("format", "date");
            case Kind.Moment _ -> nullable("string").put("format", "date-time");
            case Kind.Span _ -> nullable("string").put("format", "duration");
            case Kind.Choice<?> choice -> {
                var schema = nullable("string");
                var options = schema.putArray("enum");
                choice.codes().forEach(options::add);
                options.addNull();
                yield schema;
            }
            case Kind.Pick(var list) -> nullable("string").put("x-list", list);
            case Kind.Keys _ -> nullable("string");
            case Kind.Reference _, Kind.TreePick _, Kind.References _ ->
                throw new IllegalArgumentException("references have their own forms");
        };
    }

    private static ObjectNode nullable(String type) {
        var schema = NODES.objectNode();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    static ObjectNode reference(String schema) {
        return pointer("schemas", schema);
    }

    static ObjectNode pointer(String group, String name) {
        return NODES.objectNode().put("$ref", "#/components/" + group + "/" + name);
    }
}
