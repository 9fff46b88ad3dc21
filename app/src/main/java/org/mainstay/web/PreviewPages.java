package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/{collection}/{key}/preview`: a record beside the list it was found in.
@Controller
class PreviewPages {

    private final Lists lists;
    private final RecordStore store;
    private final RecordViews views;
    private final Frames frames;

    PreviewPages(Lists lists, RecordStore store, RecordViews views, Frames frames) {
        this.lists = lists;
        this.store = store;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/preview")
    String preview(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = store.find(actor, lists.collection(collection).type(), key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, collection, record, RecordViews.Wanted.NEWEST, frame));
        return "record/preview";
    }
}
