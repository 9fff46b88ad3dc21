package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// `/imports`: an upload becomes a dry run, whose page shows what the columns are taken for and what
/// would happen; from there the import is begun. What all jobs' pages offer is with `JobPages`.
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int PAGE = 20;

    private final Imports imports;
    private final ImportViews views;
    private final OwnJobs own;
    private final Jobs jobs;
    private final Frames frames;

    ImportPages(Imports imports, ImportViews views, OwnJobs own, Jobs jobs, Frames frames) {
        this.imports = imports;
        this.views = views;
        this.own = own;
        this.jobs = jobs;
        this.frames = frames;
    }

    @GetMapping
    String begin(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        allowed(actor);
        return begin(typed, List.of(), actor, frames.of(actor, request, locale), model);
    }

    private String begin(Map<String, String> typed, List<String> errors, Actor actor, Frame frame, Model model) {
        var found = own.list(actor, ImportJob.KIND, cursor(typed.get("before")), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new ImportView.Begin(
                        views.targets(typed.getOrDefault("target", "incidents"), frame),
                        ImportViews.charsets(typed.getOrDefault("charset", ""), frame),
                        ImportViews.separators(typed.getOrDefault("delimiter", ""), frame),
                        typed,
                        errors,
                        page.stream().map(it -> views.line(it, actor, frame)).toList(),
                        found.size() > PAGE
                                ? "/imports?before=" + page.getLast().id()
                                : ""));
        return "transfer/imports";
    }

    private static @Nullable UUID cursor(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    @PostMapping
    String upload(
            @RequestParam Map<String, String> typed,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        allowed(actor);
        var frame = frames.of(actor, request, locale);
        var target = typed.getOrDefault("target", "").split("/", 2);
        var parameters = new HashMap<String, String>();
        for (String name : List.of("organisation", "blanks", "charset", "delimiter", "date_format", "create_missing")) {
            parameters.put(name, typed.getOrDefault(name, ""));
        }
        parameters.put("profile", target.length == 2 ? target[1] : "");
        parameters.put("dry_run", "true");
        try (var content = file.getInputStream()) {
            var blob = imports.store(content);
            var name = String.valueOf(file.getOriginalFilename());
            var answer = imports.order(actor, target[0], parameters, blob, name, true);
            if (answer instanceof Imports.Answer.Ready(var order)) {
                return "redirect:/imports/" + jobs.submit(ImportJob.KIND, actor.id(), order.payload(), blob);
            }
            return refused(typed, errors(answer, frame), actor, frame, response, model);
        } catch (Blobs.TooLarge e) {
            var error = frame.say("transfer.too_large", e.limit() >> 20);
            return refused(typed, List.of(error), actor, frame, response, model);
        }
    }

    private String refused(
            Map<String, String> typed,
            List<String> errors,
            Actor actor,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return begin(typed, errors, actor, frame, model);
    }

    private static List<String> errors(Imports.Answer answer, Frame frame) {
        return switch (answer) {
            case Imports.Answer.Refused(var wrong) ->
                wrong.stream()
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .toList();
            case Imports.Answer.Denied(var reason) -> List.of(frame.messages().say(reason, frame.locale()));
            case Imports.Answer.Missing _, Imports.Answer.Ready _ -> List.of(frame.say("web.not_found"));
        };
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return one(job(id, actor), List.of(), actor, frames.of(actor, request, locale), model);
    }

    private String one(Job job, List<String> errors, Actor actor, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.one(job, actor, errors, frame));
        return "transfer/import";
    }

    /// Another dry run, or the import itself, of the same file.
    @PostMapping("/{id}/{what:check|start}")
    String again(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "key", required = false) @Nullable List<String> keys,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        allowed(actor);
        var job = job(id, actor);
        var blob = Objects.requireNonNull(job.content());
        var order = ImportOrder.of(job);
        var parameters = order.profile().isEmpty()
                ? ImportViews.mapped(order, form, keys == null ? List.of() : keys)
                : order.parameters();
        parameters.put("dry_run", String.valueOf(what.equals("check")));
        var answer = imports.order(actor, order.collection(), parameters, blob, order.file(), false);
        if (answer instanceof Imports.Answer.Ready(var ready)) {
            return "redirect:/imports/" + jobs.submit(ImportJob.KIND, actor.id(), ready.payload(), blob);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var frame = frames.of(actor, request, locale);
        return one(job, errors(answer, frame), actor, frame, model);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, Actor actor) {
        own.delete(job(id, actor));
        return "redirect:/imports";
    }

    private Job job(UUID id, Actor actor) {
        return own.need(id, ImportJob.KIND, actor);
    }

    private void allowed(Actor actor) {
        if (imports.denied(actor) != null) {
            throw new NoSuchPage();
        }
    }
}
