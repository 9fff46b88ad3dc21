package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Unattach;
import org.mainstay.conversation.Unlink;
import org.mainstay.conversation.Unwatch;
import org.mainstay.conversation.Uploads;
import org.mainstay.conversation.Watch;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Forms;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files, links and watchers of any record: a fragment of its page, or a page of its own without
/// JavaScript.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}")
class PanelPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Conversations conversations;
    private final Uploads uploads;
    private final Mentioned mentioned;
    private final Frames frames;
    private final PanelViews views;

    PanelPages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Conversations conversations,
            Uploads uploads,
            Mentioned mentioned,
            Frames frames,
            PanelViews views) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.conversations = conversations;
        this.uploads = uploads;
        this.mentioned = mentioned;
        this.frames = frames;
        this.views = views;
    }

    /// Who asks, about what, and where the answer goes.
    private record Asked(
            Actor actor,
            String collection,
            Snapshot record,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {

        boolean fragment() {
            return request.getHeader("HX-Request") != null;
        }
    }

    private Asked asked(
            String collection,
            String key,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        return new Asked(actor, collection, record, request, response, locale, model);
    }

    @GetMapping("/links")
    String panel(
            @PathVariable String collection,
            @PathVariable String key,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return shown(asked(collection, key, actor, request, response, locale, model), PanelView.Typed.NOTHING, "");
    }

    @PostMapping("/links")
    String link(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam String type,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, actor, request, response, locale, model);
        var typed = new PanelView.Typed(to, "");
        var sort = Arrays.stream(LinkType.values())
                .filter(it -> it.code().equals(type))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
        var other = mentioned.record(actor, to.strip());
        return other == null
                ? refused(asked, typed, "conversation.link.unknown")
                : add(asked, new Link(sort, other), typed);
    }

    @PostMapping("/links/{id}/remove")
    String unlink(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, actor, request, response, locale, model);
        var link = conversations.link(actor, asked.record, id).orElseThrow(NoSuchPage::new);
        return add(asked, new Unlink(link), PanelView.Typed.NOTHING);
    }

    /// @param person empty for oneself
    @PostMapping("/watchers")
    String watch(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String person,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, actor, request, response, locale, model);
        var typed = new PanelView.Typed("", person);
        var who = person.isBlank() ? actor.id() : mentioned.person(actor, Forms.number(person));
        return who == null ? refused(asked, typed, "conversation.watch.unknown") : add(asked, new Watch(who), typed);
    }

    @PostMapping("/watchers/{id}/remove")
    String unwatch(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, actor, request, response, locale, model);
        return add(asked, new Unwatch(id), PanelView.Typed.NOTHING);
    }

    @PostMapping("/attachments")
    String attach(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        var asked = asked(collection, key, actor, request, response, locale, model);
        if (file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty()) {
            return refused(asked, PanelView.Typed.NOTHING, "web.file_needed");
        }
        try (var content = file.getInputStream()) {
            var attach = uploads.receive(String.valueOf(file.getOriginalFilename()), content);
            return add(asked, attach, PanelView.Typed.NOTHING);
        } catch (Refusal e) {
            var frame = frames.of(actor, request, locale);
            var error = frame.messages().say(e.problems().getFirst().reason(), frame.locale());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(asked, PanelView.Typed.NOTHING, error);
        }
    }

    @PostMapping("/attachments/{id}/remove")
    String unattach(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, actor, request, response, locale, model);
        var file = conversations.attachment(actor, asked.record, id).orElseThrow(NoSuchPage::new);
        return add(asked, new Unattach(file), PanelView.Typed.NOTHING);
    }

    @GetMapping("/attachments/{id}/content")
    void content(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var content = conversations.content(actor, record, id).orElseThrow(NoSuchPage::new);
        content.headers().forEach(response::setHeader);
        content.writeTo(response.getOutputStream());
    }

    private String add(Asked asked, PlanPart part, PanelView.Typed typed) {
        var outcome = acts.add(asked.actor, asked.record.type(), asked.record.id(), part);
        if (outcome instanceof Outcome.Gone) {
            throw new NoSuchPage();
        }
        if (outcome instanceof Outcome.Done) {
            return asked.fragment()
                    ? shown(asked, PanelView.Typed.NOTHING, "")
                    : "redirect:" + Hrefs.record(asked.collection, asked.record);
        }
        asked.response.setStatus(Says.status(outcome).value());
        var frame = frames.of(asked.actor, asked.request, asked.locale);
        return shown(asked, typed, Says.why(outcome, frame));
    }

    private String refused(Asked asked, PanelView.Typed typed, String key) {
        asked.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(
                asked,
                typed,
                frames.of(asked.actor, asked.request, asked.locale).say(key));
    }

    private String shown(Asked asked, PanelView.Typed typed, String error) {
        var frame = frames.of(asked.actor, asked.request, asked.locale);
        asked.model.addAttribute("frame", frame);
        asked.model.addAttribute("panel", views.of(asked.actor, asked.collection, asked.record, typed, error, frame));
        asked.model.addAttribute("record", asked.record.number() + " " + asked.record.label());
        return asked.fragment() ? "record/panel" : "record/panel_page";
    }
}
