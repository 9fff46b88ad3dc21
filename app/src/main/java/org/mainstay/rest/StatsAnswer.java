package org.mainstay.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.kernel.store.StatsQuestion.Measure;
import tools.jackson.core.JsonGenerator;

/// Reads `group_by` and `measure`, and writes the groups.
final class StatsAnswer {

    private static final int GROUPS = 4;
    private static final int MOST = 10;
    private static final Pattern MEASURE =
            Pattern.compile("(avg|sum|min|max|median|p(100|\\d{1,2}))\\(([a-z0-9_.]+?)(?:\\.\\.([a-z0-9_.]+))?\\)");

    private final Asked asked;
    private final RecordStore store;

    StatsAnswer(Asked asked, RecordStore store) {
        this.asked = asked;
        this.store = store;
    }

    /// @throws BadQuery for what cannot be read
    StatsQuestion question(Actor actor, RecordType<?> type, @Nullable String groupBy, @Nullable String measure) {
        var groups = new ArrayList<Attribute<?>>();
        if (groupBy != null && !groupBy.isBlank()) {
            for (String code : groupBy.split(",", MOST + 1)) {
                var attribute = asked.attribute(actor, type, "group_by", code.strip());
                if (groups.contains(attribute)) {
                    throw new BadQuery("group_by", "rest.named_twice", code.strip());
                }
                groups.add(attribute);
            }
        }
        var measures = new ArrayList<Measure>();
        for (String one : (measure == null || measure.isBlank() ? "count" : measure).split(",", MOST + 1)) {
            var read = measure(actor, type, one.strip());
            if (measures.stream().anyMatch(it -> it.name().equals(read.name()))) {
                throw new BadQuery("measure", "rest.named_twice", read.name());
            }
            measures.add(read);
        }
        if (groups.size() > GROUPS) {
            throw new BadQuery("group_by", "rest.too_many_keys", GROUPS);
        }
        if (measures.size() > MOST) {
            throw new BadQuery("measure", "rest.too_many_keys", MOST);
        }
        return new StatsQuestion(groups, measures);
    }

    private Measure measure(Actor actor, RecordType<?> type, String text) {
        if (text.equals("count")) {
            return new Measure.Count(text);
        }
        var matcher = MEASURE.matcher(text);
        if (!matcher.matches()) {
            throw new BadQuery("measure", "rest.bad_measure", text.length() > 60 ? text.substring(0, 60) + "…" : text);
        }
        var function = matcher.group(1);
        var percent = matcher.group(2);
        double share = function.equals("median") ? 0.5 : percent == null ? 0 : Integer.parseInt(percent) / 100.0;
        boolean percentile = function.equals("median") || percent != null;
        var from = asked.attribute(actor, type, "measure", matcher.group(3));
        var until = matcher.group(4) == null ? null : asked.attribute(actor, type, "measure", matcher.group(4));
        return new Measure.Of(text, percentile ? "percentile" : function, share, from, until);
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
            var attribute = question.groups().get(i);
            json.writeName(attribute.code());
            Rendering.value(json, attribute, group.group().get(i), labels);
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
