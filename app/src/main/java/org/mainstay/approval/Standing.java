package org.mainstay.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.Event.Happened;
import org.mainstay.approval.StepState.Status;

/// How an approval stands as its ledger tells it: the fold of its events. Lives for one act, in one thread.
final class Standing {

    /// Why a step was escalated whose deadline has passed.
    static final String LATE = "approval.why.late";

    private final List<StepState> steps = new ArrayList<>();
    private Event.@Nullable Requested requested;
    private @Nullable State ended;
    private @Nullable Instant stoppedAt;
    private @Nullable UUID asker;

    static Standing of(List<Happened> ledger) {
        var standing = new Standing();
        ledger.forEach(standing::take);
        return standing;
    }

    /// Whether anything is known of it: approvals that were imported have no ledger.
    boolean known() {
        return requested != null;
    }

    Event.Requested requested() {
        return Objects.requireNonNull(requested);
    }

    Terms terms() {
        return requested().terms();
    }

    List<StepState> steps() {
        return steps;
    }

    Stream<StepState> open() {
        return state() == State.REQUESTED ? steps.stream().filter(StepState::open) : Stream.empty();
    }

    /// Whether it would be the person's own request that they approve.
    boolean own(UUID person) {
        return !terms().ownRequests()
                && (person.equals(requested().requester())
                        || person.equals(requested().beneficiary()));
    }

    State state() {
        if (ended != null) {
            return ended;
        }
        boolean asked = false;
        for (StepState step : steps) {
            switch (step.status()) {
                case REJECTED -> {
                    return State.REJECTED;
                }
                case EXPIRED -> {
                    return State.EXPIRED;
                }
                case PENDING, OPEN -> {
                    return undecided();
                }
                case APPROVED, PASSED -> asked = true;
                case SKIPPED -> {}
            }
        }
        return asked ? State.APPROVED : State.SKIPPED;
    }

    /// A later step, asked beside an open one, may have ended it all.
    private State undecided() {
        for (StepState step : steps) {
            if (step.status() == Status.REJECTED) {
                return State.REJECTED;
            }
            if (step.status() == Status.EXPIRED) {
                return State.EXPIRED;
            }
        }
        return State.REQUESTED;
    }

    /// Whether an approver waits for an answer, and no time goes by.
    boolean stopped() {
        return stoppedAt != null;
    }

    @Nullable
    Instant stoppedAt() {
        return stoppedAt;
    }

    /// Who asked back last.
    @Nullable
    UUID asker() {
        return asker;
    }

    /// When the first of the open steps is to be settled.
    @Nullable
    Instant due() {
        if (stopped()) {
            return null;
        }
        var moments = new ArrayList<@Nullable Instant>();
        open().forEach(it -> moments.add(it.due()));
        return earliest(moments);
    }

    /// When something is to be done by the clock; null for never.
    @Nullable
    Instant next() {
        if (stopped()) {
            return null;
        }
        var moments = new ArrayList<@Nullable Instant>();
        open().forEach(it -> {
            moments.add(it.nextReminder());
            moments.add(it.terms().overdue() == StepTerms.Overdue.WAIT ? null : it.due());
        });
        return earliest(moments);
    }

    private static @Nullable Instant earliest(List<@Nullable Instant> moments) {
        var known = new TreeSet<Instant>();
        moments.stream().filter(Objects::nonNull).forEach(known::add);
        return known.isEmpty() ? null : known.first();
    }

    /// The steps that are to begin now: the next one with those beside it, once all before them are done.
    List<Integer> beginning() {
        if (state() != State.REQUESTED) {
            return List.of();
        }
        int first = 0;
        while (first < steps.size() && steps.get(first).passed()) {
            first++;
        }
        var beginning = new ArrayList<Integer>();
        for (int i = first;
                i < steps.size() && (i == first || steps.get(i).terms().beside());
                i++) {
            if (steps.get(i).status() == Status.PENDING) {
                beginning.add(i);
            }
        }
        return first < steps.size() && begun(first) ? List.of() : beginning;
    }

    /// Whether the step or one of those beside it and before it has begun: steps that stand together begin together.
    private boolean begun(int step) {
        return steps.get(step).status() != Status.PENDING;
    }

    /// Whether the person has approved a step of it.
    boolean approvedBy(UUID person) {
        return steps.stream().anyMatch(it -> Boolean.TRUE.equals(it.votes().get(person)));
    }

    void take(Happened happened) {
        var at = happened.at();
        switch (happened.event()) {
            case Event.Requested it -> {
                requested = it;
                it.terms().steps().forEach(terms -> steps.add(new StepState(terms)));
            }
            case Event.Asked(int step, var seats) -> steps.get(step).ask(seats, at);
            case Event.Skipped(int step, var _) -> steps.get(step).fix(Status.SKIPPED);
            case Event.Passed(int step, var _) -> steps.get(step).fix(Status.PASSED);
            case Event.Counted(int step, var person) -> steps.get(step).count(person);
            case Event.Decided it -> steps.get(it.step()).decide(it);
            case Event.Handed it -> steps.get(it.step()).hand(it.from(), it.to());
            case Event.Left(int step, var person) -> steps.get(step).leave(person);
            case Event.Escalated(int step, var to, var why) ->
                steps.get(step).escalate(to, at, why.key().equals(LATE));
            case Event.Reminded(int step, var _) -> steps.get(step).remind(at);
            case Event.Questioned _ -> {
                stoppedAt = stoppedAt == null ? at : stoppedAt;
                asker = happened.by();
            }
            case Event.Answered _ -> goOn(at);
            case Event.Withdrawn _ -> ended = State.WITHDRAWN;
            case Event.Expired(int step) -> steps.get(step).fix(Status.EXPIRED);
            case Event.Superseded _ -> ended = State.SUPERSEDED;
            case Event.Opened _ -> {}
        }
    }

    private void goOn(Instant at) {
        if (stoppedAt != null) {
            var stopped = Duration.between(stoppedAt, at);
            open().forEach(it -> it.shift(stopped));
            stoppedAt = null;
        }
    }

    /// The facts that have other values now.
    Set<String> changed(Map<String, String> facts) {
        var codes = new TreeSet<>(requested().facts().keySet());
        codes.addAll(facts.keySet());
        codes.removeIf(it -> Objects.equals(requested().facts().get(it), facts.get(it)));
        return codes;
    }
}
