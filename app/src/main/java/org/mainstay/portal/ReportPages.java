package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// `/portal/report`: a problem in one's own words. Before it is reported, what they reported already and
/// sounds like it is shown: while they type, and without scripts when they send it.
@Controller
@RequestMapping("/portal/report")
class ReportPages {

    private final Requests requests;
    private final PortalViews views;
    private final Files files;
    private final Acts acts;
    private final Frames frames;

    ReportPages(Requests requests, PortalViews views, Files files, Acts acts, Frames frames) {
        this.requests = requests;
        this.views = views;
        this.files = files;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping
    String begin(
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        return page(new PortalView.Report(title, "", List.of(), List.of()), frame, model);
    }

    private static String page(PortalView.Report view, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", view);
        return "portal/report";
    }

    /// What is known already and sounds like it.
    @GetMapping("/similar")
    String similar(
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("similar", views.cards(requests.similar(actor, title), actor, frame));
        return "portal/similar";
    }

    @PostMapping
    String report(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "false") boolean seen,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var frame = frames.of(actor, request, locale);
        var text = description.replace("\r\n", "\n");
        if (!seen && !Files.any(sent)) {
            var similar = views.cards(requests.similar(actor, title), actor, frame);
            if (!similar.isEmpty()) {
                return page(new PortalView.Report(title, text, similar, List.of()), frame, model);
            }
        }
        var outcome = reported(actor, title, text, sent);
        if (outcome instanceof Outcome.Done(var incident)) {
            return "redirect:" + PortalViews.href(incident) + "#saved";
        }
        if (outcome instanceof Outcome.Gone) {
            return "redirect:/portal#saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(new PortalView.Report(title, text, List.of(), Says.errors(outcome, frame)), frame, model);
    }

    private Outcome reported(Actor actor, String title, String text, @Nullable List<MultipartFile> sent)
            throws IOException {
        if (title.isBlank()) {
            return new Outcome.Refused(List.of(Problem.of("portal.title_needed")));
        }
        var input = text.isBlank() ? Map.of("title", title) : Map.of("title", title, "description", text);
        try {
            var parts = new ArrayList<PlanPart>(files.received(sent));
            return acts.create(actor, IncidentType.INCIDENT, Input.texts(input), parts, false);
        } catch (Refusal e) {
            return new Outcome.Refused(e.problems());
        }
    }
}
