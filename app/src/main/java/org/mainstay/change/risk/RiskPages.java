package org.mainstay.change.risk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
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

/// `/changes/{key}/risk`: why a change is as risky as it is, and the questions about it.
@Controller
class RiskPages {

    /// Begins the name of the input that answers a question.
    static final String ANSWER = "answer.";

    private static final String VERSION = "version";

    private final RecordStore store;
    private final RiskAssessments assessments;
    private final RiskTerms terms;
    private final Acts acts;
    private final Frames frames;
    private final Show show;

    RiskPages(RecordStore store, RiskAssessments assessments, RiskTerms terms, Acts acts, Frames frames, Show show) {
        this.store = store;
        this.assessments = assessments;
        this.terms = terms;
        this.acts = acts;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping("/changes/{key}/risk")
    String risk(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var change = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        if (LinesView.part(request)) {
            return reasons(change, true, actor, frame).shown(request, frame, model);
        }
        return page(change, RiskAnswers.kept(change.get(ChangeType.RISK_ANSWERS)), null, actor, frame, model);
    }

    /// Questions that are left open keep their answers.
    @PostMapping("/changes/{key}/risk")
    String answer(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var change = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        var answers = new LinkedHashMap<String, String>();
        typed.forEach((name, answer) -> {
            if (name.startsWith(ANSWER) && !answer.isBlank()) {
                answers.put(name.substring(ANSWER.length()), answer);
            }
        });
        var given = Input.texts(Map.of(AnswerRisk.ANSWERS.code(), RiskAnswers.text(answers)));
        var outcome = acts.act(actor, ChangeType.CHANGE, change.id(), AnswerRisk.NAME, given, version(typed), false);
        if (outcome instanceof Outcome.Done) {
            return "redirect:" + href(change);
        }
        response.setStatus(Says.status(outcome).value());
        var now = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        return page(now, answers, outcome, actor, frames.of(actor, request, locale), model);
    }

    private static @Nullable Long version(Map<String, String> typed) {
        var version = typed.getOrDefault(VERSION, "");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    private static String href(Snapshot change) {
        return Hrefs.record(ChangeType.CHANGE.collection(), change) + "/risk";
    }

    private String page(
            Snapshot change,
            Map<String, String> answers,
            @Nullable Outcome outcome,
            Actor actor,
            Frame frame,
            Model model) {
        boolean answerable = acts.possible(actor, change).stream()
                .anyMatch(it -> it.action().name().equals(AnswerRisk.NAME)
                        && it.decision().yes());
        var questions = terms.questions(change.get(ChangeType.MODEL)).stream()
                .map(it -> asked(it, answers.get(it.code()), frame))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new RiskView(
                        reasons(change, false, actor, frame),
                        questions,
                        answerable && !questions.isEmpty() ? href(change) : "",
                        change.version(),
                        outcome == null ? List.of() : Says.errors(outcome, frame)));
        return "change/risk";
    }

    private static RiskView.Asked asked(RiskQuestion question, @Nullable String given, Frame frame) {
        var options = question.answers().stream()
                .map(it -> new RiskView.Option(
                        it.code(),
                        frame.say("risk.option", frame.messages().say(it.label(), frame.locale()), it.points()),
                        it.code().equals(given)))
                .toList();
        return new RiskView.Asked(
                ANSWER + question.code(), frame.messages().say(question.asked(), frame.locale()), options);
    }

    /// @param brief without what counts nothing
    private LinesView reasons(Snapshot change, boolean brief, Actor actor, Frame frame) {
        var score = assessments.of(actor, change);
        var summary = new ArrayList<String>();
        summary.add(frame.say("risk.summary", frame.say("change.risk." + Codes.of(score.risk())), score.points()));
        var stored = change.get(ChangeType.RISK);
        var at = change.get(ChangeType.RISK_ASSESSED_AT);
        if (stored != null && at != null && stored != score.risk()) {
            summary.add(
                    frame.say("risk.stored", frame.say("change.risk." + Codes.of(stored)), moment(at, actor, frame)));
        }
        if (!change.need(ChangeType.STATE).planned()) {
            summary.addFirst(frame.say("risk.today"));
        }
        if (!score.complete()) {
            summary.add(frame.say("risk.incomplete"));
        }
        var lines = score.sorted().stream()
                .filter(it -> !brief || it.points() > 0 || it.least() != null || !it.known())
                .map(it -> line(it, frame))
                .toList();
        var more = brief ? new LinesView.More(href(change), frame.say("risk.answer")) : null;
        return LinesView.of(change, "change.risk", summary, lines, more);
    }

    private String moment(Instant at, Actor actor, Frame frame) {
        return show.moment(at, Show.Reader.of(frame, actor)) instanceof Shown.Moment it ? it.exact() : at.toString();
    }

    private static LinesView.Line line(Contribution reason, Frame frame) {
        var notes = new ArrayList<String>();
        if (reason.least() != null) {
            notes.add(frame.say("risk.least", frame.say("change.risk." + Codes.of(reason.least()))));
        }
        return new LinesView.Line(
                new Shown.Plain(reason.known() || reason.points() > 0 ? "+" + reason.points() : "?"),
                List.of(new Shown.Plain(frame.messages().say(reason.text(), frame.locale()))),
                notes);
    }
}
