package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
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
    private final Frames frames;

    FromIncidentsPages(FromIncidents fromIncidents, Frames frames) {
        this.fromIncidents = fromIncidents;
        this.frames = frames;
    }

    @GetMapping
    String ask(
            @RequestParam(defaultValue = "") String incidents,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        return page(incidents, title(actor, incidents), List.of(), frames.of(actor, request, locale), model);
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
            return page(incidents, title, Says.errors(outcome, frame), frame, model);
        } catch (Refusal e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(incidents, title, Says.errors(new Outcome.Refused(e.problems()), frame), frame, model);
        }
    }

    private static void permitted(Actor actor) {
        if (!actor.may(ProblemType.WORK)) {
            throw new NotPermitted(Message.of("problem.permits.work_needed"));
        }
    }

    /// That of the first incident, where there is one.
    private String title(Actor actor, String incidents) {
        try {
            return fromIncidents.incidents(actor, keys(incidents)).getFirst().label();
        } catch (Refusal _) {
            return "";
        }
    }

    private static List<String> keys(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .map(Forms::number)
                .toList();
    }

    private static String page(String incidents, String title, List<String> errors, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", new ProblemView.FromIncidents(incidents, title, errors));
        return "problem/from_incidents";
    }
}
