package org.mainstay.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Timeline;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.problem.CauseView.Proof;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Evidence in words.
final class ExhibitText {

    private static final int CLIPPED = 240;
    private static final int CHANGES = 3;
    private static final Pattern STRESS = Pattern.compile("\\*\\*|__|`+|(?m:^ {0,3}(?:#{1,6}|>) )");

    private final RecordTypes types;
    private final Show show;

    ExhibitText(RecordTypes types, Show show) {
        this.types = types;
        this.show = show;
    }

    /// @param removable whether the reader may take it away
    Proof of(Exhibit exhibit, boolean removable, Show.Reader reader, Frame frame) {
        var source = exhibit.evidence().source();
        return new Proof(
                exhibit.hidden() ? "" : sort(exhibit, frame),
                exhibit.hidden() ? frame.say("cause.evidence.hidden") : text(exhibit, reader, frame),
                exhibit.hidden() ? "" : href(exhibit),
                source.sort() == Evidence.Sort.ADDRESS,
                exhibit.hidden() || exhibit.comment() == null
                        ? ""
                        : clipped(exhibit.comment().text()),
                exhibit.hidden()
                        ? ""
                        : Objects.requireNonNullElse(exhibit.evidence().note(), ""),
                frame.say(
                        "cause.evidence.by",
                        name(exhibit.by(), frame),
                        show.moment(exhibit.evidence().at(), reader).exact()),
                removable ? exhibit.evidence().id().toString() : "",
                exhibit.hidden());
    }

    /// Of a record, what it is; of anything else, what kind of evidence.
    private String sort(Exhibit exhibit, Frame frame) {
        var source = exhibit.evidence().source();
        return source.sort() == Evidence.Sort.RECORD && exhibit.record() != null
                ? frame.say(exhibit.record().type())
                : frame.say("cause.evidence.sort." + Codes.of(source.sort()));
    }

    private String text(Exhibit exhibit, Show.Reader reader, Frame frame) {
        var source = exhibit.evidence().source();
        if (source.address() != null) {
            return source.address();
        }
        var record = exhibit.record();
        var number = record == null ? "" : record.number();
        if (exhibit.comment() != null) {
            return frame.say(
                    "cause.evidence.said",
                    name(exhibit.who(), frame),
                    number,
                    show.moment(exhibit.comment().at(), reader).exact());
        }
        if (exhibit.attachment() != null) {
            return frame.say("cause.evidence.file", exhibit.attachment().name(), number);
        }
        if (exhibit.entry() != null && exhibit.whole() != null) {
            return frame.say(
                    "cause.evidence.entry",
                    number,
                    String.valueOf(source.version()),
                    name(exhibit.who(), frame),
                    show.moment(exhibit.entry().items().getFirst().at(), reader).exact(),
                    done(exhibit.whole().type(), exhibit.entry(), reader, frame));
        }
        return record == null ? "" : number + " " + record.label();
    }

    private String href(Exhibit exhibit) {
        var source = exhibit.evidence().source();
        if (source.address() != null) {
            return source.address();
        }
        var record = exhibit.record();
        var of = record == null
                ? ""
                : types.byCode(record.type())
                        .map(it -> Hrefs.record(it.collection(), record.number()))
                        .orElse("");
        if (of.isEmpty()) {
            return "";
        }
        if (exhibit.attachment() != null) {
            return of + "/attachments/" + exhibit.attachment().id() + "/content";
        }
        return source.version() == null ? of : of + "?entry=" + source.version() + "#v" + source.version();
    }

    /// On one line, without the signs by which Markdown stresses.
    private static String clipped(String text) {
        return Texts.clip(
                STRESS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip(), CLIPPED);
    }

    private String done(RecordType<?> type, Timeline entry, Show.Reader reader, Frame frame) {
        var item = entry.items().getFirst();
        return switch (item.what()) {
            case Timeline.What.Said(var comment) -> clipped(comment.text());
            case Timeline.What.Attached attached ->
                frame.say("web.timeline.attached", attached.attachment().name());
            case Timeline.What.Unattached(var file) -> frame.say("web.timeline.unattached", file);
            case Timeline.What.Linked(var link, var to) ->
                frame.say("web.link." + link.code()) + " " + name(entry.labels().get(to), frame);
            case Timeline.What.Unlinked unlinked ->
                frame.say("web.timeline.unlinked", name(entry.labels().get(unlinked.to()), frame));
            case Timeline.What.Watched(var person) ->
                frame.say("web.timeline.watched", name(entry.labels().get(person), frame));
            case Timeline.What.Unwatched(var person) ->
                frame.say("web.timeline.unwatched", name(entry.labels().get(person), frame));
            case Timeline.What.Other(var kind) -> frame.say("web.timeline." + kind);
            case Timeline.What.Changed(var created, var changes) ->
                created ? frame.say("web.timeline.created") : changed(type, changes, entry, reader, frame);
        };
    }

    private String changed(
            RecordType<?> type, List<Timeline.Change> changes, Timeline entry, Show.Reader reader, Frame frame) {
        var lines = new ArrayList<String>();
        for (var change : changes.subList(0, Math.min(CHANGES, changes.size()))) {
            var attribute = change.attribute();
            var label = show.label(type, attribute, reader);
            lines.add(
                    attribute.kind() instanceof Kind.Prose
                            ? label + ": " + frame.say("web.timeline.rewritten")
                            : label + ": "
                                    + plain(show.value(type, attribute, change.old(), entry.labels(), reader)) + " → "
                                    + plain(show.value(type, attribute, change.now(), entry.labels(), reader)));
        }
        return String.join("; ", lines) + (changes.size() > CHANGES ? " …" : "");
    }

    static String plain(Shown shown) {
        return switch (shown) {
            case Shown.Plain(var text) -> text;
            case Shown.Badge badge -> badge.label();
            case Shown.Rank(var value) -> "P" + value;
            case Shown.Moment moment -> moment.exact();
            case Shown.Linked linked -> linked.label();
            case Shown.Many(var items) ->
                String.join(", ", items.stream().map(ExhibitText::plain).toList());
            case Shown.Html _, Shown.Nothing _ -> "–";
        };
    }

    static String name(@Nullable Label label, Frame frame) {
        return label == null ? frame.say("web.somebody") : label.label();
    }
}
