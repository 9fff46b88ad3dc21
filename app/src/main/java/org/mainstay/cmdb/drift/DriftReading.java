package org.mainstay.cmdb.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import org.mainstay.cmdb.reconciliation.Provenance;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.databind.JsonNode;

/// The lines of a drift as somebody may read them: not the attributes of the item that they may not read, and no
/// relations to what they do not see.
final class DriftReading {

    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Provenance provenance;
    private final DriftQueries queries;

    DriftReading(RecordStore store, RecordTypes types, Access access, Provenance provenance, DriftQueries queries) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.provenance = provenance;
        this.queries = queries;
    }

    /// @param attribute null for a relation
    /// @param before null where there was none, or where it is no value of the attribute any more
    /// @param confirmed how often a source said so since without saying otherwise; 0 where nobody does now
    record Line(
            DriftLine line,
            @Nullable Attribute<?> attribute,
            @Nullable Object before,
            @Nullable Object after,
            long confirmed) {}

    /// The item that drift is about, and what sources say of it now.
    ///
    /// @param item null where it is gone
    record Subject(@Nullable Snapshot item, Map<String, Provenance.Word> confirmations) {}

    /// @param labels of the other items, of sources and of what values refer to
    record Read(List<Line> lines, Map<UUID, Label> labels) {}

    /// @param item as the actor sees it
    Subject subject(Actor actor, Snapshot item) {
        var words = new HashMap<String, Provenance.Word>();
        for (var line : provenance.now(actor, item)) {
            var word = line.confirmation();
            if (word != null) {
                words.put(line.attribute().code(), word);
            }
        }
        return new Subject(item, words);
    }

    /// @param drift as the actor sees it
    Subject subjectOf(Actor actor, Snapshot drift) {
        return store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, drift.need(DriftType.ITEM))
                .map(it -> subject(actor, it))
                .orElseGet(() -> new Subject(null, Map.of()));
    }

    /// @param drift as the actor sees it
    /// @param limit so many lines are looked at
    Read of(Actor actor, Snapshot drift, Subject subject, int limit) {
        var kept = queries.lines(drift.id(), limit);
        var others = new HashSet<UUID>();
        var told = new HashSet<UUID>();
        kept.forEach(it -> {
            told.add(it.source());
            if (it.other() != null) {
                others.add(it.other());
            }
        });
        var labels = new HashMap<UUID, Label>();
        if (!others.isEmpty()) {
            labels.putAll(store.labelsOfVisible(actor, others));
        }
        var lines = new ArrayList<Line>();
        for (var line : kept) {
            if (line.sort() == Sort.RELATION ? labels.containsKey(line.other()) : readable(actor, line, subject.item)) {
                lines.add(read(line, subject.confirmations));
            }
        }
        lines.forEach(it -> {
            for (var value : new Object[] {it.before, it.after}) {
                if (value instanceof UUID id) {
                    told.add(id);
                }
            }
        });
        labels.putAll(store.labelsOf(actor, told));
        return new Read(lines, labels);
    }

    private boolean readable(Actor actor, DriftLine line, @Nullable Snapshot item) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var attribute = type.attribute(line.code()).orElse(null);
        if (attribute == null) {
            return false;
        }
        return item == null ? access.reads(type, attribute, actor) : access.reads(type, attribute, actor, item);
    }

    private Line read(DriftLine line, Map<String, Provenance.Word> confirmations) {
        if (line.sort() == Sort.RELATION) {
            return new Line(line, null, line.before().asBoolean(), line.after().asBoolean(), 0);
        }
        var attribute = types.current(ConfigurationItemType.CONFIGURATION_ITEM).need(line.code());
        var word = confirmations.get(line.code());
        return new Line(
                line,
                attribute,
                value(attribute, line.before()),
                value(attribute, line.after()),
                word != null && DriftLine.same(word.value(), line.after()) ? word.times() : 0);
    }

    private static @Nullable Object value(Attribute<?> attribute, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        try {
            return attribute.kind().fromJson(value);
        } catch (BadValue e) {
            return value.toString(); // of another kind than the attribute has today
        }
    }
}
