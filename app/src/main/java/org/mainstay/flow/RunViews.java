package org.mainstay.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Shows where the work on a record is: steps that are done, go on and, where the flow is a line, are to come.
/// Those who only wait for it see names and states.
public final class RunViews {

    private static final List<String> VERBS = List.of("retry_step", "take_over_step", "skip_step");

    private final FlowQueries queries;
    private final FlowVersions versions;
    private final FlowTerms terms;
    private final RecordStore store;
    private final Acts acts;
    private final Show show;

    RunViews(FlowQueries queries, FlowVersions versions, FlowTerms terms, RecordStore store, Acts acts, Show show) {
        this.queries = queries;
        this.versions = versions;
        this.terms = terms;
        this.store = store;
        this.acts = acts;
        this.show = show;
    }

    /// What it takes to show a run.
    private record Scene(RunSteps all, List<RunView.Verb> verbs, Frame frame, Show.Reader reader, boolean german) {

        boolean works() {
            return all.works();
        }
    }

    /// The latest run last; empty where no flow has begun for the record.
    ///
    /// @param verbs whether what can be done about failed steps is offered there
    public List<RunView> of(Actor actor, Snapshot record, boolean verbs, Frame frame) {
        var all = RunSteps.of(queries, terms, store, actor, record);
        var scene = new Scene(
                all,
                verbs && !all.runs().isEmpty() ? verbs(actor, record, frame) : List.of(),
                frame,
                Show.Reader.of(frame, actor),
                Messages.language(frame.locale()).equals(Locale.GERMAN));
        return all.tops().stream().map(it -> run(it, scene)).toList();
    }

    private List<RunView.Verb> verbs(Actor actor, Snapshot record, Frame frame) {
        var href = Hrefs.record(record.type().collection(), record) + "/actions/";
        var possible = acts.possible(actor, record).stream()
                .filter(it -> it.decision().yes())
                .map(it -> it.action().name())
                .toList();
        return VERBS.stream()
                .filter(possible::contains)
                .map(it ->
                        new RunView.Verb(href + it, frame.action(record.type().code(), it)))
                .toList();
    }

    private RunView run(Run run, Scene scene) {
        var document = versions.of(run.version());
        var lines = new ArrayList<RunView.Line>();
        var standings = new HashMap<String, String>();
        var reached = new HashSet<String>();
        for (var step : scene.all.steps(run)) {
            var standing = standing(step);
            reached.add(step.element());
            standings.put(step.element(), standing);
            lines.add(line(step, standing, document, scene));
        }
        if (run.state().open()) {
            document.line().orElse(List.of()).stream()
                    .filter(it -> !reached.contains(it.id()))
                    .forEach(it -> lines.add(next(it, scene)));
        }
        var version = scene.all.labels().get(run.version());
        var state = Codes.of(run.state());
        boolean failed = run.state() == Run.State.FAILED;
        return new RunView(
                version == null || !scene.works() ? "" : version.label(),
                state,
                scene.frame.say("flow.run.state." + state),
                failed && run.reason() != null ? reason(run.reason(), scene) : "",
                lines,
                failed && run.reason() == null ? scene.verbs : List.of(),
                FlowWriter.write(document.shown(scene.german)),
                standings,
                words(Set.copyOf(standings.values()), scene.frame));
    }

    private static Map<String, String> words(Set<String> standings, Frame frame) {
        var words = new HashMap<String, String>();
        standings.forEach(it -> words.put(it, frame.say("flow.standing." + it)));
        return words;
    }

    private static String standing(RunStep step) {
        return switch (step.state()) {
            case READY, WAITING -> "now";
            case DONE -> "done";
            case FAILED -> "failed";
            case SKIPPED, CANCELLED -> "left";
        };
    }

    private RunView.Line line(RunStep step, String standing, FlowDocument document, Scene scene) {
        var drawn = document.step(step.element());
        var made = step.made() == null ? null : scene.all.labels().get(step.made());
        return new RunView.Line(
                drawn.map(it -> it.name(scene.german)).orElse(step.element()),
                scene.works() ? scene.frame.say("flow.kind." + step.kind().code()) : "",
                standing,
                scene.frame.say("flow.step.state." + Codes.of(step.state())),
                show.moment(step.beganAt(), scene.reader),
                moment(step.endedAt(), scene),
                step.state().open() ? moment(step.dueAt(), scene) : new Shown.Nothing(),
                scene.all.who(step),
                scene.works() && step.state().open() ? Objects.requireNonNullElse(step.awaits(), "") : "",
                outcome(step, scene.frame),
                reason(step, scene),
                scene.works() && made != null ? show.linked(made) : new Shown.Nothing(),
                scene.all.below(step).stream().map(it -> run(it, scene)).toList());
    }

    private Shown moment(@Nullable Instant moment, Scene scene) {
        return moment == null ? new Shown.Nothing() : show.moment(moment, scene.reader);
    }

    /// How a decision or a task ended; that a step is done says the rest.
    private static String outcome(RunStep step, Frame frame) {
        if (step.outcome() == null) {
            return "";
        }
        var said = frame.messages().find("flow.outcome." + step.outcome(), frame.locale());
        return Objects.requireNonNullElse(said, "");
    }

    private static String reason(RunStep step, Scene scene) {
        return switch (step.state()) {
            case FAILED -> reason(step.reason(), scene);
            case SKIPPED -> scene.works() ? Reasons.said(step.reason(), scene.frame.locale()) : "";
            default -> "";
        };
    }

    private static String reason(@Nullable String reason, Scene scene) {
        return scene.works() ? Reasons.said(reason, scene.frame.locale()) : scene.frame.say("flow.run.somebody_looks");
    }

    private static RunView.Line next(FlowDocument.Step step, Scene scene) {
        return new RunView.Line(
                step.name(scene.german),
                scene.works() ? scene.frame.say("flow.kind." + step.kind().code()) : "",
                "next",
                scene.frame.say("flow.standing.next"),
                new Shown.Nothing(),
                new Shown.Nothing(),
                new Shown.Nothing(),
                "",
                "",
                "",
                "",
                new Shown.Nothing(),
                List.of());
    }
}
