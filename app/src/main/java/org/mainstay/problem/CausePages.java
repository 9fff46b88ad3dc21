package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.CauseEditors.Doing;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.LinesView.Line;
import org.mainstay.web.LinesView.More;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.mainstay.web.Show;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/problems/{key}/causes`: the board on which people look for the cause of a problem, and the document that comes of
/// it. Every form works by itself; with scripts only the board changes.
@Controller
class CausePages {

    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private final RecordStore store;
    private final Board board;
    private final CauseForms forms;
    private final CauseViews views;
    private final CauseDocuments documents;
    private final Show show;
    private final Frames frames;

    CausePages(
            RecordStore store,
            Board board,
            CauseForms forms,
            CauseViews views,
            CauseDocuments documents,
            Show show,
            Frames frames) {
        this.store = store;
        this.board = board;
        this.forms = forms;
        this.views = views;
        this.documents = documents;
        this.show = show;
        this.frames = frames;
    }

    /// @param at number of the cause on which one works
    /// @param verb what one is about to do there
    @GetMapping("/problems/{key}/causes")
    String causes(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(name = "do", defaultValue = "") String verb,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var problem = problem(actor, key);
        return page(problem, new Doing(at, verb, Map.of(), null), frames.of(actor, request, locale), actor, model);
    }

    @PostMapping("/problems/{key}/causes")
    String submit(
            @PathVariable String key,
            @RequestParam(name = "cause", defaultValue = "") String at,
            @RequestParam(name = "do", defaultValue = CauseForms.CREATE) String verb,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var problem = problem(actor, key);
        var cause = at.isEmpty() ? null : cause(actor, problem, at);
        var result = forms.submit(actor, problem, cause, verb, lines(typed));
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            var to = result.at().isEmpty() ? "" : "?at=" + Hrefs.encoded(result.at()) + "#" + result.at();
            return "redirect:" + CauseViews.href(problem) + to;
        }
        // a script shows only what was refused, a browser whatever comes
        response.setStatus(
                LinesView.part(request)
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : Says.status(outcome).value());
        return page(
                problem(actor, key),
                new Doing(at, verb, typed, outcome),
                frames.of(actor, request, locale),
                actor,
                model);
    }

    /// Browsers end the lines of a text area in their own way.
    private static Map<String, String> lines(Map<String, String> typed) {
        var lines = new HashMap<>(typed);
        lines.replaceAll((_, text) -> text.replace("\r\n", "\n"));
        return lines;
    }

    private Snapshot problem(Actor actor, String key) {
        return store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
    }

    private Snapshot cause(Actor actor, Snapshot problem, String number) {
        return store.find(actor, CauseType.CAUSE, number)
                .filter(it -> problem.id().equals(it.get(CauseType.PROBLEM)))
                .orElseThrow(NoSuchPage::new);
    }

    private String page(Snapshot problem, Doing doing, Frame frame, Actor actor, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(board.of(actor, problem), doing, why(actor, problem), actor, frame));
        return "problem/causes";
    }

    /// Why the actor changes nothing; empty where they may.
    private static String why(Actor actor, Snapshot problem) {
        if (!actor.may(ProblemType.WORK, problem.organisation())) {
            return "problem.permits.work_needed";
        }
        return problem.need(ProblemType.STATE) == Problem.State.CLOSED ? "cause.problem_closed" : "";
    }

    @GetMapping("/problems/{key}/causes/document")
    String document(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", documents.of(board.of(actor, problem(actor, key)), actor, frame));
        return "problem/causes_document";
    }

    @GetMapping("/problems/{key}/causes.md")
    ResponseEntity<String> markdown(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale) {
        var frame = frames.of(actor, request, locale);
        var document = documents.of(board.of(actor, problem(actor, key)), actor, frame);
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + CauseDocuments.fileName(document) + "\"")
                .body(CauseMarkdown.of(document, origin(request), frame));
    }

    private static String origin(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /// What stands of it on the problem's page.
    @GetMapping("/problems/{key}/cause-summary")
    String summary(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = problem(actor, key);
        var frame = frames.of(actor, request, locale);
        var sight = board.of(actor, problem);
        var roots = sight.roots().isEmpty() ? sight.tree().nodes() : sight.roots();
        var figures = CauseViews.figures(sight, frame);
        var reader = Show.Reader.of(frame, actor);
        return LinesView.of(
                        problem,
                        "cause.board",
                        List.of(figures.isEmpty() ? frame.say("cause.none") : figures),
                        roots.stream()
                                .map(it -> new Line(
                                        LinesView.linked(it.cause()),
                                        List.of(show.value(it.cause(), CauseType.STATE, sight.labels(), reader)),
                                        CauseTree.root(it) ? List.of(frame.say("cause.root")) : List.of()))
                                .toList(),
                        new More(CauseViews.href(problem), frame.say("cause.open_board")))
                .shown(request, frame, model);
    }

    /// From a cause to its place on the board.
    @GetMapping("/causes/{key}/board")
    String board(@PathVariable String key, Actor actor) {
        var cause = store.find(actor, CauseType.CAUSE, key).orElseThrow(NoSuchPage::new);
        var problem = store.get(actor, ProblemType.PROBLEM, cause.need(CauseType.PROBLEM))
                .orElseThrow(NoSuchPage::new);
        return "redirect:" + CauseViews.href(problem) + "?at=" + cause.number() + "#" + cause.number();
    }
}
