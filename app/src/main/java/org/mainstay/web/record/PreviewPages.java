package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/{collection}/{key}/preview`: a record beside the list it was found in.
@Controller
class PreviewPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final RecordViews views;
    private final Frames frames;

    PreviewPages(RecordTypes types, RecordStore store, RecordViews views, Frames frames) {
        this.types = types;
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
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, collection, record, RecordViews.Wanted.NEWEST, frame));
        return "record/preview";
    }
}
