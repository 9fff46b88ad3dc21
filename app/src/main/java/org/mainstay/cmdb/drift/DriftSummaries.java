package org.mainstay.cmdb.drift;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import org.mainstay.cmdb.drift.DriftLine.Standing;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.JsonNode;

/// Says in a line what is otherwise.
final class DriftSummaries {

    private static final int NAMED = 3;
    private static final int VALUE = 40;

    private final RecordTypes types;
    private final KnownRelationTypes relations;
    private final Messages messages;

    DriftSummaries(RecordTypes types, KnownRelationTypes relations, Messages messages) {
        this.types = types;
        this.relations = relations;
        this.messages = messages;
    }

    /// `web-01: Operating system version 12 → 13, Memory 32 → 64 (+2)`; empty where nothing is otherwise any more.
    Optional<String> of(Snapshot item, Collection<DriftLine> lines) {
        var live = lines.stream()
                .filter(DriftLine::live)
                .sorted((a, b) -> Boolean.compare(a.standing() == Standing.FLAPPING, b.standing() == Standing.FLAPPING))
                .toList();
        if (live.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder(Texts.clip(item.label(), 2 * VALUE)).append(": ");
        for (int i = 0; i < Math.min(NAMED, live.size()); i++) {
            var part = part(live.get(i));
            if (text.length() + part.length() > DriftType.SUMMARY_LENGTH - VALUE) {
                part = Texts.clip(part, VALUE);
            }
            text.append(i == 0 ? "" : ", ").append(part);
        }
        if (live.size() > NAMED) {
            text.append(" (+").append(live.size() - NAMED).append(')');
        }
        return Optional.of(Texts.clip(text.toString(), DriftType.SUMMARY_LENGTH - 1));
    }

    private String part(DriftLine line) {
        if (line.sort() == Sort.RELATION) {
            var key = line.after().asBoolean() ? "drift.relation.begun" : "drift.relation.ended";
            return messages.say(Locale.ENGLISH, key, relations.label(line.code(), Locale.ENGLISH));
        }
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var attribute = type.attribute(line.code()).orElse(null);
        if (attribute == null) {
            return line.code();
        }
        var label = messages.attribute(type, attribute, Locale.ENGLISH);
        return told(attribute) ? label + " " + text(line.before()) + " → " + text(line.after()) : label;
    }

    /// Whether everybody may read the values, and can.
    private static boolean told(Attribute<?> attribute) {
        return !attribute.has(Trait.SENSITIVE)
                && switch (attribute.kind()) {
                    case Kind.Reference _, Kind.TreePick _, Kind.References _ -> false;
                    default -> true;
                };
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "–";
        }
        return Texts.clip((value.isString() ? value.stringValue() : value.toString()).replaceAll("\\s+", " "), VALUE);
    }
}
