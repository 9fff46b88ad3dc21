package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/portal`: what somebody asked for, what waits for them first.
@Controller
@RequestMapping("/portal")
class PortalPages {

    private static final int FEW = 20;
    private static final int PAGE = 30;

    private final Requests requests;
    private final PortalViews views;
    private final Frames frames;

    PortalPages(Requests requests, PortalViews views, Frames frames) {
        this.requests = requests;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping
    String home(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        var page = requests.list(actor, true, FEW, null);
        var waiting = new ArrayList<PortalView.Card>();
        var open = new ArrayList<PortalView.Card>();
        views.cards(page.items(), actor, frame).forEach(it -> (PortalViews.waiting(it) ? waiting : open).add(it));
        model.addAttribute("frame", frame);
        model.addAttribute("view", new PortalView.Home(waiting, open, page.next() != null));
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
        var page = requests.list(actor, !closed, PAGE, cursor);
        var next = page.next() == null
                ? ""
                : "/portal/incidents?" + (closed ? "closed=true&" : "") + "cursor=" + page.next();
        model.addAttribute("frame", frame);
        model.addAttribute("view", new PortalView.Listed(!closed, views.cards(page.items(), actor, frame), next));
        return "portal/incidents";
    }
}
