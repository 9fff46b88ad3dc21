package org.mainstay.cmdb.drift;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/drifts/{key}/lines` and `/configuration-items/{key}/drift`: what is otherwise by a drift, and what is open about
/// an item; parts of their pages, or pages of their own.
@Controller
class DriftPages {

    private final RecordStore store;
    private final DriftViews views;
    private final Frames frames;

    DriftPages(RecordStore store, DriftViews views, Frames frames) {
        this.store = store;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping("/drifts/{key}/lines")
    String lines(
            @PathVariable String key,
            @RequestParam(defaultValue = "false") String all,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var drift = store.find(actor, DriftType.DRIFT, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view", views.ofDrift(actor, drift, all.equals("true") ? DriftViews.MANY : DriftViews.FEW, frame));
        model.addAttribute("title", "drift.lines");
        return template(request);
    }

    @GetMapping({"/configuration-items/{key}/drift", "/services/{key}/drift"})
    String drift(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.ofItem(actor, ItemCollection.of(request), item, frame));
        model.addAttribute("title", "drift.of_item");
        return template(request);
    }

    private static String template(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null ? "cmdb/drift_page" : "cmdb/drift";
    }
}
