package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/bulk/{id}`: what a bulk would do, from where it is begun, watched, cancelled and taken back.
@Controller
@RequestMapping("/bulk")
class BulkJobPages {

    private static final int PAGE = 50;

    private final BulkViews views;
    private final OwnJobs own;
    private final RefusedRows refused;
    private final Frames frames;

    BulkJobPages(BulkViews views, OwnJobs own, RefusedRows refused, Frames frames) {
        this.views = views;
        this.own = own;
        this.refused = refused;
        this.frames = frames;
    }

    /// Somebody's own, newest first.
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var found = own.list(actor, BulkJob.KIND, before, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("frame", frame);
        model.addAttribute(
                "jobs", page.stream().map(it -> views.line(it, actor, frame)).toList());
        model.addAttribute(
                "next", found.size() > PAGE ? "/bulk?before=" + page.getLast().id() : "");
        return "transfer/bulks";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "-1") long after,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.one(job(id, actor), outcome, after, actor, frame));
        return "transfer/bulk_job";
    }

    /// The part of the page that moves; when nothing more will happen the whole page is asked for.
    @GetMapping("/{id}/progress")
    String progress(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var progress = views.progress(job(id, actor), frame);
        if (progress.over()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("frame", frame);
        model.addAttribute("view", progress);
        return "transfer/progress";
    }

    /// Does what the dry run told.
    @PostMapping("/{id}/apply")
    String apply(@PathVariable UUID id, Actor actor) {
        var job = job(id, actor);
        return "redirect:/bulk/" + (own.applicable(job) ? own.apply(job, actor) : id);
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, Actor actor) {
        job(id, actor);
        own.cancel(id, actor);
        return "redirect:/bulk/" + id;
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, Actor actor) {
        return "redirect:/bulk/" + own.undo(job(id, actor), actor).orElse(id);
    }

    @GetMapping("/{id}/refused")
    void refused(@PathVariable UUID id, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        var job = job(id, actor);
        if (JobAnswer.refusedUrl(job) == null) {
            throw new NoSuchPage();
        }
        refused.send(job, locale, response);
    }

    private Job job(UUID id, Actor actor) {
        return own.find(id, actor).filter(it -> it.kind().equals(BulkJob.KIND)).orElseThrow(NoSuchPage::new);
    }
}
