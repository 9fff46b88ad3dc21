package org.mainstay.web.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Permissions;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.ViewCounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/administration`: everything that can be configured, how much there is of it, and what it is for.
@Controller
class AdministrationPages {

    /// From this rank on the menu's entries are what administrators keep, the directory among it.
    private static final int FROM = 80;

    private final RecordTypes types;
    private final ViewCounts counts;
    private final Frames frames;

    AdministrationPages(RecordTypes types, ViewCounts counts, Frames frames) {
        this.types = types;
        this.counts = counts;
        this.frames = frames;
    }

    @GetMapping("/administration")
    String page(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        if (!actor.may(Permissions.ADMIN)) {
            throw new NotPermitted(Message.of("kernel.access.administrators_only"));
        }
        var frame = frames.of(actor, request, locale);
        var entries = frame.menu().stream()
                .filter(it -> it.rank() >= FROM && !it.href().equals("/administration"))
                .map(it -> new Place(
                        frame.say(it.label()), it.href(), it.icon(), count(actor, it.href(), frame), about(it, frame)))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("entries", entries);
        return "web/administration";
    }

    private String count(Actor actor, String href, Frame frame) {
        return types.byCollection(href.substring(1))
                .flatMap(_ -> counts.of("", href.substring(1), actor, frame.locale()))
                .orElse("");
    }

    private static String about(MenuEntry entry, Frame frame) {
        var about = frame.messages().find("administration." + entry.href().substring(1), frame.locale());
        return about == null ? "" : about;
    }
}
