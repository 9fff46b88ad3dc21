package org.mainstay.incident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mainstay.cmdb.map.ItemChange;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Unlink;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/incidents/{key}/what-changed`: what was done around an incident's items before it began, likeliest cause first,
/// and marks one of them as the probable cause; a part of its page, or a page of its own without JavaScript.
@Controller
@RequestMapping("/incidents/{key}/what-changed")
class WhatChangedPages {

    private final WhatChanged whatChanged;
    private final WhatChangedViews views;
    private final Acts acts;
    private final Frames frames;

    WhatChangedPages(WhatChanged whatChanged, WhatChangedViews views, Acts acts, Frames frames) {
        this.whatChanged = whatChanged;
        this.views = views;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping
    String changes(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = whatChanged.incident(actor, key).orElseThrow(NoSuchPage::new);
        return show(actor, incident, "", request, frames.of(actor, request, locale), model);
    }

    /// Marks a change as the probable cause, with a work note that says which, or takes the mark off.
    ///
    /// @param change id of the record that was changed, and the version it had then
    /// @param cause the link to take off; empty to mark
    @PostMapping
    String mark(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String cause,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var incident = whatChanged.incident(actor, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var outcome = cause.isEmpty()
                ? found(actor, incident, change)
                        .map(it -> marked(actor, incident, it, frame))
                        .orElseGet(WhatChangedPages::gone)
                : unmarked(actor, incident, cause);
        if (!(outcome instanceof Outcome.Done)) {
            response.setStatus(Says.status(outcome).value());
        } else if (request.getHeader("HX-Request") == null) {
            return "redirect:" + Hrefs.record("incidents", incident);
        }
        return show(actor, incident, Says.why(outcome, frame), request, frame, model);
    }

    private Optional<ItemChange> found(Actor actor, Snapshot incident, String change) {
        return whatChanged.before(actor, incident).stream()
                .flatMap(List::stream)
                .filter(it ->
                        change.equals(it.entry().record() + "." + it.entry().version()))
                .findFirst();
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Problem.of("incident.what_changed.gone")));
    }

    private Outcome marked(Actor actor, Snapshot incident, ItemChange change, Frame frame) {
        var target = whatChanged.marked(actor, change);
        if (target.isEmpty()) {
            return gone();
        }
        var note = frame.say(
                "incident.what_changed.note",
                views.label(change, frame),
                frame.say("incident.what_changed.done." + WhatChangedViews.done(change)),
                views.moment(change, actor, frame));
        return acts.add(
                actor,
                IncidentType.INCIDENT,
                incident.id(),
                new Link(LinkType.CAUSED_BY, target.get()),
                new Comment(note, true));
    }

    private Outcome unmarked(Actor actor, Snapshot incident, String cause) {
        return whatChanged.causes(actor, incident).stream()
                .filter(it -> it.id().toString().equals(cause))
                .findFirst()
                .map(it -> acts.add(actor, IncidentType.INCIDENT, incident.id(), new Unlink(it)))
                .orElseGet(WhatChangedPages::gone);
    }

    private String show(
            Actor actor, Snapshot incident, String error, HttpServletRequest request, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, incident, error, frame));
        return request.getHeader("HX-Request") == null ? "incident/what_changed_page" : "incident/what_changed";
    }
}
