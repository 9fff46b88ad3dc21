package org.mainstay.cmdb.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.discovery.PayloadJson;
import org.mainstay.cmdb.discovery.Remark;
import org.mainstay.cmdb.reconciliation.Explanations;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;

/// What became of a payload, as JSON.
public final class PayloadAnswer {

    private final Explanations explanations;
    private final Messages messages;

    PayloadAnswer(Explanations explanations, Messages messages) {
        this.explanations = explanations;
        this.messages = messages;
    }

    /// What a problem of an item is about.
    public interface Place {

        /// A JSON pointer.
        String of(Taken taken, String attribute);
    }

    byte[] render(Report report, PayloadJson.Reading reading, boolean dry, Locale reader) {
        return render(report, reading, (_, attribute) -> Problems.pointer(attribute), dry, reader);
    }

    public byte[] render(Report report, PayloadJson.Reading reading, Place place, boolean dry, Locale reader) {
        var numbers = explanations.numbers(report.items());
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty("delivery", report.delivery().toString());
            json.writeBooleanProperty("dry_run", dry);
            json.writeNumberProperty("created", report.count(Taken.Outcome.CREATED));
            json.writeNumberProperty("updated", report.count(Taken.Outcome.UPDATED));
            json.writeNumberProperty("unchanged", report.count(Taken.Outcome.UNCHANGED));
            json.writeNumberProperty("refused", report.count(Taken.Outcome.REFUSED) + records(reading.refused()));
            json.writeNumberProperty("retired", report.retired());
            json.writeNumberProperty("milliseconds", report.milliseconds());
            json.writeArrayPropertyStart("items");
            report.items().forEach(it -> item(json, it, numbers, place, reader));
            json.writeEndArray();
            relations(json, report, reading, reader);
            json.writeArrayPropertyStart("unreadable");
            reading.refused().forEach(it -> problem(json, it.pointer(), messages.say(it.says(), reader)));
            json.writeEndArray();
            json.writeArrayPropertyStart("remarks");
            reading.payload().remarks().forEach(it -> problem(json, it.pointer(), messages.say(it.says(), reader)));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /// How many records the remarks are about: each names one by its first two segments.
    private static long records(List<Remark> refused) {
        return refused.stream()
                .map(it -> it.pointer().split("/", 4))
                .filter(it -> it.length > 2 && !it[1].equals("relations"))
                .map(it -> it[2])
                .distinct()
                .count();
    }

    private void item(JsonGenerator json, Taken taken, Map<UUID, String> numbers, Place place, Locale reader) {
        json.writeStartObject();
        json.writeStringProperty("ref", taken.said().ref());
        json.writeStringProperty("outcome", taken.outcome().name().toLowerCase(Locale.ROOT));
        if (taken.item() != null) {
            json.writeObjectPropertyStart("item");
            json.writeStringProperty("id", taken.item().toString());
            json.writeStringProperty("number", taken.number());
            json.writeStringProperty("class", taken.itemClass());
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("explanation");
        explanations.steps(taken, numbers, reader).forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        taken.problems()
                .forEach(it -> problem(json, place.of(taken, it.attribute()), messages.say(it.reason(), reader)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void problems(JsonGenerator json, List<Problem> problems, Locale reader) {
        json.writeArrayPropertyStart("problems");
        problems.forEach(it -> problem(json, Problems.pointer(it.attribute()), messages.say(it.reason(), reader)));
        json.writeEndArray();
    }

    private static void problem(JsonGenerator json, String pointer, String detail) {
        json.writeStartObject();
        json.writeStringProperty("pointer", pointer);
        json.writeStringProperty("detail", detail);
        json.writeEndObject();
    }

    private void relations(JsonGenerator json, Report report, PayloadJson.Reading reading, Locale reader) {
        json.writeObjectPropertyStart("relations");
        json.writeNumberProperty("created", report.relationsCreated());
        json.writeNumberProperty("confirmed", report.relationsConfirmed());
        json.writeNumberProperty("ended", report.relationsEnded());
        json.writeArrayPropertyStart("refused");
        report.refusedRelations().forEach((index, problems) -> {
            var said = reading.payload().relations().get(index);
            json.writeStartObject();
            json.writeStringProperty("type", said.type());
            json.writeStringProperty("from", said.from());
            json.writeStringProperty("to", said.to());
            problems(json, problems, reader);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }
}
