package org.mainstay.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.Event.Happened;
import org.mainstay.approval.Event.Why;
import org.mainstay.kernel.record.Message;

/// How an approval goes on: what somebody does, or the clock, and what follows from it by the policy, as events. Knows
/// no database; whatever it says may be done twice, and only what is saved counts.
final class Course {

    private static final int HIGHEST = 10;

    private final Standing standing;
    private final Circumstances world;
    private final UUID machine;
    private final Instant now;
    private final List<Happened> happened = new ArrayList<>();

    /// @param machine who makes happen what follows by the policy
    Course(Standing standing, Circumstances world, UUID machine, Instant now) {
        this.standing = standing;
        this.world = world;
        this.machine = machine;
        this.now = now;
    }

    Standing standing() {
        return standing;
    }

    /// What happened, in its order.
    List<Happened> happened() {
        return happened;
    }

    private void happen(Event event, UUID by) {
        var one = new Happened(event, by, now);
        standing.take(one);
        happened.add(one);
    }

    private void follows(Event event) {
        happen(event, machine);
    }

    void request(Event.Requested requested, UUID by) {
        happen(requested, by);
        proceed();
    }

    /// Begins steps until somebody has to decide or all is decided.
    private void proceed() {
        for (var next = standing.beginning(); !next.isEmpty(); next = standing.beginning()) {
            next.forEach(this::begin);
        }
    }

    private void begin(int step) {
        var terms = standing.steps().get(step).terms();
        var skips = world.skips(terms);
        var passes = skips == null ? world.passes(terms) : null;
        if (skips != null) {
            follows(new Event.Skipped(step, skips));
        } else if (passes != null) {
            follows(new Event.Passed(step, passes));
        } else {
            follows(new Event.Asked(step, seats(terms)));
            if (standing.terms().countsOnce()) {
                count(step);
            }
            attend(step);
        }
    }

    private void count(int step) {
        for (UUID holder : standing.steps().get(step).waiting()) {
            if (waits(step) && standing.approvedBy(holder)) {
                follows(new Event.Counted(step, holder));
            }
        }
    }

    private LinkedHashMap<UUID, UUID> seats(StepTerms terms) {
        var named = world.approvers(terms);
        var seats = new LinkedHashMap<UUID, UUID>();
        named.stream().filter(this::able).forEach(it -> seats.put(it, it));
        if (terms.approvers() != StepTerms.Approvers.GROUP) {
            named.stream().filter(it -> !able(it)).forEach(it -> {
                var above = above(it);
                if (above != null) {
                    seats.put(it, above);
                }
            });
        }
        return seats;
    }

    /// Whether the person may decide anything here.
    private boolean able(UUID person) {
        return world.active(person) && !standing.own(person);
    }

    /// The first of those above the person who may decide.
    private @Nullable UUID above(UUID person) {
        @Nullable UUID at = world.manager(person);
        for (int level = 0; at != null && level < HIGHEST; level++) {
            if (able(at)) {
                return at;
            }
            at = world.manager(at);
        }
        return null;
    }

    /// Sees to it that somebody can decide the step: where nobody is left, the stewards of the policy.
    private void attend(int step) {
        var state = standing.steps().get(step);
        if (!waits(step)
                || state.waiting().stream().anyMatch(this::able)
                || state.escalated().stream().anyMatch(this::able)) {
            return;
        }
        var stewards = able(world.members(standing.terms().stewards()));
        if (!stewards.isEmpty()) {
            follows(new Event.Escalated(step, stewards, Why.of("approval.why.nobody_left")));
        }
    }

    private Set<UUID> able(Set<UUID> persons) {
        return persons.stream().filter(this::able).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Those who may decide now, substitutes included.
    Set<UUID> deciders() {
        var all = new LinkedHashSet<UUID>();
        standing.open().forEach(step -> all.addAll(deciders(step)));
        return all;
    }

    private Set<UUID> deciders(StepState step) {
        var all = new LinkedHashSet<UUID>();
        var asked = new LinkedHashSet<>(step.waiting());
        asked.addAll(step.escalated());
        for (UUID person : asked) {
            all.add(person);
            var substitute = world.substitute(person);
            if (substitute != null) {
                all.add(substitute);
            }
        }
        all.removeIf(it -> !able(it) || step.voted(it));
        return all;
    }

    /// Whose word the person may give in the step.
    private Set<UUID> seats(StepState step, UUID person) {
        var seats = new LinkedHashSet<UUID>();
        step.seats().forEach((seat, holder) -> {
            if (holder.equals(person) || person.equals(world.substitute(holder))) {
                seats.add(seat);
            }
        });
        return seats;
    }

    private boolean settles(StepState step, UUID person) {
        return step.escalated().stream().anyMatch(it -> it.equals(person) || person.equals(world.substitute(it)));
    }

    /// Why the person may not decide now; null where they may.
    @Nullable
    Message against(UUID person) {
        if (!standing.known() || standing.state() != State.REQUESTED) {
            return Message.of("approval.permits.over");
        }
        if (!world.active(person)) {
            return Message.of("approval.permits.inactive");
        }
        if (deciders().contains(person)) {
            return null;
        }
        if (standing.own(person)) {
            return Message.of("approval.permits.own");
        }
        return Message.of(
                standing.open().anyMatch(it -> it.voted(person))
                        ? "approval.permits.decided_already"
                        : "approval.permits.not_asked");
    }

    /// @return why it may not be; null where it happened
    @Nullable
    Message decide(UUID person, boolean approves, @Nullable String reason, boolean byLink) {
        var against = against(person);
        if (against != null) {
            return against;
        }
        for (int i = 0; i < standing.steps().size(); i++) {
            var step = standing.steps().get(i);
            if (waits(i) && deciders(step).contains(person)) {
                var seats = settles(step, person) ? Set.<UUID>of() : seats(step, person);
                happen(new Event.Decided(i, person, seats, approves, reason, byLink), person);
            }
        }
        proceed();
        return null;
    }

    /// One who was asked gives it to somebody else.
    ///
    /// @return why it may not be; null where it happened
    @Nullable
    Message delegate(UUID from, UUID to, @Nullable String reason) {
        var holds = holding(from);
        if (holds.isEmpty()) {
            return Message.of("approval.permits.not_asked");
        }
        return hand(holds, from, to, Event.Hand.DELEGATED, from, reason);
    }

    /// An administrator lets somebody else decide.
    ///
    /// @param from null where it is clear, or where there is nobody
    /// @return why it may not be; null where it happened
    @Nullable
    Message reassign(UUID by, @Nullable UUID from, UUID to, @Nullable String reason) {
        var asked = standing.open().flatMap(it -> it.waiting().stream()).collect(Collectors.toSet());
        var whom = from != null ? from : asked.size() == 1 ? asked.iterator().next() : null;
        if (whom == null && !asked.isEmpty()) {
            return Message.of("approval.reassign.whom");
        }
        var holds = whom == null ? everyOpen() : holding(whom);
        if (holds.isEmpty()) {
            return Message.of("approval.reassign.not_asked");
        }
        return hand(holds, whom == null ? to : whom, to, Event.Hand.REASSIGNED, by, reason);
    }

    private List<Integer> everyOpen() {
        return indexes().filter(this::waits).toList();
    }

    private List<Integer> holding(UUID person) {
        return everyOpen().stream()
                .filter(it -> standing.steps().get(it).waiting().contains(person))
                .toList();
    }

    private Stream<Integer> indexes() {
        return IntStream.range(0, standing.steps().size()).boxed();
    }

    private @Nullable Message hand(
            List<Integer> steps, UUID from, UUID to, Event.Hand how, UUID by, @Nullable String reason) {
        if (!world.active(to)) {
            return Message.of("approval.hand.inactive");
        }
        if (standing.own(to)) {
            return Message.of("approval.hand.own");
        }
        for (int step : steps) {
            var state = standing.steps().get(step);
            if (state.voted(to) || state.waiting().contains(to)) {
                return Message.of("approval.hand.asked_already");
            }
        }
        steps.forEach(it -> happen(new Event.Handed(it, from, to, how, reason), by));
        return null;
    }

    void question(UUID by, String text) {
        happen(new Event.Questioned(text), by);
    }

    void answer(UUID by, String text) {
        happen(new Event.Answered(text), by);
    }

    void withdraw(UUID by, @Nullable String reason) {
        happen(new Event.Withdrawn(reason), by);
    }

    void supersede(Set<String> facts) {
        follows(new Event.Superseded(facts));
    }

    /// What is to be done without anybody doing anything.
    void tick() {
        for (int step : everyOpen()) {
            replace(step);
            attend(step);
            time(step);
        }
        proceed();
    }

    /// Whether the step still waits: another one may have ended it all meanwhile.
    private boolean waits(int step) {
        return standing.state() == State.REQUESTED && standing.steps().get(step).open();
    }

    private void replace(int step) {
        var state = standing.steps().get(step);
        for (UUID holder : state.waiting()) {
            if (waits(step) && !world.active(holder)) {
                var seat = state.seats().entrySet().stream()
                        .filter(it -> it.getValue().equals(holder))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
                var to = replacement(state, seat, holder);
                follows(
                        to == null
                                ? new Event.Left(step, holder)
                                : new Event.Handed(step, holder, to, Event.Hand.REPLACED, null));
            }
        }
    }

    private @Nullable UUID replacement(StepState step, UUID seat, UUID holder) {
        if (!seat.equals(holder) && able(seat) && free(step, seat)) {
            return seat;
        }
        boolean others = step.terms().approvers() == StepTerms.Approvers.GROUP;
        var above = others ? null : above(holder);
        return above != null && free(step, above) ? above : null;
    }

    private static boolean free(StepState step, UUID person) {
        return !step.voted(person) && !step.waiting().contains(person);
    }

    private void time(int step) {
        var state = standing.steps().get(step);
        if (!waits(step) || standing.stopped()) {
            return;
        }
        if (passed(state.due()) && state.terms().overdue() != StepTerms.Overdue.WAIT) {
            late(step, state);
        } else if (passed(state.nextReminder())) {
            follows(new Event.Reminded(step, deciders(state)));
        }
    }

    private void late(int step, StepState state) {
        var to = state.terms().overdue() == StepTerms.Overdue.ESCALATE && !state.late()
                ? able(world.escalation(state.terms()))
                : Set.<UUID>of();
        follows(to.isEmpty() ? new Event.Expired(step) : new Event.Escalated(step, to, Why.of(Standing.LATE)));
    }

    private boolean passed(@Nullable Instant moment) {
        return moment != null && !moment.isAfter(now);
    }
}
