package org.mainstay.change.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Unlink;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/changes/{key}/incidents` and `/incidents/{key}/changes`: what caused what, or may have, with one press to say so
/// or to take it back; a part of the record's page, or a page of its own without JavaScript.
@Controller
class CausedPages {

    private static final List<Attribute<?>> OF_INCIDENTS = List.of(IncidentType.STATE, IncidentType.PRIORITY);
    private static final List<Attribute<?>> OF_CHANGES = List.of(ChangeType.STATE, ChangeType.OUTCOME);

    private final RecordStore store;
    private final CausedIncidents caused;
    private final Acts acts;
    private final Show show;
    private final Frames frames;

    CausedPages(RecordStore store, CausedIncidents caused, Acts acts, Show show, Frames frames) {
        this.store = store;
        this.caused = caused;
        this.acts = acts;
        this.show = show;
        this.frames = frames;
    }

    /// One of the two directions.
    ///
    /// @param type of the record whose page it is
    /// @param link from there to the other
    /// @param path below the record's page
    private record Side(RecordType<?> type, LinkType link, RecordType<?> other, String path, String title) {}

    private static final Side CHANGE =
            new Side(ChangeType.CHANGE, LinkType.CAUSES, IncidentType.INCIDENT, "incidents", "change.caused");
    private static final Side INCIDENT =
            new Side(IncidentType.INCIDENT, LinkType.CAUSED_BY, ChangeType.CHANGE, "changes", "change.causing");

    @GetMapping("/changes/{key}/incidents")
    String incidents(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return shown(CHANGE, change(actor, key), "", request, actor, frames.of(actor, request, locale), model);
    }

    @GetMapping("/incidents/{key}/changes")
    String changes(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = caused.incident(actor, key).orElseThrow(NoSuchPage::new);
        return shown(INCIDENT, incident, "", request, actor, frames.of(actor, request, locale), model);
    }

    /// @param incident that the change caused
    /// @param link to take off instead
    @PostMapping("/changes/{key}/incidents")
    String caused(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "") String link,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        return said(CHANGE, change(actor, key), incident, link, request, response, actor, frame, model);
    }

    /// @param change that caused the incident
    /// @param link to take off instead
    @PostMapping("/incidents/{key}/changes")
    String causing(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String link,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var incident = caused.incident(actor, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        return said(INCIDENT, incident, change, link, request, response, actor, frame, model);
    }

    private Snapshot change(Actor actor, String key) {
        return store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
    }

    private String said(
            Side side,
            Snapshot record,
            String other,
            String link,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Frame frame,
            Model model) {
        var outcome = link.isEmpty() ? linked(side, record, other, actor) : unlinked(side, record, link, actor);
        if (!(outcome instanceof Outcome.Done)) {
            response.setStatus(Says.status(outcome).value());
        } else if (!LinesView.part(request)) {
            return "redirect:" + Hrefs.record(side.type().collection(), record);
        }
        return shown(side, record, Says.why(outcome, frame), request, actor, frame, model);
    }

    private Outcome linked(Side side, Snapshot record, String other, Actor actor) {
        return Optional.of(other)
                .filter(it -> !it.isBlank())
                .flatMap(it -> store.find(actor, side.other(), it))
                .map(it -> acts.add(actor, side.type(), record.id(), new Link(side.link(), it.id())))
                .orElseGet(CausedPages::gone);
    }

    private Outcome unlinked(Side side, Snapshot record, String link, Actor actor) {
        return caused.links(actor, record, side.link(), side.other()).values().stream()
                .filter(it -> it.id().toString().equals(link))
                .findFirst()
                .map(it -> acts.add(actor, side.type(), record.id(), new Unlink(it)))
                .orElseGet(CausedPages::gone);
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Problem.of("change.caused.gone")));
    }

    private String shown(
            Side side,
            Snapshot record,
            String error,
            HttpServletRequest request,
            Actor actor,
            Frame frame,
            Model model) {
        boolean ofChange = side.equals(CHANGE);
        var found = ofChange ? caused.of(actor, record) : caused.ofIncident(actor, record);
        boolean part = LinesView.part(request);
        if (part && error.isEmpty() && found.suspicions().isEmpty() && nothing(record, ofChange)) {
            return "change/nothing";
        }
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CausedView(
                        Hrefs.record(side.type().collection(), record),
                        record.number() + " " + record.label(),
                        side.path(),
                        side.title(),
                        summary(side, found, frame),
                        lines(found, ofChange ? OF_INCIDENTS : OF_CHANGES, record, actor, frame),
                        side.other().code(),
                        error));
        return part ? "change/caused" : "change/caused_page";
    }

    /// Nothing has been done that could have caused any; and no change is near the incident.
    private static boolean nothing(Snapshot record, boolean ofChange) {
        if (!ofChange) {
            return true;
        }
        var state = record.need(ChangeType.STATE);
        return state.planned() || state == Change.State.CANCELLED;
    }

    private static List<String> summary(Side side, CausedIncidents.Found found, Frame frame) {
        var summary = new ArrayList<String>();
        if (found.suspicions().isEmpty()) {
            summary.add(frame.say(side.title() + ".none", Nearness.WITHIN.toHours()));
        } else if (found.suspicions().getLast().link() == null) {
            summary.add(frame.say(side.title() + ".hint", Nearness.WITHIN.toHours()));
        }
        if (!found.complete()) {
            summary.add(frame.say("affected_item.incomplete"));
        }
        return summary;
    }

    private List<CausedView.Line> lines(
            CausedIncidents.Found found, List<Attribute<?>> what, Snapshot record, Actor actor, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var records = found.suspicions().stream().map(Suspicion::record).toList();
        var labels = store.labels(actor, records);
        boolean changeable = actor.may(record.type().work(), record.organisation());
        return found.suspicions().stream()
                .map(it -> new CausedView.Line(
                        LinesView.linked(it.record()),
                        what.stream()
                                .filter(one -> it.record().get(one) != null)
                                .<Shown>map(one -> show.value(it.record(), one, labels, reader))
                                .toList(),
                        it.record().id().toString(),
                        it.link() == null ? "" : it.link().toString(),
                        frame.messages().say(it.reason(), frame.locale()),
                        changeable))
                .toList();
    }
}
