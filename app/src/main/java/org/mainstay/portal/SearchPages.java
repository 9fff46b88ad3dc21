package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Texts;
import org.mainstay.request.Storefront;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/portal/search`: one search over what is offered, services, and what one has ordered and reported.
@Controller
class SearchPages {

    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 8;
    private static final int FEW = 5;
    private static final int MANY = 48;
    private static final Set<String> KINDS = Set.of("items", "services", "requests", "problems");

    private final Storefront storefront;
    private final Things things;
    private final Reports reports;
    private final HomeViews homes;
    private final PortalViews views;
    private final Frames frames;

    SearchPages(
            Storefront storefront, Things things, Reports reports, HomeViews homes, PortalViews views, Frames frames) {
        this.storefront = storefront;
        this.things = things;
        this.reports = reports;
        this.homes = homes;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping("/portal/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var text = Texts.cut(q.strip().replaceAll("\\p{Cntrl}+", " "), LONGEST);
        var view = text.isEmpty() ? nothing() : found(actor, text, KINDS.contains(kind) ? kind : "", frame);
        if (!text.isEmpty() && view.kind().isEmpty() && view.nothing()) {
            storefront.missed(actor, text);
        }
        model.addAttribute("frame", frame);
        model.addAttribute("view", view);
        return "portal/search";
    }

    private static PortalView.Search nothing() {
        return new PortalView.Search("", "", none(), none(), none(), none());
    }

    private static <T> PortalView.Few<T> none() {
        return new PortalView.Few<>(List.of(), false);
    }

    private PortalView.Search found(Actor actor, String text, String kind, Frame frame) {
        return new PortalView.Search(
                text,
                kind,
                wanted(kind, "items") ? few(storefront.find(actor, text, most(kind), frame)) : none(),
                wanted(kind, "services") ? services(actor, text, most(kind), frame) : none(),
                wanted(kind, "requests") ? few(storefront.parcels(actor, text, most(kind), frame)) : none(),
                wanted(kind, "problems") ? problems(actor, text, most(kind), frame) : none());
    }

    private static boolean wanted(String kind, String one) {
        return kind.isEmpty() || kind.equals(one);
    }

    private static int most(String kind) {
        return kind.isEmpty() ? FEW : MANY;
    }

    private static <T> PortalView.Few<T> few(Storefront.Found<T> found) {
        return new PortalView.Few<>(found.cards(), found.more());
    }

    private PortalView.Few<PortalView.Gear> services(Actor actor, String text, int limit, Frame frame) {
        var words = Texts.words(text, MOST_WORDS);
        var page = things.services(actor, words, limit);
        return new PortalView.Few<>(homes.gears(page.items(), false, frame), page.next() != null);
    }

    private PortalView.Few<PortalView.Card> problems(Actor actor, String text, int limit, Frame frame) {
        var page = reports.find(actor, text, limit);
        return new PortalView.Few<>(views.cards(page.items(), actor, frame), page.next() != null);
    }
}
