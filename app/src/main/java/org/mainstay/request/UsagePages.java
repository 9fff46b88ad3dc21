package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How catalogue items are used: on the page of each, and of all of them at `/catalog/usage`.
@Controller
class UsagePages {

    private static final int PAGE = 25;

    private final RecordStore store;
    private final CatalogUsage usage;
    private final UsageViews views;
    private final Frames frames;

    UsagePages(RecordStore store, CatalogUsage usage, UsageViews views, Frames frames) {
        this.store = store;
        this.usage = usage;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping("/catalog-items/{key}/usage")
    String one(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item = store.find(actor, CatalogItemType.CATALOG_ITEM, key).orElseThrow(NoSuchPage::new);
        var scope =
                UsageScope.of(actor, item).orElseThrow(() -> new NotPermitted(Message.of("request.usage.for_keepers")));
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new UsageView.One(
                        Hrefs.record("catalog-items", item),
                        item.number() + " " + item.label(),
                        views.figures(usage.of(item, scope), frame),
                        views.limited(List.of(scope), actor, frame)));
        return request.getHeader("HX-Request") == null ? "request/usage_page" : "request/usage_panel";
    }

    /// @param days by whose volume they are put in order
    /// @param page from 1
    @GetMapping("/catalog/usage")
    String all(
            @RequestParam(defaultValue = "365") String days,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        if (!usage.keeps(actor)) {
            throw new NotPermitted(Message.of("request.usage.for_keepers"));
        }
        int by = CatalogUsage.DAYS.stream()
                .filter(it -> String.valueOf(it).equals(days))
                .findFirst()
                .orElse(365);
        int number = page.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(page)) : 1;
        int from = (number - 1) * PAGE;
        var frame = frames.of(actor, request, locale);
        var listed = usage.list(actor, by, from, PAGE);
        var scopes = listed.lines().stream().map(CatalogUsage.Line::scope).distinct();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new UsageView.All(
                        CatalogUsage.DAYS.stream().map(it -> tab(it, by, frame)).toList(),
                        views.titles(frame),
                        views.rows(listed.lines(), frame),
                        views.limited(scopes.toList(), actor, frame),
                        number == 1 ? "" : href(by, number - 1),
                        from + PAGE < listed.all() ? href(by, number + 1) : "",
                        from,
                        listed.all()));
        return "request/usage";
    }

    private static UsageView.Tab tab(int days, int by, Frame frame) {
        return new UsageView.Tab(href(days, 1), frame.say("request.usage.by", days), days == by);
    }

    private static String href(int days, int page) {
        return "/catalog/usage?days=" + days + (page == 1 ? "" : "&page=" + page);
    }
}
