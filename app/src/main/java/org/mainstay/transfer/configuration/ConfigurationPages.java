package org.mainstay.transfer.configuration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// `/configuration`: take the configuration along, bring another, see the difference, apply it, take it back.
@Controller
@RequestMapping("/configuration")
class ConfigurationPages {

    /// What the address may say was done.
    private static final Set<String> TOLD = Set.of("applied", "busy", "undone", "undone_before");

    private final Configuring configuring;
    private final Applying applying;
    private final Undoing undoing;
    private final ConfigurationViews views;
    private final Frames frames;

    ConfigurationPages(
            Configuring configuring, Applying applying, Undoing undoing, ConfigurationViews views, Frames frames) {
        this.configuring = configuring;
        this.applying = applying;
        this.undoing = undoing;
        this.views = views;
        this.frames = frames;
    }

    /// A text somebody sent.
    private record Sent(String text, boolean deleting) {

        /// Another one for another text, other terms or another configuration.
        String mark(String standing) {
            return Standing.mark(standing + deleting + text);
        }
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "0") int back,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        allowed(actor);
        var frame = frames.of(actor, request, locale);
        var sentence = TOLD.contains(told) ? frame.say("configuration." + told, back) : "";
        return page(new Sent("", false), List.of(), sentence, null, actor, frame, model);
    }

    @PostMapping
    String sent(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "") String apply,
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        allowed(actor);
        var frame = frames.of(actor, request, locale);
        // browsers end the lines of a text area in their own way
        var bytes = file == null || file.isEmpty()
                ? text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)
                : file.getBytes();
        var sent = new Sent(new String(bytes, StandardCharsets.UTF_8), missing.equals("delete"));
        Document given;
        try {
            given = Configuring.read(bytes);
        } catch (BadText e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(sent, ConfigurationViews.errors(List.of(e.fault()), frame), "", null, actor, frame, model);
        }
        if (!apply.equals("true")) {
            return compared(sent, applying.preview(actor, given, sent.deleting()), "", actor, frame, response, model);
        }
        return switch (applying.apply(
                actor, given, sent.deleting(), it -> sent.mark(it).equals(mark))) {
            case Applying.Answer.Tried(var report)
            when report.faults().isEmpty() -> "redirect:/configuration?told=applied#saved";
            case Applying.Answer.Tried(var report) -> compared(sent, report, "", actor, frame, response, model);
            case Applying.Answer.Moved(var now) ->
                compared(sent, now, "configuration.stale", actor, frame, response, model);
            case Applying.Answer.Busy _ -> {
                var now = applying.preview(actor, given, sent.deleting());
                yield compared(sent, now, "configuration.busy", actor, frame, response, model);
            }
        };
    }

    /// @param told bundle key of why nothing was done; empty where that is plain
    private String compared(
            Sent sent,
            Report report,
            String told,
            Actor actor,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        if (!report.faults().isEmpty() || !told.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var sentence = told.isEmpty() ? "" : frame.say(told);
        var difference = views.difference(report, sent.mark(report.mark()), frame);
        var errors = ConfigurationViews.errors(report.unknown(), frame);
        return page(sent, errors, sentence, difference, actor, frame, model);
    }

    /// Answered by the page itself only where something stayed.
    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        allowed(actor);
        return switch (undoing.undo(actor, id)) {
            case Undoing.Answer.Back result
            when result.stayed().isEmpty() -> "redirect:/configuration?told=undone&back=" + result.back();
            case Undoing.Answer.Back result -> {
                var frame = frames.of(actor, request, locale);
                var told = frame.say("configuration.undone", result.back());
                var stayed = ConfigurationViews.stayed(result, frame);
                yield page(new Sent("", false), stayed, told, null, actor, frame, model);
            }
            case Undoing.Answer.Before _ -> "redirect:/configuration?told=undone_before";
            case Undoing.Answer.Busy _ -> "redirect:/configuration?told=busy";
            case Undoing.Answer.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String page(
            Sent sent,
            List<ConfigurationView.Error> errors,
            String told,
            ConfigurationView.@Nullable Difference difference,
            Actor actor,
            Frame frame,
            Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new ConfigurationView(
                        sent.text(), sent.deleting(), errors, told, difference, views.runs(actor, frame)));
        return "transfer/configuration";
    }

    private void allowed(Actor actor) {
        if (configuring.permits(actor) instanceof Decision.Denied(var reason)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, reason.key());
        }
    }
}
