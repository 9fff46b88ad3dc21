package org.mainstay.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.FlowDocument.Link;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.springframework.dao.OptimisticLockingFailureException;

/// One move of a run that is held: it is told something, its tokens go on, and the steps they come to are done, until
/// all of them wait. Lives for one transaction.
final class Turn {

    /// A run with more steps than these goes round in circles.
    static final int MOST_STEPS = 1_000;

    private final Turns with;
    private final Instant now;
    private final FlowDocument document;
    private final Flowing flowing;
    private Run run;
    private final Map<UUID, RunStep> steps = new HashMap<>();

    /// Whether it has turned out that nothing comes of it.
    private boolean nothing;

    Turn(Turns with, Run run, Instant now) {
        this.with = with;
        this.run = run;
        this.now = now;
        document = with.versions().of(run.version());
        flowing = with.terms().flowing(run.recordType());
        with.queries().steps(run.id()).forEach(it -> steps.put(it.id(), it));
    }

    /// What a step that is done is given.
    record Scene(Run run, RunStep at, Step step, Flowing flowing, Snapshot record, Instant now) {

        /// As the record is now.
        Scene with(Snapshot again) {
            return new Scene(run, at, step, flowing, again, now);
        }
    }

    void take(List<Signal> told) {
        boolean cancelled = told.stream().anyMatch(it -> it.kind() == Signal.Kind.CANCEL);
        if (!run.state().open()) {
            if (run.state() == Run.State.ENDED && cancelled && unwanted()) {
                cancel(told);
            }
            return;
        }
        if (cancelled || record().filter(flowing::active).isEmpty()) {
            if (above().isPresent()) {
                note(told);
            } else {
                cancel(told);
            }
            return;
        }
        told.forEach(this::take);
        due().forEach(it -> goOn(it, RunStep.State.DONE, "due", null));
        settle();
    }

    private boolean unwanted() {
        return record().filter(flowing::unwanted).isPresent();
    }

    /// The run above, as long as it goes on: whatever ends that one ends this one too, in the same turn.
    private Optional<Run> above() {
        return Optional.ofNullable(run.parent())
                .flatMap(with.queries()::step)
                .flatMap(it -> with.queries().find(it.run()))
                .filter(it -> it.state().open());
    }

    /// Keeps what has ended, and goes on nowhere.
    private void note(List<Signal> told) {
        for (var step : List.copyOf(steps.values())) {
            var outcome = step.state().open() ? Cancellation.outcome(step.id(), told) : null;
            if (outcome != null) {
                write(step.ended(RunStep.State.DONE, outcome, null, now));
            }
        }
    }

    private void take(Signal signal) {
        var step = signal.step() == null ? null : steps.get(signal.step());
        switch (signal.kind()) {
            case BEGIN -> begin();
            case DONE -> {
                if (step != null && step.state().open()) {
                    done(step, signal.outcome());
                }
            }
            case FAILED -> {
                if (step != null && step.state().open()) {
                    write(step.failed(Objects.requireNonNullElse(signal.outcome(), "")));
                }
            }
            case LOOK -> {
                if (step != null && step.state() == RunStep.State.WAITING) {
                    write(step.as(RunStep.State.READY));
                }
            }
            case MESSAGE ->
                open(StepKind.WAIT_FOR_MESSAGE).stream()
                        .filter(it -> Objects.equals(it.awaits(), signal.outcome()))
                        .forEach(it -> goOn(it, RunStep.State.DONE, "received", null));
            case RETRY -> {
                begin();
                failed().forEach(it -> write(it.as(RunStep.State.READY)));
            }
            case SKIP -> failed().forEach(it -> goOn(it, RunStep.State.SKIPPED, "skipped", signal.outcome()));
            case TAKE_OVER -> failed().forEach(it -> perform(it, signal.by()));
            case CANCEL -> {}
        }
    }

    private void begin() {
        if (run.process() == null) {
            var key = "flow-" + run.version();
            var process = with.engine().begin(key, () -> Executables.of(document, key), run.id(), ways());
            write(run.in(process));
        }
    }

    /// What is not granted cancels the record, unless the flow asks how it was decided.
    private void done(RunStep step, @Nullable String outcome) {
        if (step.kind() == StepKind.APPROVAL
                && !Objects.equals(outcome, Works.GRANTED)
                && document.links().stream().noneMatch(it -> it.of().equals(step.element()))) {
            write(step.ended(RunStep.State.DONE, outcome, null, now));
            nothing = true;
        } else {
            goOn(step, RunStep.State.DONE, outcome, null);
        }
    }

    private List<RunStep> failed() {
        return steps.values().stream()
                .filter(it -> it.state() == RunStep.State.FAILED)
                .toList();
    }

    private List<RunStep> due() {
        return steps.values().stream()
                .filter(it -> it.state() == RunStep.State.WAITING
                        && it.dueAt() != null
                        && !it.dueAt().isAfter(now))
                .toList();
    }

    private List<RunStep> open(StepKind kind) {
        return steps.values().stream()
                .filter(it -> it.kind() == kind && it.state() == RunStep.State.WAITING)
                .toList();
    }

    /// Ends a step and lets its token go on.
    private void goOn(RunStep step, RunStep.State how, @Nullable String outcome, @Nullable String reason) {
        write(step.ended(how, outcome, reason, now));
        with.engine().goOn(step.execution(), ways());
    }

    /// Whether each conditional link can be gone as things are.
    private Map<String, Object> ways() {
        var ways = new HashMap<String, Object>();
        var record = document.links().stream().anyMatch(it -> !it.condition().isEmpty())
                ? record()
                : Optional.<Snapshot>empty();
        for (int i = 0; i < document.links().size(); i++) {
            var link = document.links().get(i);
            if (link.conditional()) {
                ways.put(Executables.way(i), holds(link, record));
            }
        }
        return ways;
    }

    private boolean holds(Link link, Optional<Snapshot> record) {
        if (!link.of().isEmpty() && !link.outcome().equals(outcome(link.of()))) {
            return false;
        }
        return link.condition().isEmpty()
                || record.filter(it -> with.terms().holds(link.condition(), it)).isPresent();
    }

    /// How the element's step ended last; empty where it has not.
    private String outcome(String element) {
        return steps.values().stream()
                .filter(it -> it.element().equals(element) && it.outcome() != null)
                .max(Comparator.comparing((RunStep it) -> Objects.requireNonNullElse(it.endedAt(), Instant.MIN)))
                .map(RunStep::outcome)
                .orElse("");
    }

    /// Does what is ready until everything waits, and sees whether that is the end.
    private void settle() {
        do {
            reach();
            if (nothing) {
                cancel(List.of());
                ended(true);
                return;
            }
            for (var step : steps.values().stream()
                    .filter(it -> it.state() == RunStep.State.READY)
                    .sorted(Comparator.comparing(RunStep::beganAt))
                    .toList()) {
                perform(step, null);
            }
            reach();
        } while (nothing || steps.values().stream().anyMatch(it -> it.state() == RunStep.State.READY));
        if (run.process() != null && with.engine().ended(run.process())) {
            end();
            return;
        }
        boolean failed = steps.values().stream().anyMatch(it -> it.state() == RunStep.State.FAILED);
        boolean stuck = run.process() != null
                && steps.values().stream().noneMatch(it -> it.state().open());
        if (failed || stuck) {
            fail(stuck ? with.reasons().of(Message.of("flow.run.stuck")) : null);
        } else if (run.state() == Run.State.FAILED) {
            write(run.as(Run.State.RUNNING, null));
            tell(false);
        }
    }

    /// Notes the steps that tokens have come to.
    private void reach() {
        if (run.process() == null) {
            return;
        }
        for (var token : with.engine().tokens(run.process())) {
            nothing |= document.nodes().stream()
                    .anyMatch(it -> it instanceof FlowDocument.End end
                            && end.cancels()
                            && end.id().equals(token.element()));
            var step = document.step(token.element()).orElse(null);
            boolean known = steps.values().stream()
                    .anyMatch(it -> it.state().open()
                            && it.execution().equals(token.execution())
                            && it.element().equals(token.element()));
            if (step != null && !known) {
                var reached = new RunStep(
                        Plan.newId(),
                        run.id(),
                        step.id(),
                        step.kind(),
                        token.execution(),
                        RunStep.State.READY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null);
                with.queries().add(reached);
                steps.put(reached.id(), reached);
                write(run.more());
            }
        }
    }

    /// @param by who does it in place of the step; null for the step itself
    private void perform(RunStep at, @Nullable UUID by) {
        if (run.steps() > MOST_STEPS) {
            write(at.failed(with.reasons().of(Message.of("flow.run.circles", MOST_STEPS))));
            return;
        }
        var record = record().orElse(null);
        if (record == null) {
            return;
        }
        var step = document.step(at.element()).orElseThrow();
        var scene = new Scene(run, at, step, flowing, record, now);
        switch (by == null ? with.works().perform(scene) : with.works().takeOver(scene, by)) {
            case Works.Done(var outcome, var made) -> {
                write(at.waits(made, null, null));
                done(Objects.requireNonNull(steps.get(at.id())), outcome);
            }
            case Works.Waits(var made, var due, var what) -> write(at.waits(made, due, what));
            case Works.Failed(var reason) -> write(at.failed(reason));
        }
    }

    private void end() {
        write(run.ended(Run.State.ENDED, now));
        ended(false);
    }

    private void ended(boolean cancelled) {
        if (run.parent() != null) {
            with.queries()
                    .step(run.parent())
                    .ifPresent(it ->
                            with.queries().tell(it.run(), Signal.Kind.DONE, it.id(), cancelled ? "cancelled" : "done"));
            return;
        }
        record().ifPresent(it -> {
            var plan = plan();
            flowing.ended(plan, it, cancelled);
            save(plan);
        });
    }

    private void fail(@Nullable String reason) {
        if (run.state() != Run.State.FAILED) {
            write(run.as(Run.State.FAILED, reason));
            tell(true);
        }
    }

    private void tell(boolean failed) {
        record().ifPresent(it -> {
            var plan = plan();
            flowing.failed(plan, it, failed);
            save(plan);
        });
    }

    /// Ends all that is open, and has undone what says how, unless the record has ended in another way.
    private void cancel(List<Signal> told) {
        boolean gone = record().isEmpty();
        var cancellation = new Cancellation(with, flowing, gone || nothing || unwanted(), now);
        cancellation.end(run, told);
        run = run.ended(cancellation.how(), now);
        record().ifPresent(it -> save(cancellation.of(it)));
    }

    /// What could not be moved waits for somebody.
    void stopped(List<Signal> lost, String reason) {
        if (!run.state().open()) {
            return;
        }
        lost.stream()
                .map(it -> it.step() == null ? null : steps.get(it.step()))
                .filter(it -> it != null && it.state().open())
                .forEach(it -> write(it.failed(reason)));
        due().forEach(it -> write(it.failed(reason)));
        write(run.as(Run.State.FAILED, reason));
        tell(true);
    }

    private Optional<Snapshot> record() {
        return with.store().get(with.machine().get(), with.terms().subject(run.recordType()), run.record());
    }

    private static Plan plan() {
        return Plan.of(Cause.job("flow"));
    }

    private void save(Plan plan) {
        if (!plan.steps().isEmpty() && !(with.store().save(with.machine().get(), plan) instanceof Saved.Done)) {
            throw new OptimisticLockingFailureException("the record of run " + run.id() + " moved");
        }
    }

    private void write(RunStep step) {
        steps.put(step.id(), step);
        with.queries().write(step);
    }

    private void write(Run now) {
        run = now;
        with.queries().write(now);
    }
}
