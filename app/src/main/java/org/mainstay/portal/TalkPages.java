package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frames;
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

/// `/portal/incidents/{key}`: one request as a conversation, with what its requester can do about it.
@Controller
@RequestMapping("/portal/incidents/{key}")
class TalkPages {

    /// What they call it, and the action behind it.
    private static final Map<String, String> VERBS = Map.of("confirm", "close", "reopen", "reopen", "cancel", "cancel");

    private final Reports reports;
    private final PortalViews views;
    private final Files files;
    private final Acts acts;
    private final Frames frames;

    TalkPages(Reports reports, PortalViews views, Files files, Acts acts, Frames frames) {
        this.reports = reports;
        this.views = views;
        this.files = files;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping
    String talk(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return page(incident(actor, key), before, PortalView.Typed.NOTHING, request, actor, locale, model);
    }

    private String page(
            Snapshot incident,
            @Nullable String before,
            PortalView.Typed typed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.talk(incident, before, typed, actor, frame));
        return "portal/talk";
    }

    @PostMapping("/reply")
    String reply(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var incident = incident(actor, key);
        Outcome outcome;
        try {
            outcome = said(actor, incident, text.replace("\r\n", "\n"), sent);
        } catch (Refusal e) {
            outcome = new Outcome.Refused(e.problems());
        }
        return answer(outcome, incident, "reply", text, request, response, actor, locale, model);
    }

    private Outcome said(Actor actor, Snapshot incident, String text, @Nullable List<MultipartFile> sent)
            throws IOException, Refusal {
        var parts = new ArrayList<PlanPart>();
        var received = files.received(sent);
        if (text.isBlank()) {
            parts.addAll(received);
        } else {
            var comment = new Comment(text, false);
            parts.add(comment);
            received.forEach(it -> parts.add(it.to(comment)));
        }
        return parts.isEmpty()
                ? new Outcome.Refused(List.of(Problem.of("portal.text_needed")))
                : acts.add(actor, incident.type(), incident.id(), parts.toArray(PlanPart[]::new));
    }

    @PostMapping("/{verb:confirm|reopen|cancel}")
    String act(
            @PathVariable String key,
            @PathVariable String verb,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var incident = incident(actor, key);
        var answers = text.isBlank() || verb.equals("confirm")
                ? Map.<String, String>of()
                : Map.of("reason", text.replace("\r\n", "\n"));
        var action = String.valueOf(VERBS.get(verb));
        var outcome = acts.act(actor, incident.type(), incident.id(), action, Input.texts(answers), null, false);
        if (outcome instanceof Outcome.Done(var now)
                && verb.equals("reopen")
                && !now.need(IncidentType.STATE).open()) {
            return "redirect:/portal#saved"; // a new one took its place, and stands first there
        }
        return answer(outcome, incident, verb, text, request, response, actor, locale, model);
    }

    private String answer(
            Outcome outcome,
            Snapshot incident,
            String form,
            String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        if (outcome instanceof Outcome.Done) {
            return "redirect:" + PortalViews.href(incident) + "#saved";
        }
        if (outcome instanceof Outcome.Gone) {
            return "redirect:/portal#saved";
        }
        var errors = Says.errors(outcome, frames.of(actor, request, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var typed = new PortalView.Typed(form, text, String.join(" ", errors));
        return page(incident, null, typed, request, actor, locale, model);
    }

    private Snapshot incident(Actor actor, String key) {
        return reports.find(actor, key).orElseThrow(NoSuchPage::new);
    }
}
