package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Explanation;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;

/// Makes the view of what hangs on a record.
final class PanelViews {

    private final RecordStore store;
    private final Access access;
    private final Conversations conversations;
    private final Explanation explanation;
    private final List<Panel> panels;
    private final Show show;

    PanelViews(
            RecordStore store,
            Access access,
            Conversations conversations,
            Explanation explanation,
            List<Panel> panels,
            Show show) {
        this.store = store;
        this.access = access;
        this.conversations = conversations;
        this.explanation = explanation;
        this.panels =
                panels.stream().sorted(Comparator.comparingInt(Panel::rank)).toList();
        this.show = show;
    }

    PanelView of(Actor actor, String collection, Snapshot record, PanelView.Typed typed, String error, Frame frame) {
        boolean works = Histories.works(actor, record);
        var href = Hrefs.record(collection, record.number());
        var watchers = conversations.watchers(actor, record).stream()
                .map(it -> it.person())
                .toList();
        return new PanelView(
                href,
                access.edit(record, actor).yes(),
                works,
                watchers.contains(actor.id()),
                files(actor, record, works, frame),
                links(actor, record, frame),
                watching(actor, watchers, works),
                Arrays.stream(LinkType.values())
                        .map(it -> new FormView.Option(it.code(), frame.say("web.link." + it.code()), false))
                        .toList(),
                further(actor, record, href, frame),
                explanation
                        .of(actor, actor.id(), record.id())
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .orElse(""),
                typed,
                error);
    }

    private List<PanelView.Further> further(Actor actor, Snapshot record, String href, Frame frame) {
        var further = new ArrayList<PanelView.Further>();
        further.add(new PanelView.Further(frame.say("web.history"), href + "/history"));
        if (AccessPages.asks(actor, record)) {
            further.add(new PanelView.Further(frame.say("web.access"), href + "/access"));
        }
        panels.stream()
                .filter(it -> it.type().equals(Panel.EVERY)
                        || it.type().equals(record.type().code()))
                .filter(it -> !it.shown() && !it.leads() && it.offered(actor, record))
                .forEach(it -> further.add(new PanelView.Further(frame.say(it.title()), href + "/" + it.path())));
        return further;
    }

    private List<PanelView.File> files(Actor actor, Snapshot record, boolean works, Frame frame) {
        return conversations.attachments(actor, record).stream()
                .map(it -> new PanelView.File(
                        it.id(),
                        it.name(),
                        size(it.size(), frame.locale()),
                        works || it.by().equals(actor.id())))
                .toList();
    }

    private List<PanelView.LinkLine> links(Actor actor, Snapshot record, Frame frame) {
        return conversations.links(actor, record).stream()
                .map(it -> new PanelView.LinkLine(
                        it.id(), frame.say("web.link." + it.type().code()), show.linked(it.to())))
                .toList();
    }

    private List<PanelView.Watch> watching(Actor actor, List<UUID> persons, boolean works) {
        var labels = store.labelsOf(actor, persons);
        var watching = new ArrayList<PanelView.Watch>();
        for (var person : persons) {
            var label = labels.get(person);
            if (label != null) {
                watching.add(new PanelView.Watch(person, label.label(), works || person.equals(actor.id())));
            }
        }
        watching.sort(Comparator.comparing(PanelView.Watch::name));
        return watching;
    }

    private static String size(long bytes, Locale locale) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(locale, "%,d kB", Math.round(bytes / 1e3))
                : String.format(locale, "%,.1f MB", bytes / 1e6);
    }
}
