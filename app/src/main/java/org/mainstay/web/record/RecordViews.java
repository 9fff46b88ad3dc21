package org.mainstay.web.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Panel;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;
import org.mainstay.web.TimelineView;

/// Makes the view of a record: attributes, timeline, possible actions.
final class RecordViews {

    static final int ENTRIES = 50;
    private static final int CHANGES = 200;

    private final RecordStore store;
    private final Access access;
    private final Acts acts;
    private final Timelines timelines;
    private final Mentions mentions;
    private final Messages messages;
    private final Fields fields;
    private final List<Panel> panels;
    private final TimelineViews entries;

    RecordViews(
            RecordStore store,
            Access access,
            Acts acts,
            Timelines timelines,
            Mentions mentions,
            Messages messages,
            Fields fields,
            TimelineViews entries,
            List<Panel> panels) {
        this.store = store;
        this.access = access;
        this.acts = acts;
        this.timelines = timelines;
        this.mentions = mentions;
        this.messages = messages;
        this.fields = fields;
        this.entries = entries;
        this.panels =
                panels.stream().sorted(Comparator.comparingInt(Panel::rank)).toList();
    }

    /// What a page is asked for besides the record.
    ///
    /// @param before where its timeline goes on; null for the newest
    record Wanted(Timelines.Part part, @Nullable String before, RecordView.Typed typed) {

        static final Wanted NEWEST = new Wanted(Timelines.Part.EVERYTHING, null, RecordView.Typed.NOTHING);
    }

    RecordView of(Actor actor, String collection, Snapshot record, Wanted wanted, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var timeline = timelines.of(actor, record, wanted.part, ENTRIES, wanted.before);
        var labels = new HashMap<>(store.labels(actor, List.of(record)));
        labels.putAll(timeline.labels());
        var texts = TimelineViews.texts(timeline);
        Fields.prose(record).forEach(it -> texts.add(String.valueOf(record.get(it))));
        var resolver = mentions.in(texts, actor);
        var type = record.type();
        var possible = acts.possible(actor, record);
        var asked =
                new Fields.Asked(actor, record, labels, whys(actor, record, timeline, wanted, frame), possible, reader);
        return new RecordView(
                collection,
                frame.plural(type, collection),
                Hrefs.record(collection, record),
                record.number(),
                record.label(),
                record.version(),
                fields.state(asked),
                fields.people(asked),
                fields.prose(asked, resolver),
                fields.sections(asked),
                parts(actor, collection, record, Panel::shown, frame),
                parts(actor, collection, record, Panel::leads, frame),
                verbs(possible, true, type.code(), frame),
                verbs(possible, false, type.code(), frame),
                entries.of(
                        new TimelineViews.Read(
                                actor, Hrefs.record(collection, record), record, timeline, labels, resolver),
                        wanted.part,
                        wanted.before,
                        frame),
                access.edit(record, actor).yes(),
                type.deletable() && access.delete(record, actor).yes(),
                Histories.works(actor, record),
                wanted.typed);
    }

    private List<RecordView.Part> parts(
            Actor actor, String collection, Snapshot record, Predicate<Panel> which, Frame frame) {
        return panels.stream()
                .filter(it -> which.test(it) && it.type().equals(record.type().code()))
                .filter(it -> it.offered(actor, record))
                .map(it ->
                        new RecordView.Part(frame.say(it.title()), Hrefs.record(collection, record) + "/" + it.path()))
                .toList();
    }

    /// A part of the timeline by itself.
    TimelineView timeline(
            Actor actor,
            String collection,
            Snapshot record,
            Timelines.Part part,
            @Nullable String before,
            Frame frame) {
        var timeline = timelines.of(actor, record, part, ENTRIES, before);
        var resolver = mentions.in(TimelineViews.texts(timeline), actor);
        var read = new TimelineViews.Read(
                actor, Hrefs.record(collection, record), record, timeline, timeline.labels(), resolver);
        return entries.of(read, part, before, frame);
    }

    /// Where the timeline goes on that begins with the entry; null for its newest page.
    @Nullable
    String from(Actor actor, Snapshot record, long version) {
        return timelines.from(actor, record, version).orElse(null);
    }

    /// The latest reason of each value, as far back as is looked.
    private Map<String, String> whys(Actor actor, Snapshot record, Timeline shown, Wanted wanted, Frame frame) {
        boolean whole = wanted.before == null && wanted.part == Timelines.Part.EVERYTHING && shown.next() == null;
        var timeline = whole ? shown : timelines.of(actor, record, Timelines.Part.CHANGES, CHANGES, null);
        var whys = new HashMap<String, String>();
        for (var item : timeline.items()) {
            if (item.what() instanceof Timeline.What.Changed changed) {
                for (var change : changed.changes()) {
                    var reason = change.reason();
                    whys.putIfAbsent(
                            change.attribute().code(), reason == null ? "" : messages.say(reason, frame.locale()));
                }
            }
        }
        return whys;
    }

    static List<RecordView.Verb> verbs(List<Acts.Possible> possible, boolean allowed, String type, Frame frame) {
        return possible.stream()
                .filter(it -> it.decision().yes() == allowed)
                .map(it -> new RecordView.Verb(
                        it.action().name(),
                        frame.action(type, it.action().name()),
                        !it.action().asks().isEmpty(),
                        frame.messages().say(it.decision().reason(), frame.locale()),
                        it.action().rank() >= Action.RARE))
                .toList();
    }
}
