package org.mainstay.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;

/// Makes the view of a record: attributes, timeline, possible actions.
final class RecordViews {

    private static final int ENTRIES = 50;

    private final RecordStore store;
    private final Access access;
    private final Acts acts;
    private final Timelines timelines;
    private final Mentions mentions;
    private final Messages messages;
    private final Show show;

    RecordViews(
            RecordStore store,
            Access access,
            Acts acts,
            Timelines timelines,
            Mentions mentions,
            Messages messages,
            Show show) {
        this.store = store;
        this.access = access;
        this.acts = acts;
        this.timelines = timelines;
        this.mentions = mentions;
        this.messages = messages;
        this.show = show;
    }

    RecordView of(
            Actor actor,
            String collection,
            Snapshot record,
            @Nullable String before,
            RecordView.Typed typed,
            Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var timeline = timelines.of(actor, record, ENTRIES, before);
        var labels = new HashMap<>(store.labels(actor, List.of(record)));
        labels.putAll(timeline.labels());
        var texts = new ArrayList<String>();
        prose(record).forEach(it -> texts.add(String.valueOf(record.get(it))));
        timeline.items().forEach(it -> {
            if (it.what() instanceof Timeline.What.Said(var comment)) {
                texts.add(comment.text());
            }
        });
        var resolver = mentions.in(texts, actor);
        var href = "/" + collection + "/" + ListPages.encode(record.number());
        var type = record.type();
        var prose = prose(record).stream()
                .map(it -> new RecordView.Field(
                        messages.attribute(type, it, frame.locale()),
                        new Shown.Html(Markdown.html(String.valueOf(record.get(it)), resolver)),
                        ""))
                .toList();
        var possible = acts.possible(actor, record);
        return new RecordView(
                collection,
                ListPages.name(frame, type, collection, ".plural"),
                href,
                record.number(),
                record.label(),
                record.version(),
                state(record, labels, reader),
                prose,
                fields(record, labels, reader, before == null ? whys(timeline, frame) : Map.of(), actor),
                verbs(possible, true, type.code(), frame),
                verbs(possible, false, type.code(), frame),
                timeline.items().stream()
                        .map(it -> item(record, it, labels, reader, resolver, frame))
                        .toList(),
                timeline.next() == null ? "" : href + "?before=" + ListPages.encode(timeline.next()),
                before != null,
                access.edit(record, actor).yes(),
                type.deletable() && access.delete(record, actor).yes(),
                Histories.works(actor, record),
                typed);
    }

    private static List<Attribute<?>> prose(Snapshot record) {
        return record.type().attributes().stream()
                .filter(it -> it.kind() instanceof Kind.Prose && record.get(it) != null)
                .toList();
    }

    private List<Shown> state(Snapshot record, Map<UUID, Label> labels, Show.Reader reader) {
        var state = new ArrayList<Shown>();
        for (String code : List.of("state", "priority")) {
            record.type()
                    .attribute(code)
                    .filter(it -> record.get(it) != null)
                    .ifPresent(it -> state.add(show.value(record, it, labels, reader)));
        }
        return state;
    }

    private List<RecordView.Field> fields(
            Snapshot record, Map<UUID, Label> labels, Show.Reader reader, Map<String, String> whys, Actor actor) {
        var hidden = new HashSet<Attribute<?>>(prose(record));
        hidden.add(record.type().label());
        hidden.addAll(List.of(Header.NUMBER, Header.VERSION));
        var fields = new ArrayList<RecordView.Field>();
        for (Attribute<?> attribute : access.readable(record, actor)) {
            boolean shown =
                    record.get(attribute) != null || record.type().columns().contains(attribute);
            if (shown && !hidden.contains(attribute)) {
                fields.add(new RecordView.Field(
                        messages.attribute(record.type(), attribute, reader.locale()),
                        show.value(record, attribute, labels, reader),
                        whys.getOrDefault(attribute.code(), "")));
            }
        }
        return fields;
    }

    /// The latest reason of each value, as far as the shown entries tell.
    private Map<String, String> whys(Timeline timeline, Frame frame) {
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

    private static List<RecordView.Verb> verbs(
            List<Acts.Possible> possible, boolean allowed, String type, Frame frame) {
        return possible.stream()
                .filter(it -> it.decision().yes() == allowed)
                .map(it -> new RecordView.Verb(
                        it.action().name(),
                        frame.action(type, it.action().name()),
                        !it.action().asks().isEmpty(),
                        frame.messages().say(it.decision().reason(), frame.locale())))
                .toList();
    }

    private RecordView.Item item(
            Snapshot record,
            Timeline.Item item,
            Map<UUID, Label> labels,
            Show.Reader reader,
            Markdown.Resolver resolver,
            Frame frame) {
        var who = labels.get(item.by());
        var name = who == null ? frame.say("web.somebody") : who.label();
        var when = show.moment(item.at(), reader);
        return switch (item.what()) {
            case Timeline.What.Said(var comment) ->
                new RecordView.Item(
                        item.version(),
                        comment.internal() ? "note" : "comment",
                        name,
                        when,
                        frame.say(comment.internal() ? "web.timeline.noted" : "web.timeline.said"),
                        Markdown.html(comment.text(), resolver),
                        List.of());
            case Timeline.What.Changed(var created, var changes) ->
                new RecordView.Item(
                        item.version(),
                        "change",
                        name,
                        when,
                        created ? frame.say("web.timeline.created") : cause(record, item, frame),
                        "",
                        created ? List.of() : lines(record, changes, labels, reader, frame));
            case Timeline.What.Attached attached ->
                plain(
                        item,
                        "file",
                        name,
                        when,
                        frame.say("web.timeline.attached", attached.attachment().name()));
            case Timeline.What.Unattached(var file) ->
                plain(item, "file", name, when, frame.say("web.timeline.unattached", file));
            case Timeline.What.Linked(var type, var to) ->
                plain(item, "link", name, when, frame.say("web.link." + type.code()) + " " + label(labels, to));
            case Timeline.What.Unlinked unlinked ->
                plain(item, "link", name, when, frame.say("web.timeline.unlinked", label(labels, unlinked.to())));
            case Timeline.What.Watched(var person) ->
                plain(item, "link", name, when, frame.say("web.timeline.watched", label(labels, person)));
            case Timeline.What.Unwatched(var person) ->
                plain(item, "link", name, when, frame.say("web.timeline.unwatched", label(labels, person)));
            case Timeline.What.Other(var kind) -> plain(item, "change", name, when, frame.say("web.timeline." + kind));
        };
    }

    private static String label(Map<UUID, Label> labels, UUID id) {
        var label = labels.get(id);
        return label == null ? "" : label.label();
    }

    private static String cause(Snapshot record, Timeline.Item item, Frame frame) {
        boolean one = item.causeKind().equals("action");
        if (one || item.causeKind().equals("bulk")) {
            for (var key : List.of(".done.", ".action.")) {
                var text = frame.messages().find(record.type().code() + key + item.causeName(), frame.locale());
                if (text != null) {
                    return one ? text : frame.say("web.timeline.together", text);
                }
            }
        }
        return frame.say("web.timeline." + (one ? "edit" : item.causeKind()));
    }

    private static RecordView.Item plain(Timeline.Item item, String kind, String who, Shown.Moment when, String what) {
        return new RecordView.Item(item.version(), kind, who, when, what, "", List.of());
    }

    private List<RecordView.Line> lines(
            Snapshot record, List<Timeline.Change> changes, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var lines = new ArrayList<RecordView.Line>();
        for (var change : changes) {
            var attribute = change.attribute();
            boolean lengthy = attribute.kind() instanceof Kind.Prose;
            lines.add(new RecordView.Line(
                    messages.attribute(record.type(), attribute, frame.locale()),
                    lengthy ? new Shown.Nothing() : show.value(record.type(), attribute, change.old(), labels, reader),
                    lengthy
                            ? new Shown.Plain(frame.say("web.timeline.rewritten"))
                            : show.value(record.type(), attribute, change.now(), labels, reader),
                    change.reason() == null ? "" : messages.say(change.reason(), frame.locale())));
        }
        return lines;
    }
}
