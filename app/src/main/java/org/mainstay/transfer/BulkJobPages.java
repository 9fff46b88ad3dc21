package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/bulk/{id}`: what a bulk would do, from where it is begun. What all jobs' pages offer is with `JobPages`.
@Controller
@RequestMapping("/bulk")
class BulkJobPages {

    private static final int PAGE = 50;

    private final BulkViews views;
    private final OwnJobs own;
    private final Frames frames;

    BulkJobPages(BulkViews views, OwnJobs own, Frames frames) {
        this.views = views;
        this.own = own;
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
        model.addAttribute("view", views.one(own.need(id, BulkJob.KIND, actor), outcome, after, actor, frame));
        return "transfer/bulk_job";
    }

    /// Does what the dry run told.
    @PostMapping("/{id}/apply")
    String apply(@PathVariable UUID id, Actor actor) {
        var job = own.need(id, BulkJob.KIND, actor);
        return "redirect:/bulk/" + (own.applicable(job, actor) ? own.apply(job, actor) : id);
    }
}
