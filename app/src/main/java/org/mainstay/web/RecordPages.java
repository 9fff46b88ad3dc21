package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
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
    private final Access access;
    private final Frames frames;
    private final RecordViews views;

    RecordPages(RecordTypes types, RecordStore store, Acts acts, Access access, Frames frames, RecordViews views) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.frames = frames;
        this.views = views;
    }

    @GetMapping
    String page(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        return shown(actor, collection, record, before, RecordView.Typed.NOTHING, request, locale, model);
    }

    private String shown(
            Actor actor,
            String collection,
            Snapshot record,
            @Nullable String before,
            RecordView.Typed typed,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, collection, record, before, typed, frame));
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
            return "redirect:/" + collection + "/" + ListPages.encode(record.number());
        }
        response.setStatus(Says.status(outcome).value());
        var typed = new RecordView.Typed(text, internal, Says.why(outcome, frames.of(actor, request, locale)));
        return shown(actor, collection, record, null, typed, request, locale, model);
    }

    @GetMapping("/delete")
    String askDelete(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        if (access.delete(record, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return deleting(actor, collection, record, List.of(), request, locale, model);
    }

    @PostMapping("/delete")
    String delete(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var outcome = acts.delete(actor, record.type(), record.id(), null, false);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection;
        }
        response.setStatus(Says.status(outcome).value());
        var error = Says.why(outcome, frames.of(actor, request, locale));
        return deleting(actor, collection, record, List.of(error), request, locale, model);
    }

    private String deleting(
            Actor actor,
            String collection,
            Snapshot record,
            List<String> errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var href = "/" + collection + "/" + ListPages.encode(record.number());
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        frame.say("web.delete", record.number()),
                        record.label(),
                        href + "/delete",
                        href,
                        record.number(),
                        frame.say("web.delete_verb"),
                        "",
                        List.of(),
                        errors,
                        List.of(new FormView.Effect(frame.say("web.delete_effect"), List.of())),
                        false));
        return "record/form";
    }

    Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
