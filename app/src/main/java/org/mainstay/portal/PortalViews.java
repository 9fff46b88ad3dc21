package org.mainstay.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Storefront;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Puts together what the pages show: states in plain words, and of what happened only what was said to
/// them, what came with it, and where the work stands.
final class PortalViews {

    private static final int WORDS = 100;

    private final RecordStore store;
    private final Timelines timelines;
    private final Conversations conversations;
    private final Mentions mentions;
    private final Acts acts;
    private final Show show;

    PortalViews(
            RecordStore store,
            Timelines timelines,
            Conversations conversations,
            Mentions mentions,
            Acts acts,
            Show show) {
        this.store = store;
        this.timelines = timelines;
        this.conversations = conversations;
        this.mentions = mentions;
        this.acts = acts;
        this.show = show;
    }

    static String href(Snapshot incident) {
        return "/portal/incidents/" + incident.number();
    }

    PortalView.Card card(Snapshot incident, Actor actor, Frame frame) {
        var code = code(incident.get(IncidentType.STATE), incident.get(IncidentType.HOLD_REASON));
        return new PortalView.Card(
                href(incident),
                incident.label(),
                incident.number(),
                code,
                frame.say("portal.state." + code),
                show.moment(incident.need(Header.UPDATED_AT), reader(actor, frame)));
    }

    List<PortalView.Card> cards(List<Snapshot> incidents, Actor actor, Frame frame) {
        return incidents.stream().map(it -> card(it, actor, frame)).toList();
    }

    /// Whether it is their turn.
    static boolean waiting(PortalView.Card card) {
        return card.code().equals("yours") || card.code().equals("resolved");
    }

    /// What a state means to who asked.
    private static String code(@Nullable State state, @Nullable HoldReason reason) {
        if (state == State.ON_HOLD) {
            return reason == HoldReason.AWAITING_CALLER ? "yours" : "waiting";
        }
        return state == null ? "new" : Codes.of(state);
    }

    private static Show.Reader reader(Actor actor, Frame frame) {
        return new Show.Reader(frame.locale(), actor.zone());
    }

    /// A reason that was written stays where it was, though what it is for is not possible any more.
    PortalView.Talk talk(Snapshot incident, @Nullable String before, PortalView.Typed typed, Actor actor, Frame frame) {
        var timeline = timelines.followed(actor, incident, WORDS, before);
        var files = conversations.attachments(actor, incident).stream()
                .filter(it -> !it.internal())
                .toList();
        var possible = acts.possible(actor, incident).stream()
                .filter(it -> it.decision().yes())
                .map(it -> it.action().name())
                .collect(Collectors.toSet());
        var card = card(incident, actor, frame);
        boolean open = incident.need(IncidentType.STATE).open();
        return new PortalView.Talk(
                href(incident),
                card,
                about(incident, actor),
                frame.say("portal.next." + card.code()),
                words(incident, timeline, files, actor, frame),
                timeline.next() == null ? "" : href(incident) + "?before=" + timeline.next(),
                open || incident.get(IncidentType.STATE) == State.RESOLVED,
                possible.contains("close"),
                possible.contains("reopen") || !typed.in("reopen").isEmpty(),
                possible.contains("cancel") || !typed.in("cancel").isEmpty(),
                typed);
    }

    /// The service, the device, and what was delivered.
    private List<PortalView.Ref> about(Snapshot incident, Actor actor) {
        var about = new ArrayList<PortalView.Ref>();
        var labels = store.labels(actor, List.of(incident));
        for (var attribute : List.of(IncidentType.SERVICE, IncidentType.CONFIGURATION_ITEM)) {
            var id = incident.get(attribute);
            var label = id == null ? null : labels.get(id);
            if (label != null) {
                about.add(new PortalView.Ref("", label.label()));
            }
        }
        conversations.links(actor, incident).stream()
                .filter(it -> it.to().type().equals("request_item"))
                .forEach(it -> about.add(new PortalView.Ref(
                        Storefront.href(it.to().number()), it.to().label())));
        return about;
    }

    /// Oldest first, as people talk.
    private List<PortalView.Word> words(
            Snapshot incident, Timeline timeline, List<Attachment> files, Actor actor, Frame frame) {
        var texts = new ArrayList<String>();
        texts.add(text(incident.get(IncidentType.DESCRIPTION)));
        texts.add(text(incident.get(IncidentType.RESOLUTION)));
        timeline.items().forEach(it -> {
            if (it.what() instanceof Timeline.What.Said(var comment)) {
                texts.add(comment.text());
            }
        });
        var resolver = mentions.in(texts, actor);
        var told = new Told(incident, by(files), timeline.labels(), resolver, actor, frame);
        var words = new ArrayList<PortalView.Word>();
        for (var item : timeline.items()) {
            word(item, told, words);
        }
        Collections.reverse(words);
        return words;
    }

    private static Map<UUID, List<Attachment>> by(List<Attachment> files) {
        var by = new HashMap<UUID, List<Attachment>>();
        for (var file : files) {
            if (file.comment() != null) {
                by.computeIfAbsent(file.comment(), _ -> new ArrayList<>()).add(file);
            }
        }
        return by;
    }

    private record Told(
            Snapshot incident,
            Map<UUID, List<Attachment>> files,
            Map<UUID, Label> labels,
            Markdown.Resolver resolver,
            Actor actor,
            Frame frame) {

        boolean mine(UUID by) {
            return by.equals(actor.id());
        }

        String who(UUID by) {
            var label = labels.get(by);
            return mine(by) ? frame.say("portal.you") : label == null ? frame.say("portal.somebody") : label.label();
        }
    }

    private void word(Timeline.Item item, Told told, List<PortalView.Word> words) {
        var when = show.moment(item.at(), reader(told.actor, told.frame));
        var kind = told.mine(item.by()) ? "mine" : "theirs";
        switch (item.what()) {
            case Timeline.What.Said(var comment) -> {
                if (!comment.internal()) {
                    words.add(new PortalView.Word(
                            kind,
                            told.who(item.by()),
                            "",
                            when,
                            Markdown.html(comment.text(), told.resolver),
                            files(told.files.getOrDefault(comment.id(), List.of()), told.incident)));
                }
            }
            case Timeline.What.Attached(var file, var removed) -> {
                if (!removed && !file.internal() && file.comment() == null) {
                    words.add(new PortalView.Word(
                            kind, told.who(item.by()), "", when, "", files(List.of(file), told.incident)));
                }
            }
            case Timeline.What.Changed(var created, var changes) -> {
                if (created) {
                    words.add(new PortalView.Word(
                            kind,
                            told.who(item.by()),
                            told.frame.say("portal.event.reported"),
                            when,
                            Markdown.html(text(told.incident.get(IncidentType.DESCRIPTION)), told.resolver),
                            List.of()));
                } else {
                    event(item, changes, when, told).ifPresent(words::add);
                }
            }
            case Timeline.What.Unattached _,
                    Timeline.What.Linked _,
                    Timeline.What.Unlinked _,
                    Timeline.What.Watched _,
                    Timeline.What.Unwatched _,
                    Timeline.What.Other _ -> {}
        }
    }

    /// A change of the state, in plain words; a solution with what was done.
    private static Optional<PortalView.Word> event(
            Timeline.Item item, List<Timeline.Change> changes, Shown when, Told told) {
        var set = new HashMap<String, Object>();
        changes.forEach(it -> {
            if (it.now() != null) {
                set.put(it.attribute().code(), it.now());
            }
        });
        if (!(set.get("state") instanceof State state)) {
            return Optional.empty();
        }
        var code = code(state, set.get("hold_reason") instanceof HoldReason reason ? reason : null);
        var solution = state == State.RESOLVED ? text((String) set.get("resolution")) : "";
        boolean solved = !solution.isEmpty();
        return Optional.of(new PortalView.Word(
                solved ? told.mine(item.by()) ? "mine" : "theirs" : "event",
                solved ? told.who(item.by()) : "",
                told.frame.say("portal.event." + code),
                when,
                solved ? Markdown.html(solution, told.resolver) : "",
                List.of()));
    }

    private static List<PortalView.File> files(List<Attachment> files, Snapshot incident) {
        return files.stream()
                .map(it -> new PortalView.File(
                        "/incidents/" + incident.number() + "/attachments/" + it.id() + "/content",
                        it.name(),
                        it.image()))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
