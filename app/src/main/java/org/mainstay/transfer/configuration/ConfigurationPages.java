package org.mainstay.transfer.configuration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
            @RequestParam(required = false) @Nullable String applied,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        allowed(actor);
        var frame = frames.of(actor, request, locale);
        var told = applied == null ? "" : frame.say("configuration.applied");
        return page(new Sent("", false), List.of(), told, null, actor, frame, model);
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
        var preview = applying.preview(actor, given, sent.deleting());
        var seen = sent.mark(preview.mark());
        boolean wanted = apply.equals("true");
        if (wanted && seen.equals(mark)) {
            var report = applying.apply(actor, given, sent.deleting(), preview.mark());
            if (report.operation() != null && report.faults().isEmpty()) {
                return "redirect:/configuration?applied=yes#saved";
            }
            preview = report;
        }
        if (!preview.faults().isEmpty() || wanted) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var difference = views.difference(preview, sent.mark(preview.mark()), frame);
        var told = wanted && preview.faults().isEmpty() ? frame.say("configuration.stale") : "";
        return page(sent, ConfigurationViews.errors(preview.unknown(), frame), told, difference, actor, frame, model);
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        allowed(actor);
        if (!undoing.known(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var frame = frames.of(actor, request, locale);
        var result = undoing.undo(actor, id).orElse(null);
        var told = result == null
                ? frame.say("configuration.undone_before")
                : frame.say("configuration.undone", result.back());
        var errors = result == null ? List.<ConfigurationView.Error>of() : ConfigurationViews.stayed(result, frame);
        return page(new Sent("", false), errors, told, null, actor, frame, model);
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
