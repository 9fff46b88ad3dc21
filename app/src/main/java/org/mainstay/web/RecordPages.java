package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
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
import org.springframework.web.multipart.MultipartFile;

/// `/{collection}/{key}`: any record, its timeline and what hangs on it.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}")
class RecordPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Conversations conversations;
    private final Uploads uploads;
    private final Frames frames;
    private final RecordViews views;

    RecordPages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Conversations conversations,
            Uploads uploads,
            Frames frames,
            RecordViews views) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.conversations = conversations;
        this.uploads = uploads;
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
        return shown(actor, collection, record, before, "", "", request, locale, model);
    }

    private String shown(
            Actor actor,
            String collection,
            Snapshot record,
            @Nullable String before,
            String typed,
            String error,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, collection, record, before, typed, error, frame));
        return "record/page";
    }

    @GetMapping("/links")
    String links(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        model.addAttribute("frame", frames.of(actor, request, locale));
        model.addAttribute("links", views.links(actor, record, locale));
        model.addAttribute("watchers", views.watchers(actor, record));
        model.addAttribute("files", conversations.attachments(actor, record));
        model.addAttribute("href", "/" + collection + "/" + ListPages.encode(record.number()));
        return "record/panel";
    }

    @PostMapping("/comments")
    String comment(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean internal,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        return added(actor, collection, record, new Comment(text, internal), text, request, locale, model);
    }

    @PostMapping("/attachments")
    String attach(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var record = record(actor, collection, key);
        try (var content = file.getInputStream()) {
            var attach = uploads.receive(String.valueOf(file.getOriginalFilename()), content);
            return added(actor, collection, record, attach, "", request, locale, model);
        } catch (Refusal e) {
            var frame = frames.of(actor, request, locale);
            var error = frame.messages().say(e.problems().getFirst().reason(), frame.locale());
            return shown(actor, collection, record, null, "", error, request, locale, model);
        }
    }

    @GetMapping("/attachments/{id}/content")
    void content(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var record = record(actor, collection, key);
        var content = conversations.content(actor, record, id).orElseThrow(NoSuchPage::new);
        content.headers().forEach(response::setHeader);
        content.writeTo(response.getOutputStream());
    }

    private String added(
            Actor actor,
            String collection,
            Snapshot record,
            PlanPart part,
            String typed,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var outcome = acts.add(actor, record.type(), record.id(), part);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection + "/" + ListPages.encode(record.number());
        }
        var frame = frames.of(actor, request, locale);
        return shown(actor, collection, record, null, typed, Says.why(outcome, frame), request, locale, model);
    }

    Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
