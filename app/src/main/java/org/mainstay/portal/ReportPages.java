package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// `/portal/report`: a problem in one's own words. Before it is reported, what is known already is shown, and what they
/// reported themselves and sounds like it: while they type, and without scripts when they send it.
@Controller
@RequestMapping("/portal/report")
class ReportPages {

    private static final int MOST_KNOWN = 3;

    private final Reports reports;
    private final Things things;
    private final PortalViews views;
    private final OutageViews outages;
    private final Files files;
    private final Acts acts;
    private final Frames frames;

    ReportPages(
            Reports reports,
            Things things,
            PortalViews views,
            OutageViews outages,
            Files files,
            Acts acts,
            Frames frames) {
        this.reports = reports;
        this.things = things;
        this.views = views;
        this.outages = outages;
        this.files = files;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping
    String begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String about,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var draft = new Draft(title, "", things.find(actor, about).orElse(null));
        return page(draft, known(actor, title, frame), List.of(), frame, model);
    }

    /// What they wrote so far.
    ///
    /// @param about null for nothing in particular
    private record Draft(
            String title, String description, @Nullable Thing about) {}

    private static String page(Draft draft, PortalView.Known known, List<String> errors, Frame frame, Model model) {
        var about = draft.about == null ? null : draft.about.record();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new PortalView.Report(
                        draft.title,
                        draft.description,
                        about == null ? "" : about.number(),
                        about == null ? "" : about.label(),
                        known,
                        errors));
        return "portal/report";
    }

    /// What goes on, what sounds like the title first, and what they reported themselves that does.
    private PortalView.Known known(Actor actor, String title, Frame frame) {
        var like = outages.like(actor, title, frame);
        var similar = views.cards(reports.similar(actor, title), actor, frame);
        var all = new LinkedHashSet<>(like);
        all.addAll(outages.ongoing(actor, frame));
        return new PortalView.Known(
                all.stream().limit(MOST_KNOWN).toList(), similar, !like.isEmpty() || !similar.isEmpty());
    }

    /// What is known already, for somebody who is typing.
    @GetMapping("/similar")
    String similar(
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("known", known(actor, title, frame));
        return "portal/known";
    }

    @PostMapping
    String report(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "false") boolean seen,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var frame = frames.of(actor, request, locale);
        var thing = things.find(actor, about).orElse(null);
        var draft = new Draft(title, description.replace("\r\n", "\n"), thing);
        if (!seen && !Files.any(sent)) {
            var known = known(actor, title, frame);
            if (known.likely()) {
                return page(draft, known, List.of(), frame, model);
            }
        }
        var outcome = reported(actor, draft, sent);
        if (outcome instanceof Outcome.Done(var incident)) {
            return "redirect:" + PortalViews.href(incident) + "#saved";
        }
        if (outcome instanceof Outcome.Gone) {
            return "redirect:/portal#saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var none = new PortalView.Known(List.of(), List.of(), false);
        return page(draft, none, Says.errors(outcome, frame), frame, model);
    }

    private Outcome reported(Actor actor, Draft draft, @Nullable List<MultipartFile> sent) throws IOException {
        if (draft.title.isBlank()) {
            return new Outcome.Refused(List.of(Problem.of("portal.title_needed")));
        }
        var input = new HashMap<>(Map.of("title", draft.title));
        if (!draft.description.isBlank()) {
            input.put("description", draft.description);
        }
        try {
            var parts = new ArrayList<PlanPart>(files.received(sent));
            if (draft.about != null) {
                input.putAll(draft.about.says());
                Optional.ofNullable(draft.about.tie()).ifPresent(parts::add);
            }
            return acts.create(actor, IncidentType.INCIDENT, Input.texts(input), parts, false);
        } catch (Refusal e) {
            return new Outcome.Refused(e.problems());
        }
    }
}
