package org.mainstay.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.Label;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;

/// Evidence in JSON: `{"id","kind","record","comment","attachment","version","address","note","hidden","by","at"}`.
final class EvidenceAnswer {

    private EvidenceAnswer() {}

    static void write(JsonGenerator json, List<Exhibit> exhibits) {
        json.writeStartArray();
        exhibits.forEach(it -> write(json, it));
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Exhibit exhibit) {
        var evidence = exhibit.evidence();
        var source = evidence.source();
        boolean told = !exhibit.hidden();
        json.writeStartObject();
        json.writeStringProperty("id", evidence.id().toString());
        json.writeStringProperty("kind", Codes.of(source.sort()));
        json.writeName("record");
        Rendering.reference(json, exhibit.record());
        text(json, "comment", told ? source.comment() : null);
        text(json, "attachment", told ? source.attachment() : null);
        json.writeName("version");
        if (told && source.version() != null) {
            json.writeNumber(source.version());
        } else {
            json.writeNull();
        }
        text(json, "address", source.address());
        text(json, "note", told ? evidence.note() : null);
        json.writeBooleanProperty("hidden", exhibit.hidden());
        json.writeName("by");
        Label by = exhibit.by();
        Rendering.reference(json, by);
        json.writeStringProperty("at", evidence.at().toString());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeStringProperty(name, value == null ? null : value.toString());
    }
}
