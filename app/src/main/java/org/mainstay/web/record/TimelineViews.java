package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines.Part;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.mainstay.web.TimelineView;

/// Makes the view of a record's timeline.
final class TimelineViews {

    private final Messages messages;
    private final Show show;

    TimelineViews(Messages messages, Show show) {
        this.messages = messages;
        this.show = show;
    }

    /// A page of a timeline as it was read.
    ///
    /// @param href of the record
    /// @param labels of whom and what it mentions
    /// @param resolver says where mentions in its texts lead
    record Read(
            Actor actor,
            String href,
            Snapshot record,
            Timeline timeline,
            Map<UUID, Label> labels,
            Markdown.Resolver resolver) {}

    /// What somebody wrote on the page.
    static List<String> texts(Timeline timeline) {
        var texts = new ArrayList<String>();
        timeline.items().forEach(it -> {
            if (it.what() instanceof Timeline.What.Said(var comment)) {
                texts.add(comment.text());
            }
        });
        return texts;
    }

    TimelineView of(Read read, Part part, @Nullable String before, Frame frame) {
        var reader = Show.Reader.of(frame, read.actor);
        var next = read.timeline.next();
        return new TimelineView(
                read.href,
                code(part),
                filters(read, part, frame),
                read.timeline.items().stream()
                        .map(it -> item(read, it, reader, frame))
                        .toList(),
                next == null ? "" : query(part) + "before=" + Hrefs.encoded(next),
                before != null);
    }

    private static List<TimelineView.Filter> filters(Read read, Part chosen, Frame frame) {
        var filters = new ArrayList<TimelineView.Filter>();
        for (var part : Part.values()) {
            if (part != Part.NOTES || Histories.works(read.actor, read.record)) {
                var query = part == Part.EVERYTHING ? "" : "?show=" + code(part);
                filters.add(
                        new TimelineView.Filter(frame.say("web.timeline.show." + code(part)), query, part == chosen));
            }
        }
        return filters;
    }

    private static String query(Part part) {
        return part == Part.EVERYTHING ? "?" : "?show=" + code(part) + "&";
    }

    private static String code(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /// Everything, for a code that is none.
    static Part part(String code) {
        for (var part : Part.values()) {
            if (code(part).equals(code)) {
                return part;
            }
        }
        return Part.EVERYTHING;
    }

    private TimelineView.Item item(Read read, Timeline.Item item, Show.Reader reader, Frame frame) {
        var record = read.record;
        var labels = read.labels;
        var who = labels.get(item.by());
        var name = who == null ? frame.say("web.somebody") : who.label();
        var when = show.moment(item.at(), reader);
        return switch (item.what()) {
            case Timeline.What.Said(var comment) ->
                new TimelineView.Item(
                        item.version(),
                        comment.internal() ? "note" : "comment",
                        name,
                        when,
                        frame.say(comment.internal() ? "web.timeline.noted" : "web.timeline.said"),
                        Quotes.folded(Markdown.html(comment.text(), read.resolver), frame.say("web.timeline.quote")),
                        List.of());
            case Timeline.What.Changed(var created, var changes) ->
                new TimelineView.Item(
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

    private static TimelineView.Item plain(
            Timeline.Item item, String kind, String who, Shown.Moment when, String what) {
        return new TimelineView.Item(item.version(), kind, who, when, what, "", List.of());
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
