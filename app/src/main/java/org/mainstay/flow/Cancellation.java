package org.mainstay.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.StepKind.Field;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Ends a run that nothing comes of any more, with all runs below it, and has undone what was done in them: the latest
/// first, whichever of the runs it was done in. Lives for one transaction.
final class Cancellation {

    /// How steps end of which nothing was done.
    private static final Set<String> NOTHING_DONE = Set.of("skipped", "cancelled", "deleted");

    private static final Comparator<Done> LATEST =
            Comparator.comparing(Done::at).thenComparing(it -> it.step().id()).reversed();

    private final Turns with;
    private final Flowing flowing;
    private final boolean undoes;
    private final Instant now;
    private final Plan plan = Plan.of(Cause.job("flow"));
    private final List<Done> done = new ArrayList<>();

    /// Whether somebody is to decide who need not any more.
    private boolean asked;

    /// @param undoes whether what was done is undone; not, where the record came to its end without its flow
    Cancellation(Turns with, Flowing flowing, boolean undoes, Instant now) {
        this.with = with;
        this.flowing = flowing;
        this.undoes = undoes;
        this.now = now;
    }

    private record Done(Run run, RunStep step, Instant at, FlowDocument.Step drawn) {}

    /// @param told what the run was told and has not taken yet: what has ended counts as done
    void end(Run run, List<Signal> told) {
        var steps = with.queries().steps(run.id());
        var begun = with.calls().forget(steps.stream().map(RunStep::id).toList());
        for (var step : steps) {
            var at = step.state().open() ? ended(step, told) : step;
            boolean did = at.state() == RunStep.State.DONE && !NOTHING_DONE.contains(String.valueOf(at.outcome()));
            if (did || begun.contains(at.id())) {
                var when = at.endedAt() == null ? now : at.endedAt();
                with.versions()
                        .of(run.version())
                        .step(at.element())
                        .ifPresent(it -> done.add(new Done(run, at, when, it)));
            }
        }
        for (var below : with.queries().below(steps.stream().map(RunStep::id).toList())) {
            if (below.state() != Run.State.CANCELLED) {
                with.queries()
                        .await(below.id())
                        .ifPresent(it -> end(it, with.queries().take(it.id())));
            }
        }
        if (run.process() != null && run.state().open()) {
            with.engine().cancel(run.process());
        }
        with.queries().write(run.ended(how(), now));
    }

    /// What came to its end without its flow may still be undone later.
    Run.State how() {
        return undoes ? Run.State.CANCELLED : Run.State.ENDED;
    }

    private RunStep ended(RunStep step, List<Signal> told) {
        var outcome = outcome(step.id(), told);
        if (outcome == null) {
            release(step);
        }
        var at = outcome == null || outcome.equals("cancelled")
                ? step.ended(RunStep.State.CANCELLED, "cancelled", null, now)
                : step.ended(RunStep.State.DONE, outcome, null, now);
        with.queries().write(at);
        return at;
    }

    /// How a step has ended; null where nobody has said so.
    static @Nullable String outcome(UUID step, List<Signal> told) {
        return told.stream()
                .filter(it -> it.kind() == Signal.Kind.DONE && step.equals(it.step()))
                .map(it -> String.valueOf(it.outcome()))
                .findFirst()
                .orElse(null);
    }

    /// What it asked of people is not asked any more.
    private void release(RunStep step) {
        if (step.kind() == StepKind.APPROVAL) {
            asked = true;
        } else if (step.made() != null) {
            var tasks = with.terms().subject(flowing.taskType());
            with.store().get(with.machine().get(), tasks, step.made()).ifPresent(it -> flowing.cancel(plan, it));
        }
    }

    /// What follows for the record.
    Plan of(Snapshot record) {
        if (asked) {
            with.approvals().withdraw(plan, with.machine().get(), record, null);
        }
        if (undoes) {
            var undone = done.stream()
                    .sorted(LATEST)
                    .filter(it -> it.drawn().field(Field.COMPENSATION) != null)
                    .map(it -> undone(it, record))
                    .toList();
            flowing.undo(plan, record, undone);
        }
        return plan;
    }

    private Flowing.Undone undone(Done one, Snapshot record) {
        var step = one.drawn();
        var german = one.run().german() ? step.field(Field.COMPENSATION_DE) : null;
        var title = german == null ? step.need(Field.COMPENSATION) : german;
        var group = step.field(Field.COMPENSATION_GROUP) == null
                ? step.need(Field.GROUP)
                : step.need(Field.COMPENSATION_GROUP);
        return new Flowing.Undone(
                with.wording().plain(step.name(one.run().german()), record),
                with.wording().plain(title, record),
                with.terms().group(group).orElse(null));
    }
}
