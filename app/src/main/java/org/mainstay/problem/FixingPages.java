package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.Problem.State;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.LinesView.More;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.RecordLines;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The changes that fix a problem, on its page, and the problems that a change fixes on that one's, which leads to
/// their resolution once the change went well.
@Controller
class FixingPages {

    private final RecordStore store;
    private final Fixing fixing;
    private final RecordLines lines;
    private final Frames frames;

    FixingPages(RecordStore store, Fixing fixing, RecordLines lines, Frames frames) {
        this.store = store;
        this.fixing = fixing;
        this.lines = lines;
        this.frames = frames;
    }

    @GetMapping("/problems/{key}/changes")
    String changes(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var changes = fixing.changes(actor, problem);
        return LinesView.of(
                        problem,
                        "problem.changes",
                        summary(problem, changes, frame),
                        told(lines.of(
                                changes,
                                List.of(ChangeType.STATE, ChangeType.OUTCOME, ChangeType.PLANNED_START),
                                request,
                                actor,
                                frame)),
                        more(actor, problem, changes, frame))
                .shown(request, frame, model);
    }

    /// Without what is not known yet.
    private static List<LinesView.Line> told(List<LinesView.Line> lines) {
        return lines.stream()
                .map(it -> new LinesView.Line(
                        it.record(),
                        it.what().stream()
                                .filter(one -> !(one instanceof Shown.Nothing))
                                .toList(),
                        it.note()))
                .toList();
    }

    private static List<String> summary(Snapshot problem, List<Snapshot> changes, Frame frame) {
        if (changes.isEmpty()) {
            return List.of(frame.say("problem.changes.none"));
        }
        if (problem.need(ProblemType.STATE) == State.CLOSED) {
            return List.of();
        }
        var hindrance = Fixing.hindrance(changes);
        if (hindrance.isPresent()) {
            return List.of(frame.messages().say(hindrance.get(), frame.locale()));
        }
        return Fixing.fixed(changes) ? List.of(frame.say("problem.changes.fixed")) : List.of();
    }

    /// Resolving it where that is all that is left, else another change.
    private static @Nullable More more(Actor actor, Snapshot problem, List<Snapshot> changes, Frame frame) {
        var href = Hrefs.record(ProblemType.PROBLEM.collection(), problem);
        if (resolves(actor, problem, changes)) {
            return new More(href + "/actions/resolve", frame.say("problem.changes.resolve"));
        }
        return actor.may(ProblemType.WORK, problem.organisation())
                        && actor.may(ChangeType.WORK, problem.organisation())
                        && problem.need(ProblemType.STATE).open()
                ? new More(href + "/actions/make_change", frame.say("problem.action.make_change"))
                : null;
    }

    private static boolean resolves(Actor actor, Snapshot problem, List<Snapshot> changes) {
        return actor.may(ProblemType.WORK, problem.organisation())
                && problem.need(ProblemType.STATE) == State.FIX_IN_PROGRESS
                && Fixing.fixed(changes);
    }

    @GetMapping("/changes/{key}/problems")
    String problems(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var change = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var problems = fixing.problems(actor, change);
        if (problems.isEmpty() && LinesView.part(request)) {
            return "problem/nothing";
        }
        return LinesView.of(
                        change,
                        "problem.of_change",
                        problems.isEmpty() ? List.of(frame.say("problem.of_change.none")) : List.of(),
                        offered(
                                lines.of(
                                        problems,
                                        List.of(ProblemType.STATE, ProblemType.PRIORITY),
                                        request,
                                        actor,
                                        frame),
                                problems,
                                actor,
                                frame),
                        null)
                .shown(request, frame, model);
    }

    /// With the way to resolve each problem that this was the last change for.
    private List<LinesView.Line> offered(
            List<LinesView.Line> lines, List<Snapshot> problems, Actor actor, Frame frame) {
        var offered = new ArrayList<LinesView.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var problem = problems.get(i);
            if (!resolves(actor, problem, fixing.changes(actor, problem))) {
                offered.add(line);
                continue;
            }
            var what = new ArrayList<>(line.what());
            var say = frame.say("problem.changes.resolve");
            what.add(new Shown.Linked(
                    Hrefs.record(ProblemType.PROBLEM.collection(), problem) + "/actions/resolve",
                    problem.number(),
                    say));
            offered.add(new LinesView.Line(line.record(), what, line.note()));
        }
        return offered;
    }
}
