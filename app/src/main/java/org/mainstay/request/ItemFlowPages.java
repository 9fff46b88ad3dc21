package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.flow.RunViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/request-items/{key}/flow`: where the flow of an item is, a part of its page.
@Controller
class ItemFlowPages {

    private final RecordStore store;
    private final RunViews runs;
    private final Frames frames;

    ItemFlowPages(RecordStore store, RunViews runs, Frames frames) {
        this.store = store;
        this.runs = runs;
        this.frames = frames;
    }

    @GetMapping("/request-items/{key}/flow")
    String flow(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item = store.find(actor, RequestItemType.REQUEST_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("runs", runs.of(actor, item, true, frame));
        model.addAttribute("href", Hrefs.record(RequestItemType.REQUEST_ITEM.collection(), item));
        model.addAttribute("record", item.number() + " " + item.label());
        return request.getHeader("HX-Request") == null ? "flow/runs_page" : "flow/runs";
    }
}
