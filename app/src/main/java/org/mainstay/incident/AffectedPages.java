package org.mainstay.incident;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/incidents/{key}/affected`: whom an incident affects, for those who work on it.
@Controller
class AffectedPages {

    private static final int MOST = 200;

    private final RecordStore store;
    private final OutageQueries queries;
    private final Show show;
    private final Frames frames;

    AffectedPages(RecordStore store, OutageQueries queries, Show show, Frames frames) {
        this.store = store;
        this.queries = queries;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping("/incidents/{key}/affected")
    String affected(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = store.find(actor, IncidentType.INCIDENT, key)
                .filter(it -> Histories.works(actor, it))
                .orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var count = incident.get(IncidentType.AFFECTED_COUNT);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new AffectedView(
                        Hrefs.record("incidents", incident),
                        incident.number() + " " + incident.label(),
                        count == null ? 0 : count,
                        lines(actor, incident.id(), frame)));
        return "incident/affected";
    }

    private List<AffectedView.Line> lines(Actor actor, UUID incident, Frame frame) {
        var affected = queries.affected(incident, MOST);
        var named = new HashSet<UUID>();
        affected.forEach(it -> {
            named.add(it.person());
            named.add(it.by());
        });
        var labels = store.labelsOf(actor, named);
        var reader = Show.Reader.of(frame, actor);
        return affected.stream()
                .map(it -> new AffectedView.Line(
                        name(labels, it.person(), frame),
                        it.by().equals(it.person()) ? "" : name(labels, it.by(), frame),
                        show.moment(it.at(), reader)))
                .toList();
    }

    private static String name(Map<UUID, Label> labels, UUID id, Frame frame) {
        var label = labels.get(id);
        return label == null ? frame.say("web.somebody") : label.label();
    }
}
