package org.mainstay.rest;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Records as JSON: flat attributes, references as `{"id","number","label"}`, custom fields under
/// `custom`.
public final class Rendering {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String CUSTOM = "custom.";

    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Supplier<Stream<Told>> told;

    Rendering(RecordStore store, RecordTypes types, Access access, Supplier<Stream<Told>> told) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.told = told;
    }

    /// Bytes that a writer makes; UTF-8.
    public static byte[] json(Consumer<JsonGenerator> writer) {
        var bytes = new ByteArrayOutputStream(4_096);
        try (var json = MAPPER.createGenerator(bytes)) {
            writer.accept(json);
        }
        return bytes.toByteArray();
    }

    /// One record with everything the actor may read.
    public byte[] record(Actor actor, Snapshot record) {
        return json(json -> write(json, actor, record));
    }

    public void write(JsonGenerator json, Actor actor, Snapshot record) {
        var shown = access.readable(record, actor);
        write(json, record, shown, store.labels(actor, List.of(record)), told(actor, List.of(record), shown));
    }

    /// `{"items":[…],"next":…}`, and `total` where it is given.
    ///
    /// @param fields what was asked for; empty for everything the actor may read
    public void list(
            JsonGenerator json,
            Actor actor,
            RecordType<?> type,
            List<Snapshot> items,
            @Nullable String next,
            List<Attribute<?>> fields,
            Runnable rest) {
        var shown = attributes(type, actor, fields);
        var labels = store.labels(actor, items);
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        var more = told(actor, items, shown);
        items.forEach(it -> write(json, it, shown, labels, more));
        json.writeEndArray();
        json.writeStringProperty("next", next);
        rest.run();
        json.writeEndObject();
    }

    /// One record with these attributes, as bytes.
    ///
    /// @param labels of whatever it refers to
    public byte[] record(Snapshot record, List<Attribute<?>> shown, Map<UUID, Label> labels) {
        return json(json -> write(json, record, shown, labels, Map.of()));
    }

    /// What has to be read to show these fields; everything where none is named.
    List<Attribute<?>> reads(RecordType<?> type, List<Attribute<?>> fields) {
        return fields.isEmpty()
                ? fields
                : Stream.concat(fields.stream(), told(type, fields).flatMap(it -> it.reads().stream()))
                        .distinct()
                        .toList();
    }

    private Stream<Told> told(RecordType<?> type, List<Attribute<?>> attributes) {
        return told.get()
                .filter(it -> it.type().equals(type.code()))
                .filter(it -> attributes.stream().anyMatch(one -> one.code().equals(it.attribute())));
    }

    private List<Attribute<?>> attributes(RecordType<?> given, Actor actor, List<Attribute<?>> fields) {
        var type = types.current(given);
        return fields.isEmpty() ? access.readable(type, actor) : fields;
    }

    /// By attribute, what is told of the records in place of its value.
    private Map<Attribute<?>, Map<UUID, JsonNode>> told(
            Actor actor, List<Snapshot> records, List<Attribute<?>> attributes) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var type = records.getFirst().type();
        var more = new HashMap<Attribute<?>, Map<UUID, JsonNode>>();
        told(type, attributes).forEach(it -> more.put(type.need(it.attribute()), it.of(actor, records)));
        return more;
    }

    private static void write(
            JsonGenerator json,
            Snapshot record,
            List<Attribute<?>> attributes,
            Map<UUID, Label> labels,
            Map<Attribute<?>, Map<UUID, JsonNode>> told) {
        json.writeStartObject();
        json.writeStringProperty("id", record.id().toString());
        if (!attributes.contains(Header.NUMBER)) {
            json.writeStringProperty("number", record.number());
        }
        boolean custom = false;
        for (Attribute<?> attribute : attributes) {
            if (attribute.custom()) {
                custom = true;
            } else if (told.get(attribute) instanceof Map<UUID, JsonNode> of) {
                json.writeName(attribute.code());
                json.writeTree(of.getOrDefault(record.id(), NullNode.getInstance()));
            } else if (record.get(attribute) != null || attribute.applies(record::get)) {
                json.writeName(attribute.code());
                value(json, attribute, record.get(attribute), labels);
            }
        }
        if (custom) {
            json.writeObjectPropertyStart("custom");
            for (Attribute<?> attribute : attributes) {
                if (attribute.custom()) {
                    json.writeName(attribute.code().substring(CUSTOM.length()));
                    value(json, attribute, record.get(attribute), labels);
                }
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /// One value of an attribute; null for empty.
    public static void value(
            JsonGenerator json, Attribute<?> attribute, @Nullable Object value, Map<UUID, Label> labels) {
        switch (value) {
            case null -> empty(json, attribute);
            case UUID id -> reference(json, labels.get(id));
            case Set<?> ids -> {
                json.writeStartArray();
                ids.stream()
                        .map(it -> labels.get((UUID) it))
                        .filter(it -> it != null)
                        .forEach(it -> reference(json, it));
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Long number -> json.writeNumber(number);
            case Boolean yes -> json.writeBoolean(yes);
            default -> plain(json, attribute.kind(), value);
        }
    }

    /// A set without members is an empty array, anything else null.
    private static void empty(JsonGenerator json, Attribute<?> attribute) {
        if (attribute.kind() instanceof Kind.References) {
            json.writeStartArray();
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }

    /// What is text in JSON is written as such, without a node in between: a list has thousands of them.
    @SuppressWarnings("unchecked") // the value is one of its kind
    private static <T> void plain(JsonGenerator json, Kind<T> kind, Object value) {
        switch (kind) {
            case Kind.Choice<?> _, Kind.Moment _, Kind.Day _, Kind.Span _ -> json.writeString(kind.format((T) value));
            default -> json.writeTree(kind.json((T) value));
        }
    }

    /// Null where the actor may not see it.
    public static void reference(JsonGenerator json, @Nullable Label label) {
        if (label == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("id", label.id().toString());
        json.writeStringProperty("number", label.number());
        json.writeStringProperty("label", label.label());
        json.writeEndObject();
    }

    Map<UUID, Label> labels(Actor actor, Collection<UUID> ids) {
        return store.labelsOf(actor, ids);
    }
}
