package org.mainstay.web.announcement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Puts announcements away, and shows one while it is written.
@Controller
class AnnouncementPages {

    private static final int LONGEST = 400;

    private final Frames frames;

    AnnouncementPages(Frames frames) {
        this.frames = frames;
    }

    @PostMapping("/announcements/dismiss")
    @Nullable
    String dismiss(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "/") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, Dismissed.with(request, key));
        if (part != null) {
            return null;
        }
        // a path of this server, never another's
        return "redirect:" + (back.matches("/[A-Za-z0-9._~/-]{0,500}") && !back.startsWith("//") ? back : "/");
    }

    @PostMapping("/announcements/preview")
    String preview(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "text_de", defaultValue = "") String german,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var shown = locale.getLanguage().equals("de") && !german.isBlank() ? german : text;
        model.addAttribute("frame", frames.of(actor, request, locale));
        model.addAttribute("kind", kind.equals("warning") ? "warning" : "info");
        model.addAttribute("text", shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST));
        return "web/announcement";
    }
}
