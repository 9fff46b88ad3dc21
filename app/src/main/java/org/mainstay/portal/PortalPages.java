package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/portal`: what waits for somebody, what they asked for, and where to begin.
@Controller
@RequestMapping("/portal")
class PortalPages {

    private static final int PAGE = 30;

    private final Reports reports;
    private final HomeViews homes;
    private final PortalViews views;
    private final OutageViews outages;
    private final Frames frames;

    PortalPages(Reports reports, HomeViews homes, PortalViews views, OutageViews outages, Frames frames) {
        this.reports = reports;
        this.homes = homes;
        this.views = views;
        this.outages = outages;
        this.frames = frames;
    }

    @GetMapping
    String home(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", homes.home(actor, frame));
        return "portal/home";
    }

    @GetMapping("/incidents")
    String list(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var page = reports.list(actor, !closed, PAGE, cursor);
        var next = page.next() == null
                ? ""
                : "/portal/incidents?" + (closed ? "closed=true&" : "") + "cursor=" + page.next();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new PortalView.Listed(
                        !closed,
                        closed || cursor != null ? List.of() : outages.affecting(actor, frame),
                        views.cards(page.items(), actor, frame),
                        next));
        return "portal/incidents";
    }
}
