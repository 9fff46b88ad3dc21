package org.mainstay.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.map.ChangeMarks;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.cmdb.map.ItemChange;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.conversation.RecordLink;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import tools.jackson.databind.JsonNode;

/// Makes the view of what may have caused an incident.
final class WhatChangedViews {

    private static final int OTHERS = 5;

    private final RecordStore store;
    private final RecordTypes types;
    private final WhatChanged whatChanged;
    private final KnownRelationTypes relationTypes;
    private final Show show;

    WhatChangedViews(
            RecordStore store,
            RecordTypes types,
            WhatChanged whatChanged,
            KnownRelationTypes relationTypes,
            Show show) {
        this.store = store;
        this.types = types;
        this.whatChanged = whatChanged;
        this.relationTypes = relationTypes;
        this.show = show;
    }

    WhatChangedView of(Actor actor, Snapshot incident, String error, Frame frame) {
        var items = whatChanged.items(actor, incident);
        var others = items.isEmpty() ? List.<Disturbances.Open>of() : whatChanged.others(actor, incident);
        var changes = whatChanged.before(actor, incident);
        var lines = changes.map(it -> lines(actor, incident, it, frame)).orElse(List.of());
        String sentence = "";
        if (items.isEmpty()) {
            sentence = frame.say("incident.what_changed.no_item");
        } else if (changes.isEmpty()) {
            sentence = frame.say("cmdb.graph.loading");
        } else if (lines.isEmpty()) {
            sentence = frame.say("incident.what_changed.nothing", WhatChanged.WITHIN.toHours(), WhatChanged.HOPS);
        }
        return new WhatChangedView(
                Hrefs.record("incidents", incident),
                incident.number() + " " + incident.label(),
                items.stream().map(it -> map(it)).toList(),
                others.stream().limit(OTHERS).map(Disturbances.Open::linked).toList(),
                Math.max(0, others.size() - OTHERS),
                sentence,
                lines,
                error);
    }

    private static Shown map(Snapshot item) {
        return new Shown.Linked(
                Hrefs.record("configuration-items", item) + "/map?colour=incidents", item.number(), item.label());
    }

    private List<WhatChangedView.Line> lines(Actor actor, Snapshot incident, List<ItemChange> changes, Frame frame) {
        var ids = new HashSet<UUID>();
        changes.forEach(it -> {
            ids.add(it.entry().by());
            values(it)
                    .values()
                    .forEach(both -> both.forEach(value -> {
                        if (value instanceof UUID id) {
                            ids.add(id);
                        }
                    }));
        });
        var labels = store.labelsOf(actor, ids);
        var causes = new HashMap<UUID, RecordLink>();
        whatChanged.causes(actor, incident).forEach(it -> causes.put(it.to().id(), it));
        var drift = whatChanged.drift(actor, changes);
        return changes.stream()
                .map(it -> line(actor, it, labels, causes, drift, frame))
                .toList();
    }

    private WhatChangedView.Line line(
            Actor actor,
            ItemChange change,
            Map<UUID, Label> labels,
            Map<UUID, RecordLink> causes,
            Map<ChangeMarks.Key, Label> drift,
            Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var entry = change.entry();
        var who = labels.get(entry.by());
        var target = whatChanged.marked(actor, change);
        var link = target.map(causes::get).orElse(null);
        boolean there = target.filter(entry.record()::equals).isPresent();
        return new WhatChangedView.Line(
                what(change, there, frame),
                frame.say("incident.what_changed.done." + done(change)),
                who == null ? frame.say("web.somebody") : who.label(),
                show.moment(entry.at(), reader),
                span(change.before(), frame),
                frame.say("incident.what_changed.near", change.distance()),
                change.path().stream()
                        .filter(_ -> change.distance() > 0)
                        .<Shown>map(it -> new Shown.Linked(
                                Hrefs.record("configuration-items", it.number()), it.number(), it.label()))
                        .toList(),
                done(change).equals("created") ? List.of() : changed(change, labels, reader),
                there ? Hrefs.record(type(change).collection(), number(change)) + "/history" : "",
                entry.record() + "." + entry.version(),
                show.linked(drift.get(ChangeMarks.Key.of(entry))),
                target.isPresent(),
                link == null ? "" : link.id().toString());
    }

    private static RecordType<?> type(ItemChange change) {
        return change.relation() == null ? ConfigurationItemType.CONFIGURATION_ITEM : Relations.RELATION;
    }

    private static String number(ItemChange change) {
        var relation = change.relation();
        return relation == null ? change.item().number() : relation.number();
    }

    private Shown what(ItemChange change, boolean there, Frame frame) {
        var label = label(change, frame);
        return there
                ? new Shown.Linked(Hrefs.record(type(change).collection(), number(change)), number(change), label)
                : new Shown.Plain(label);
    }

    /// What it is called: the item, or what the relation says.
    String label(ItemChange change, Frame frame) {
        var relation = change.relation();
        if (relation == null) {
            return change.item().label();
        }
        return "%s %s %s"
                .formatted(
                        relation.fromLabel(), relationTypes.label(relation.type(), frame.locale()), relation.toLabel());
    }

    String moment(ItemChange change, Actor actor, Frame frame) {
        return show.moment(change.entry().at(), Show.Reader.of(frame, actor)).exact();
    }

    /// A code for what was done: `created`, `changed`, `ended`, `deleted` or `restored`.
    static String done(ItemChange change) {
        var entry = change.entry();
        return switch (entry.kind()) {
            case "delete" -> "deleted";
            case "restore" -> "restored";
            default -> {
                if (entry.version() == 1) {
                    yield "created";
                }
                var changes = entry.changes();
                var end = changes == null ? null : changes.get(Relations.VALID_TO.code());
                yield end != null && !end.get(1).isNull() ? "ended" : "changed";
            }
        };
    }

    private List<RecordView.Line> changed(ItemChange change, Map<UUID, Label> labels, Show.Reader reader) {
        var type = types.current(type(change));
        var lines = new ArrayList<RecordView.Line>();
        values(change).forEach((attribute, both) -> {
            boolean lengthy = attribute.kind() instanceof Kind.Prose;
            lines.add(new RecordView.Line(
                    show.label(type, attribute, reader),
                    lengthy ? new Shown.Nothing() : show.value(type, attribute, both.getFirst(), labels, reader),
                    lengthy ? new Shown.Plain("…") : show.value(type, attribute, both.getLast(), labels, reader),
                    ""));
        });
        return lines;
    }

    /// What each attribute was and is.
    private Map<Attribute<?>, List<@Nullable Object>> values(ItemChange change) {
        var values = new HashMap<Attribute<?>, List<@Nullable Object>>();
        var changes = change.entry().changes();
        if (changes != null && change.entry().kind().equals("save")) {
            var type = types.current(type(change));
            changes.forEachEntry((code, both) -> type.attribute(code).ifPresent(it -> {
                var pair = new ArrayList<@Nullable Object>();
                pair.add(value(it, both.get(0)));
                pair.add(value(it, both.get(1)));
                values.put(it, pair);
            }));
        }
        return values;
    }

    private static @Nullable Object value(Attribute<?> attribute, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return attribute.kind().fromJson(value);
        } catch (BadValue e) {
            return value.toString(); // of another kind than the attribute has today
        }
    }

    private static String span(Duration before, Frame frame) {
        return before.toHours() > 0
                ? frame.say("incident.what_changed.hours", before.toHours())
                : frame.say("incident.what_changed.minutes", before.toMinutes());
    }
}
