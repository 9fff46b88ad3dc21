package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.LinesView.More;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.RecordLines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What belongs to a problem, on its page, and the problems of an incident on that one's.
@Controller
class ProblemPages {

    private static final int MANY = 1_000;

    private final RecordStore store;
    private final Caused caused;
    private final RecordLines lines;
    private final Frames frames;

    ProblemPages(RecordStore store, Caused caused, RecordLines lines, Frames frames) {
        this.store = store;
        this.caused = caused;
        this.lines = lines;
        this.frames = frames;
    }

    @GetMapping("/problems/{key}/incidents")
    String incidents(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var incidents = caused.incidents(actor, problem);
        var href = Hrefs.record(ProblemType.PROBLEM.collection(), problem);
        var more = works(actor, problem) && problem.need(ProblemType.STATE) != Problem.State.CLOSED
                ? new More(href + "/actions/link_incidents", frame.say("problem.action.link_incidents"))
                : null;
        var summary = incidents.isEmpty()
                ? List.of(frame.say("problem.incidents.none"))
                : List.of(summary(caused.rollUp(incidents), frame));
        return LinesView.of(
                        problem,
                        "problem.incidents",
                        summary,
                        lines.of(incidents, List.of(IncidentType.STATE, IncidentType.PRIORITY), request, actor, frame),
                        more)
                .shown(request, frame, model);
    }

    static String summary(Caused.RollUp sum, Frame frame) {
        return frame.say("problem.incidents.roll_up", sum.count(), sum.open(), sum.people(), sum.minutes());
    }

    @GetMapping("/incidents/{key}/problems")
    String problems(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = store.find(actor, IncidentType.INCIDENT, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var found = caused.problems(actor, incident);
        var more = works(actor, incident)
                ? new More(
                        "/problems/from-incidents?incidents=" + Hrefs.encoded(incident.number()),
                        frame.say("problem.from_incidents.one"))
                : null;
        return LinesView.of(
                        incident,
                        "problem.of_incident",
                        found.isEmpty() ? List.of(frame.say("problem.of_incident.none")) : List.of(),
                        lines.of(found, List.of(ProblemType.STATE, ProblemType.PRIORITY), request, actor, frame),
                        more)
                .shown(request, frame, model);
    }

    @GetMapping("/problems/{key}/tasks")
    String tasks(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var tasks = store.list(
                        actor,
                        ProblemTaskType.PROBLEM_TASK,
                        Query.of(Filter.is(ProblemTaskType.PROBLEM, problem.id()))
                                .limit(MANY))
                .items();
        var more = works(actor, problem) && problem.need(ProblemType.STATE) != Problem.State.CLOSED
                ? new More(
                        "/problem-tasks/new?problem=" + Hrefs.encoded(problem.number()), frame.say("problem_task.add"))
                : null;
        return LinesView.of(
                        problem,
                        "problem_task.plural",
                        tasks.isEmpty() ? List.of(frame.say("problem_task.none")) : List.of(),
                        lines.of(
                                tasks, List.of(ProblemTaskType.STATE, ProblemTaskType.ASSIGNEE), request, actor, frame),
                        more)
                .shown(request, frame, model);
    }

    @GetMapping("/problems/{key}/known-errors")
    String knownErrors(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var found = store.list(
                        actor,
                        KnownErrorType.KNOWN_ERROR,
                        Query.of(Filter.is(KnownErrorType.PROBLEM, problem.id()))
                                .limit(MANY))
                .items();
        var more = works(actor, problem)
                ? new More(
                        "/known-errors/new?problem=" + Hrefs.encoded(problem.number()) + "&title="
                                + Hrefs.encoded(problem.need(ProblemType.TITLE)),
                        frame.say("known_error.add"))
                : null;
        return LinesView.of(
                        problem,
                        "known_error.plural",
                        found.isEmpty() ? List.of(frame.say("known_error.of_problem.none")) : List.of(),
                        lines.of(found, List.of(KnownErrorType.STATE), request, actor, frame),
                        more)
                .shown(request, frame, model);
    }

    private static boolean works(Actor actor, Snapshot record) {
        return actor.may(ProblemType.WORK, record.organisation());
    }
}
