package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.rest.Asked;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// `/problems/from-incidents`: a problem made of one incident or of several, whose numbers are typed or come along.
@Controller
@RequestMapping("/problems/from-incidents")
class FromIncidentsPages {

    private final FromIncidents fromIncidents;
    private final RecordStore store;
    private final RecordTypes types;
    private final Asked asked;
    private final Frames frames;
    private final Clock clock;

    FromIncidentsPages(
            FromIncidents fromIncidents,
            RecordStore store,
            RecordTypes types,
            Asked asked,
            Frames frames,
            Clock clock) {
        this.fromIncidents = fromIncidents;
        this.store = store;
        this.types = types;
        this.asked = asked;
        this.frames = frames;
        this.clock = clock;
    }

    /// @param record chosen in the list of incidents, once each
    /// @param all whether all are chosen that match `filter`
    @GetMapping
    String ask(
            @RequestParam(defaultValue = "") String incidents,
            @RequestParam(defaultValue = "") List<String> record,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String filter,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        var chosen = new ArrayList<>(keys(incidents));
        chosen.addAll(all.equals("true") ? matching(actor, filter) : record);
        var frame = frames.of(actor, request, locale);
        var errors = chosen.size() > FromIncidents.MOST
                ? List.of(frame.say("problem.from_incidents.how_many", FromIncidents.MOST))
                : List.<String>of();
        var typed = String.join(" ", chosen.subList(0, Math.min(chosen.size(), FromIncidents.MOST)));
        return page(typed, title(actor, typed), errors, actor, frame, model);
    }

    /// One more than may be at most; none where the filter cannot be read.
    private List<String> matching(Actor actor, String filter) {
        var of = types.byCollection(IncidentType.INCIDENT.collection()).orElseThrow();
        try {
            var which = asked.filter(of, filter, new FilterContext(actor, clock.instant()));
            var query = new Query(which, null, List.of(Header.NUMBER), FromIncidents.MOST + 1, null);
            return store.list(actor, of.type(), query).items().stream()
                    .map(Snapshot::number)
                    .toList();
        } catch (Asked.BadFilter _) {
            return List.of();
        }
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String incidents,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        var frame = frames.of(actor, request, locale);
        var given = new HashMap<String, JsonNode>();
        if (!title.isBlank()) {
            given.put(ProblemType.TITLE.code(), StringNode.valueOf(title));
        }
        try {
            var outcome = fromIncidents.create(actor, fromIncidents.incidents(actor, keys(incidents)), given);
            if (outcome instanceof Outcome.Done(var made)) {
                return Hrefs.saved(ProblemType.PROBLEM.collection(), made.number());
            }
            response.setStatus(Says.status(outcome).value());
            return page(incidents, title, Says.errors(outcome, frame), actor, frame, model);
        } catch (Refusal e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(incidents, title, Says.errors(new Outcome.Refused(e.problems()), frame), actor, frame, model);
        }
    }

    private static void permitted(Actor actor) {
        if (!actor.may(ProblemType.WORK)) {
            throw new NotPermitted(Message.of("problem.permits.work_needed"));
        }
    }

    /// That of the first incident, where there is one.
    private String title(Actor actor, String incidents) {
        var named = named(actor, incidents);
        return named.isEmpty() ? "" : named.getFirst().label();
    }

    /// None where one of them is not there.
    private List<Snapshot> named(Actor actor, String incidents) {
        try {
            return fromIncidents.incidents(actor, keys(incidents));
        } catch (Refusal _) {
            return List.of();
        }
    }

    private static List<String> keys(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .map(Forms::number)
                .toList();
    }

    private String page(String incidents, String title, List<String> errors, Actor actor, Frame frame, Model model) {
        var named = named(actor, incidents).stream().map(LinesView::linked).toList();
        model.addAttribute("frame", frame);
        model.addAttribute("view", new ProblemView.FromIncidents(incidents, title, named, errors));
        return "problem/from_incidents";
    }
}
