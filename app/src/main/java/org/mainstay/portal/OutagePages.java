package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// `/portal/outages/{key}`: what is known of a disturbance, and that it affects oneself, too.
@Controller
@RequestMapping("/portal/outages/{key}")
class OutagePages {

    private final Outages outages;
    private final OutageViews views;
    private final Frames frames;

    OutagePages(Outages outages, OutageViews views, Frames frames) {
        this.outages = outages;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping
    String one(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var outage = outages.find(actor, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.view(outage, actor, frame));
        return "portal/outage";
    }

    @PostMapping("/me-too")
    String join(@PathVariable String key, Actor actor) {
        var outage = outages.join(actor, key).orElseThrow(NoSuchPage::new);
        return "redirect:" + OutageViews.href(outage.number()) + "#saved";
    }
}
