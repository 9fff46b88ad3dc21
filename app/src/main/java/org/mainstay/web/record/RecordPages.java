package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.RecordView;
import org.mainstay.web.Says;
import org.mainstay.web.live.RecentlySeen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}`: any record and its timeline.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}")
class RecordPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final RecentlySeen seen;
    private final Frames frames;
    private final RecordViews views;

    RecordPages(RecordTypes types, RecordStore store, Acts acts, RecentlySeen seen, Frames frames, RecordViews views) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.seen = seen;
        this.frames = frames;
        this.views = views;
    }

    /// @param show part of the timeline
    /// @param before where it goes on
    /// @param entry version of the entry with which it begins
    @GetMapping
    String page(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Long entry,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var found = store.find(actor, of.type(), key);
        if (found.isEmpty() && acts.deleted(actor, of.type(), key).isPresent()) {
            return "redirect:" + DeletionPages.restoring(collection, key);
        }
        var record = found.orElseThrow(NoSuchPage::new);
        seen.note(actor, record.id());
        var from = entry == null ? before : views.from(actor, record, entry);
        var wanted = new RecordViews.Wanted(TimelineViews.part(show), from, RecordView.Typed.NOTHING);
        return shown(actor, collection, record, wanted, frames.of(actor, request, locale), model);
    }

    /// A part of the timeline; without JavaScript the page that shows it.
    @GetMapping("/timeline")
    String timeline(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var frame = frames.of(actor, request, locale);
        var part = TimelineViews.part(show);
        if (request.getHeader("HX-Request") == null) {
            return shown(
                    actor,
                    collection,
                    record,
                    new RecordViews.Wanted(part, before, RecordView.Typed.NOTHING),
                    frame,
                    model);
        }
        model.addAttribute("frame", frame);
        model.addAttribute("timeline", views.timeline(actor, collection, record, part, before, frame));
        return before == null ? "record/entries" : "record/items";
    }

    private String shown(
            Actor actor, String collection, Snapshot record, RecordViews.Wanted wanted, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, collection, record, wanted, frame));
        return "record/page";
    }

    @PostMapping("/comments")
    String comment(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean internal,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var outcome = acts.add(actor, record.type(), record.id(), new Comment(text.replace("\r\n", "\n"), internal));
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return Hrefs.saved(collection, record.number());
        }
        response.setStatus(Says.status(outcome).value());
        var frame = frames.of(actor, request, locale);
        var typed = new RecordView.Typed(text, internal, Says.why(outcome, frame));
        var wanted = new RecordViews.Wanted(Timelines.Part.EVERYTHING, null, typed);
        return shown(actor, collection, record, wanted, frame, model);
    }

    Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
