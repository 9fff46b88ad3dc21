package org.mainstay.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import tools.jackson.core.JsonGenerator;

/// Writes the groups of statistics.
final class StatsAnswer {

    private final RecordStore store;

    StatsAnswer(RecordStore store) {
        this.store = store;
    }

    byte[] render(Actor actor, StatsQuestion question, List<Stats.Group> groups) {
        var ids = new HashSet<UUID>();
        groups.forEach(group -> group.group().forEach(it -> {
            if (it instanceof UUID id) {
                ids.add(id);
            }
        }));
        var labels = store.labelsOf(actor, ids);
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            groups.forEach(it -> group(json, question, it, labels));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    private static void group(JsonGenerator json, StatsQuestion question, Stats.Group group, Map<UUID, Label> labels) {
        json.writeStartObject();
        json.writeObjectPropertyStart("group");
        for (int i = 0; i < question.groups().size(); i++) {
            var grouping = question.groups().get(i);
            var value = group.group().get(i);
            json.writeName(grouping.name());
            if (value instanceof LocalDate day) {
                json.writeString(day.toString());
            } else {
                Rendering.value(json, grouping.attribute(), value, labels);
            }
        }
        json.writeEndObject();
        for (int i = 0; i < question.measures().size(); i++) {
            var value = group.measures().get(i);
            json.writeName(question.measures().get(i).name());
            switch (value) {
                case null -> json.writeNull();
                case Long count -> json.writeNumber(count);
                case BigDecimal number ->
                    json.writeNumber(number.stripTrailingZeros().toPlainString());
                default -> json.writeString(value.toString());
            }
        }
        json.writeEndObject();
    }
}
