package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Timelines;
import org.mainstay.conversation.Timelines.Part;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}/history`: all changes of a record as a table, and the record as it was at a moment.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}/history")
class HistoryPages {

    private static final int ROWS = 100;

    private final RecordTypes types;
    private final RecordStore store;
    private final Timelines timelines;
    private final TimelineViews views;
    private final Fields fields;
    private final Frames frames;
    private final Show show;

    HistoryPages(
            RecordTypes types,
            RecordStore store,
            Timelines timelines,
            TimelineViews views,
            Fields fields,
            Frames frames,
            Show show) {
        this.types = types;
        this.store = store;
        this.timelines = timelines;
        this.views = views;
        this.fields = fields;
        this.frames = frames;
        this.show = show;
    }

    /// @param at when; empty for the changes themselves
    @GetMapping
    String history(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        var record = store.find(actor, type, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var href = Hrefs.record(collection, record);
        model.addAttribute("frame", frame);
        model.addAttribute("href", href);
        model.addAttribute("record", record.number() + " " + record.label());
        if (!at.isEmpty()) {
            return asOf(actor, collection, key, moment(at), frame, model);
        }
        var timeline = timelines.of(actor, record, Part.CHANGES, ROWS, before);
        var read = new TimelineViews.Read(actor, href, record, timeline, timeline.labels(), Markdown.Resolver.NONE);
        model.addAttribute("timeline", views.of(read, Part.CHANGES, before, frame));
        model.addAttribute("earlier", timeline.next() == null ? "" : Hrefs.encoded(timeline.next()));
        return "record/history";
    }

    private String asOf(Actor actor, String collection, String key, Instant at, Frame frame, Model model) {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        var then = store.findAsOf(actor, type, key, at).orElseThrow(NoSuchPage::new);
        var reader = Show.Reader.of(frame, actor);
        var labels = new HashMap<>(store.labels(actor, List.of(then)));
        var asked = Fields.Asked.past(actor, then, labels, reader);
        model.addAttribute("label", then.label());
        model.addAttribute("moment", show.moment(at, reader));
        model.addAttribute("prose", fields.prose(asked, Markdown.Resolver.NONE));
        model.addAttribute("sections", fields.sections(asked));
        return "record/as_of";
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadQuery("at", "web.bad_request");
        }
    }
}
