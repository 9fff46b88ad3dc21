package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
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

/// What the pages of imports and of bulks have in common: each job is watched, cancelled and taken back.
@Controller
@RequestMapping({JobPages.IMPORTS + "{id}", JobPages.BULKS + "{id}"})
class JobPages {

    static final String IMPORTS = "/imports/";
    static final String BULKS = "/bulk/";

    private final OwnJobs own;
    private final Imports imports;
    private final ImportViews importViews;
    private final BulkViews bulkViews;
    private final RefusedRows refused;
    private final Frames frames;

    JobPages(
            OwnJobs own,
            Imports imports,
            ImportViews importViews,
            BulkViews bulkViews,
            RefusedRows refused,
            Frames frames) {
        this.own = own;
        this.imports = imports;
        this.importViews = importViews;
        this.bulkViews = bulkViews;
        this.refused = refused;
        this.frames = frames;
    }

    /// The part of the page that moves; when nothing more will happen the whole page is asked for.
    @GetMapping("/progress")
    String progress(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var job = job(id, actor, request);
        var progress = imported(job) ? importViews.progress(job, frame) : bulkViews.progress(job, frame);
        if (progress.over()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("frame", frame);
        model.addAttribute("view", progress);
        return "transfer/progress";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var job = job(id, actor, request);
        own.cancel(id, actor);
        return "redirect:" + pages(job) + id;
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var job = job(id, actor, request);
        if (imported(job) && imports.denied(actor) != null) {
            throw new NoSuchPage();
        }
        return "redirect:" + pages(job) + own.undo(job, actor).orElse(id);
    }

    @GetMapping("/refused")
    void refused(
            @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Actor actor, Locale locale)
            throws IOException {
        var job = job(id, actor, request);
        if (JobAnswer.refusedUrl(job) == null) {
            throw new NoSuchPage();
        }
        refused.send(job, locale, response);
    }

    private Job job(UUID id, Actor actor, HttpServletRequest request) {
        boolean imports = request.getRequestURI().startsWith(IMPORTS);
        return own.need(id, imports ? ImportJob.KIND : BulkJob.KIND, actor);
    }

    private static boolean imported(Job job) {
        return job.kind().equals(ImportJob.KIND);
    }

    private static String pages(Job job) {
        return imported(job) ? IMPORTS : BULKS;
    }
}
