package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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

    /// @param text what the record is called, from a page that knows it: then the record is not read once more. What is
    /// similar to a text is anybody's to ask.
    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/similar")
    String similar(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        if (!text.isBlank() && request.getHeader("HX-Request") != null) {
            model.addAttribute("lines", lines(actor, of.type(), key, text, collection, frame));
            return "record/similar";
        }
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        model.addAttribute("lines", lines(actor, record.type(), record.number(), record.label(), collection, frame));
        model.addAttribute("href", Hrefs.record(collection, record));
        model.addAttribute("record", record.number() + " " + record.label());
        return request.getHeader("HX-Request") == null ? "record/similar_page" : "record/similar";
    }

    private List<SimilarLine> lines(
            Actor actor, RecordType<?> type, String number, String text, String collection, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        // itself is the likest of all
        return similar.of(actor, type, text, FEW + 1).stream()
                .filter(it -> !it.number().equals(number))
                .limit(FEW)
                .map(it -> new SimilarLine(
                        new Shown.Linked(Hrefs.record(collection, it), it.number(), it.label()),
                        it.number(),
                        state(it, reader)))
                .toList();
    }

    private List<Shown> state(Snapshot record, Show.Reader reader) {
        return record.type().attribute("state").stream()
                .filter(it -> record.get(it) != null)
                .map(it -> show.value(record, it, Map.of(), reader))
                .toList();
    }
}
