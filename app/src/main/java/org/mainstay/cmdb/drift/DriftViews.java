package org.mainstay.cmdb.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.drift.DriftLine.Standing;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes the views of drift.
final class DriftViews {

    static final int FEW = 50;
    static final int MANY = 2_000;

    private static final int DRIFTS = 10;
    private static final int LINES_OF_ITEM = 20;
    private static final int LONG = 200;
    private static final int INCIDENTS = 10;

    private final RecordStore store;
    private final DriftReading reading;
    private final Disturbances disturbances;
    private final ItemClasses classes;
    private final KnownRelationTypes relations;
    private final Show show;

    DriftViews(
            RecordStore store,
            DriftReading reading,
            Disturbances disturbances,
            ItemClasses classes,
            KnownRelationTypes relations,
            Show show) {
        this.store = store;
        this.reading = reading;
        this.disturbances = disturbances;
        this.classes = classes;
        this.relations = relations;
        this.show = show;
    }

    /// What is otherwise by a drift.
    DriftView ofDrift(Actor actor, Snapshot drift, int limit, Frame frame) {
        var href = Hrefs.record("drifts", drift);
        var subject = reading.subjectOf(actor, drift);
        var read = reading.of(actor, drift, subject, limit + 1);
        var part = part(actor, drift, subject.item(), read, limit, false, frame);
        return new DriftView(
                href,
                drift.number() + " " + drift.label(),
                read.lines().isEmpty() ? frame.say("drift.no_lines") : "",
                List.of(part),
                "");
    }

    /// What is open about an item.
    DriftView ofItem(Actor actor, String collection, Snapshot item, Frame frame) {
        var open = Filter.all(Filter.is(DriftType.ITEM, item.id()), Filter.is(DriftType.STATE, State.OPEN));
        var parts = new ArrayList<DriftView.Part>();
        var drifts =
                store.list(actor, DriftType.DRIFT, Query.of(open).limit(DRIFTS)).items();
        if (!drifts.isEmpty()) {
            var subject = reading.subject(actor, item);
            for (var drift : drifts) {
                var read = reading.of(actor, drift, subject, LINES_OF_ITEM + 1);
                parts.add(part(actor, drift, item, read, LINES_OF_ITEM, true, frame));
            }
        }
        boolean watched = classes.watched(item.need(ConfigurationItemType.CLASS));
        return new DriftView(
                Hrefs.record(collection, item),
                item.number() + " " + item.label(),
                parts.isEmpty() ? frame.say(watched ? "drift.none" : "drift.not_watched") : "",
                parts,
                "/drifts?filter=item:" + Hrefs.encoded(item.number()));
    }

    private DriftView.Part part(
            Actor actor,
            Snapshot drift,
            @Nullable Snapshot item,
            DriftReading.Read read,
            int limit,
            boolean ofItem,
            Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var some = read.lines().subList(0, Math.min(limit, read.lines().size()));
        boolean more = read.lines().size() > limit;
        var href = Hrefs.record("drifts", drift);
        return new DriftView.Part(
                ofItem
                        ? new Shown.Linked(href, drift.number(), drift.number() + " " + drift.label())
                        : new Shown.Nothing(),
                show.value(drift, DriftType.STATE, Map.of(), reader),
                ofItem || item == null
                        ? new Shown.Nothing()
                        : new Shown.Linked(
                                Hrefs.record("configuration-items", item),
                                item.number(),
                                item.number() + " " + item.label()),
                item == null ? "" : map(drift, item),
                ofItem || item == null ? List.of() : incidents(actor, item),
                lines(some, Standing.OPEN, read.labels(), reader, frame),
                lines(some, Standing.FLAPPING, read.labels(), reader, frame),
                ofItem ? List.of() : lines(some, Standing.REVERSED, read.labels(), reader, frame),
                more ? Math.max(1, drift.need(DriftType.CHANGES) - limit) : 0,
                more && limit < MANY ? href + "/lines?all=true" : "");
    }

    /// The map around the item, which compares what was before with what is after.
    private static String map(Snapshot drift, Snapshot item) {
        return Hrefs.record("configuration-items", item) + "/map?before="
                + Hrefs.encoded(drift.need(DriftType.FIRST_SEEN).minusSeconds(1).toString()) + "&as_of="
                + Hrefs.encoded(drift.need(DriftType.LAST_SEEN).plusSeconds(1).toString());
    }

    private List<Shown> incidents(Actor actor, Snapshot item) {
        return disturbances.of(actor, List.of(item.id()), null).stream()
                .limit(INCIDENTS)
                .map(Disturbances.Open::linked)
                .toList();
    }

    private List<DriftView.Line> lines(
            List<DriftReading.Line> lines,
            Standing standing,
            Map<UUID, Label> labels,
            Show.Reader reader,
            Frame frame) {
        return lines.stream()
                .filter(it -> it.line().standing() == standing)
                .map(it -> line(it, labels, reader, frame))
                .toList();
    }

    private DriftView.Line line(DriftReading.Line read, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var line = read.line();
        return new DriftView.Line(
                label(read, reader, frame),
                value(read, read.before(), labels, reader),
                value(read, read.after(), labels, reader),
                show.moment(line.firstAt(), reader),
                source(labels.get(line.source()), frame),
                read.confirmed(),
                line.times());
    }

    private String label(DriftReading.Line read, Show.Reader reader, Frame frame) {
        var line = read.line();
        if (read.attribute() != null) {
            return show.label(ConfigurationItemType.CONFIGURATION_ITEM, read.attribute(), reader);
        }
        return relations
                .find(line.code())
                .map(it -> line.outward() ? it.label(frame.locale()) : it.reverseLabel(frame.locale()))
                .orElse(line.code());
    }

    private DriftView.Value value(
            DriftReading.Line read, @Nullable Object value, Map<UUID, Label> labels, Show.Reader reader) {
        var attribute = read.attribute();
        if (attribute == null) {
            var other = Boolean.TRUE.equals(value)
                    ? show.linked(labels.get(read.line().other()))
                    : new Shown.Nothing();
            return new DriftView.Value(other, "");
        }
        var shown = show.value(ConfigurationItemType.CONFIGURATION_ITEM, attribute, value, labels, reader);
        if (shown instanceof Shown.Plain(var text) && text.length() > LONG) {
            return new DriftView.Value(new Shown.Plain(Texts.clip(text, LONG)), text);
        }
        return new DriftView.Value(shown, "");
    }

    private Shown source(@Nullable Label source, Frame frame) {
        return source == null ? new Shown.Plain(frame.say("drift.some_source")) : show.linked(source);
    }
}
