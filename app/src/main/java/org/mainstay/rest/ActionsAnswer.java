package org.mainstay.rest;

import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.text.Messages;
import tools.jackson.core.JsonGenerator;

/// The actions of a record as JSON: what can be done now, why the rest cannot, and what each asks for.
final class ActionsAnswer {

    private final Messages messages;

    ActionsAnswer(Messages messages) {
        this.messages = messages;
    }

    byte[] render(RecordType<?> type, List<Acts.Possible> possible, Locale reader) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            possible.forEach(it -> action(json, type, it, reader));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    private void action(JsonGenerator json, RecordType<?> type, Acts.Possible possible, Locale reader) {
        var action = possible.action();
        var decision = possible.decision();
        json.writeStartObject();
        json.writeStringProperty("name", action.name());
        json.writeStringProperty("label", messages.say(reader, type.code() + ".action." + action.name()));
        json.writeBooleanProperty("allowed", decision.yes());
        json.writeStringProperty("reason", decision.yes() ? null : messages.say(decision.reason(), reader));
        json.writeArrayPropertyStart("asks");
        action.asks().forEach(it -> ask(json, type, it, reader));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void ask(JsonGenerator json, RecordType<?> type, Attribute<?> ask, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("name", ask.code());
        json.writeStringProperty("label", messages.attribute(type, ask, reader));
        json.writeStringProperty("kind", ask.kind().code());
        json.writeBooleanProperty("required", ask.has(Trait.REQUIRED));
        switch (ask.kind()) {
            case Kind.Choice<?> choice -> {
                json.writeArrayPropertyStart("options");
                choice.codes().forEach(json::writeString);
                json.writeEndArray();
            }
            case Kind.Pick(var list) -> json.writeStringProperty("list", list);
            default -> {
                if (ask.kind().target() != null) {
                    json.writeStringProperty("type", ask.kind().target());
                }
            }
        }
        json.writeEndObject();
    }
}
