package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
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

/// What went wrong with a request item, on its page, and on the incident's what was ordered.
@Controller
class LinkedPages {

    private final RecordStore store;
    private final LinkedIncidents linked;
    private final Show show;
    private final Frames frames;

    LinkedPages(RecordStore store, LinkedIncidents linked, Show show, Frames frames) {
        this.store = store;
        this.linked = linked;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping("/request-items/{key}/incidents")
    String incidents(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item = store.find(actor, RequestItemType.REQUEST_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var lines = linked.incidents(actor, item);
        return page(item, lines, IncidentType.STATE, "request.incidents", false, request, actor, frame, model);
    }

    @GetMapping("/incidents/{key}/request-items")
    String items(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = store.find(actor, IncidentType.INCIDENT, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var lines = linked.items(actor, incident);
        return page(incident, lines, RequestItemType.STATE, "request.ordered", true, request, actor, frame, model);
    }

    /// @param rare whether most records have none, so that the panel takes no place where there are none
    private String page(
            Snapshot record,
            List<LinkedIncidents.Line> lines,
            Attribute<?> state,
            String title,
            boolean rare,
            HttpServletRequest request,
            Actor actor,
            Frame frame,
            Model model) {
        var reader = Show.Reader.of(frame, actor);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new WorkView.Lines(
                        Hrefs.record(record.type().collection(), record),
                        record.number() + " " + record.label(),
                        title,
                        title + ".none",
                        lines.stream()
                                .map(it -> new WorkView.Line(
                                        named(it, frame), List.of(show.value(it.other(), state, Map.of(), reader))))
                                .toList()));
        if (request.getHeader("HX-Request") == null) {
            return "request/lines_page";
        }
        return lines.isEmpty() && rare ? "request/nothing" : "request/lines";
    }

    private static Shown named(LinkedIncidents.Line line, Frame frame) {
        var other = line.other();
        return line.seen()
                ? new Shown.Linked(
                        Hrefs.record(other.type().collection(), other),
                        other.number(),
                        other.number() + " " + other.label())
                : new Shown.Plain(frame.say("request.parcel.trouble_known"));
    }
}
