package org.mainstay.rest;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// History as JSON, with today's labels.
final class HistoryAnswer {

    private static final int PAGE = 1_000;

    private final RecordStore store;
    private final Histories histories;
    private final Messages messages;

    HistoryAnswer(RecordStore store, Histories histories, Messages messages) {
        this.store = store;
        this.histories = histories;
        this.messages = messages;
    }

    byte[] render(Actor actor, RecordType<?> type, Histories.History history) {
        var labels = store.labelsOf(actor, Ids.of(type, history.items()));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            history.items().forEach(it -> entry(json, type, it, labels));
            json.writeEndArray();
            json.writeStringProperty("next", history.next());
            json.writeEndObject();
        });
    }

    private static void entry(JsonGenerator json, RecordType<?> type, Entry entry, Map<UUID, Label> labels) {
        json.writeStartObject();
        json.writeNumberProperty("version", entry.version());
        json.writeStringProperty("kind", entry.kind());
        json.writeStringProperty("at", entry.at().toString());
        json.writeStringProperty("recorded_at", entry.recordedAt().toString());
        json.writeName("by");
        Rendering.reference(json, labels.get(entry.by()));
        json.writeObjectPropertyStart("cause");
        json.writeStringProperty("kind", entry.causeKind());
        json.writeStringProperty("name", entry.causeName());
        json.writeStringProperty("id", entry.causeId());
        json.writeEndObject();
        json.writeStringProperty("operation", entry.operation().toString());
        json.writeName("changes");
        if (entry.changes() == null) {
            json.writeNull();
        } else if (entry.kind().equals("save")) {
            json.writeStartObject();
            entry.changes().forEachEntry((code, change) -> change(json, type, code, change, labels));
            json.writeEndObject();
        } else {
            json.writeTree(entry.changes());
        }
        json.writeEndObject();
    }

    private static void change(
            JsonGenerator json, RecordType<?> type, String code, JsonNode change, Map<UUID, Label> labels) {
        json.writeArrayPropertyStart(code);
        var attribute = type.attribute(code).orElse(null);
        for (JsonNode value : change) {
            if (attribute == null || attribute.kind().target() == null || value.isNull()) {
                json.writeTree(value);
            } else {
                referred(json, attribute, value, labels);
            }
        }
        json.writeEndArray();
    }

    private static void referred(JsonGenerator json, Attribute<?> attribute, JsonNode value, Map<UUID, Label> labels) {
        try {
            Rendering.value(json, attribute, attribute.kind().fromJson(value), labels);
        } catch (BadValue e) {
            json.writeTree(value); // of another kind than the attribute has today
        }
    }

    /// `{"items":[{"attribute","at","by","cause","reason","rule"}],"next":null}`
    byte[] why(Actor actor, Snapshot record, Locale reader) {
        var entries = histories.of(actor, record, PAGE, null).items();
        var labels = store.labelsOf(actor, Ids.of(record.type(), entries));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (Attribute<?> attribute : record.type().attributes()) {
                entries.reversed().stream()
                        .filter(it -> it.kind().equals("save")
                                && it.changes() != null
                                && it.changes().has(attribute.code()))
                        .findFirst()
                        .ifPresent(it -> why(json, attribute, it, labels, reader));
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    private void why(JsonGenerator json, Attribute<?> attribute, Entry entry, Map<UUID, Label> labels, Locale reader) {
        var reason = entry.reasons() == null ? null : entry.reasons().get(attribute.code());
        json.writeStartObject();
        json.writeStringProperty("attribute", attribute.code());
        json.writeStringProperty("at", entry.at().toString());
        json.writeName("by");
        Rendering.reference(json, labels.get(entry.by()));
        json.writeStringProperty("cause", entry.causeName());
        json.writeStringProperty("reason", reason == null ? null : say(reason, reader));
        json.writeStringProperty(
                "rule",
                reason == null || !reason.has("record")
                        ? null
                        : reason.get("record").stringValue());
        json.writeEndObject();
    }

    private String say(JsonNode reason, Locale reader) {
        var arguments =
                reason.get("arguments").valueStream().map(JsonNode::asString).toArray();
        return messages.say(reader, reason.get("key").stringValue(), arguments);
    }
}
