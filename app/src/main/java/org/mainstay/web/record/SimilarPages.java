package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/{collection}/{key}/similar`: records that are called alike; a fragment of the record's page, or a page of its
/// own without JavaScript.
@Controller
class SimilarPages {

    private static final int FEW = 6;

    private final RecordTypes types;
    private final RecordStore store;
    private final Similar similar;
    private final Frames frames;
    private final Show show;

    SimilarPages(RecordTypes types, RecordStore store, Similar similar, Frames frames, Show show) {
        this.types = types;
        this.store = store;
        this.similar = similar;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/similar")
    String similar(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        // itself is the likest of all
        var lines = similar.of(actor, record.type(), record.label(), FEW + 1).stream()
                .filter(it -> !it.id().equals(record.id()))
                .limit(FEW)
                .map(it -> new SimilarLine(
                        new Shown.Linked(Hrefs.record(collection, it), it.number(), it.label()),
                        it.number(),
                        state(it, reader)))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("href", Hrefs.record(collection, record));
        model.addAttribute("record", record.number() + " " + record.label());
        model.addAttribute("lines", lines);
        return request.getHeader("HX-Request") == null ? "record/similar_page" : "record/similar";
    }

    private List<Shown> state(Snapshot record, Show.Reader reader) {
        return record.type().attribute("state").stream()
                .filter(it -> record.get(it) != null)
                .map(it -> show.value(record, it, Map.of(), reader))
                .toList();
    }
}
