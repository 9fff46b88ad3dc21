package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.approval.StepTerms.Rejection;

/// Says by the words of the rules, slowly and without any code of theirs, what a ledger comes to: who has a say in
/// what, and whether enough was said.
final class Oracle {

    private final Circumstances world;
    private final Collection<UUID> people;
    private final List<Step> steps = new ArrayList<>();
    private Event.Requested requested;
    private State ended;

    private static final class Step {
        private final StepTerms terms;
        private final Map<UUID, UUID> seats = new HashMap<>();
        private final Set<UUID> silent = new HashSet<>();
        private final Map<UUID, Boolean> said = new HashMap<>();
        private final Set<UUID> settling = new HashSet<>();
        private String came = "pending";

        Step(StepTerms terms) {
            this.terms = terms;
        }

        private Set<UUID> mute() {
            var mute = new HashSet<UUID>();
            silent.forEach(it -> mute.add(seats.get(it)));
            return mute;
        }

        /// Whether the quorum is reached if these have approved, of all who have a say.
        private boolean reached(long approved, boolean everyoneSpoke) {
            var all = new HashSet<>(mute());
            all.addAll(said.keySet());
            return switch (terms.quorum()) {
                case ANY -> approved >= 1;
                case SOME -> approved >= Math.max(1, Math.min(terms.needed(), all.size()));
                case ALL -> everyoneSpoke && approved >= 1 && approved == all.size();
            };
        }

        /// Tries every way in which those who have not spoken could.
        private String outcome() {
            if (!came.equals("asked")) {
                return came;
            }
            var mute = List.copyOf(mute());
            long yes = said.values().stream().filter(it -> it).count();
            boolean no = said.size() > yes;
            if (no && terms.rejection() == Rejection.FIRST) {
                return "rejected";
            }
            if (reached(yes, mute.isEmpty())) {
                return "approved";
            }
            boolean possible = false;
            for (int way = 0; way < 1 << mute.size(); way++) {
                possible |= reached(yes + Integer.bitCount(way), true);
            }
            return no && !possible ? "rejected" : "asked";
        }
    }

    Oracle(Circumstances world, Collection<UUID> people) {
        this.world = world;
        this.people = people;
    }

    private boolean own(UUID person) {
        return !requested.terms().ownRequests()
                && List.of(requested.requester(), requested.beneficiary()).contains(person);
    }

    Set<UUID> having(Step step) {
        var having = new HashSet<UUID>();
        for (UUID person : people) {
            boolean asked = false;
            var holders = new HashSet<>(step.mute());
            holders.addAll(step.settling);
            for (UUID holder : holders) {
                asked |= holder.equals(person) || person.equals(world.substitute(holder));
            }
            if (asked && world.active(person) && !own(person) && !step.said.containsKey(person)) {
                having.add(person);
            }
        }
        return having;
    }

    Set<UUID> deciders() {
        var all = new HashSet<UUID>();
        if (state() == State.REQUESTED) {
            steps.stream().filter(it -> it.outcome().equals("asked")).forEach(it -> all.addAll(having(it)));
        }
        return all;
    }

    State state() {
        var outcomes = steps.stream().map(Step::outcome).toList();
        if (ended != null) {
            return ended;
        }
        if (outcomes.contains("rejected")) {
            return State.REJECTED;
        }
        if (outcomes.contains("expired")) {
            return State.EXPIRED;
        }
        if (outcomes.contains("asked") || outcomes.contains("pending")) {
            return State.REQUESTED;
        }
        return outcomes.contains("approved") || outcomes.contains("passed") ? State.APPROVED : State.SKIPPED;
    }

    /// Takes what happened, in the world as it was when it did, and objects to what must not be.
    void take(Event event) {
        if (requested != null) {
            assertThat(state()).as("nothing happens after the end: %s", event).isEqualTo(State.REQUESTED);
        }
        switch (event) {
            case Event.Requested it -> {
                requested = it;
                it.terms().steps().forEach(terms -> steps.add(new Step(terms)));
            }
            case Event.Asked(int step, var seats) -> {
                begins(step);
                steps.get(step).came = "asked";
                steps.get(step).seats.putAll(seats);
                steps.get(step).silent.addAll(seats.keySet());
                assertThat(seats.values()).noneMatch(this::own).allMatch(world::active);
            }
            case Event.Skipped(int step, var _) -> {
                begins(step);
                steps.get(step).came = "skipped";
            }
            case Event.Passed(int step, var _) -> {
                begins(step);
                steps.get(step).came = "passed";
            }
            case Event.Counted(int step, var person) -> {
                assertThat(steps.stream().anyMatch(it -> Boolean.TRUE.equals(it.said.get(person))))
                        .isTrue();
                say(
                        steps.get(step),
                        person,
                        true,
                        steps.get(step).seats.keySet().stream()
                                .filter(it -> steps.get(step).seats.get(it).equals(person))
                                .toList());
            }
            case Event.Decided it -> decided(it);
            case Event.Handed it -> handed(it);
            case Event.Left(int step, var person) -> {
                assertThat(world.active(person)).isFalse();
                var of = steps.get(step);
                var seats = of.silent.stream()
                        .filter(it -> of.seats.get(it).equals(person))
                        .toList();
                seats.forEach(of.silent::remove);
                seats.forEach(of.seats::remove);
            }
            case Event.Escalated(int step, var to, var _) ->
                steps.get(step).settling.addAll(to);
            case Event.Expired(int step) -> steps.get(step).came = "expired";
            case Event.Withdrawn _ -> ended = State.WITHDRAWN;
            case Event.Superseded _ -> ended = State.SUPERSEDED;
            case Event.Reminded _, Event.Questioned _, Event.Answered _, Event.Opened _ -> {}
        }
    }

    private void begins(int step) {
        assertThat(steps.get(step).came).isEqualTo("pending");
        int stage = step;
        while (stage > 0 && steps.get(stage).terms.beside()) {
            stage--;
        }
        assertThat(steps.subList(0, stage))
                .allMatch(it -> Set.of("approved", "skipped", "passed").contains(it.outcome()));
    }

    private void decided(Event.Decided it) {
        var step = steps.get(it.step());
        assertThat(step.outcome()).isEqualTo("asked");
        assertThat(having(step)).as("who decides has a say").contains(it.person());
        if (it.seats().isEmpty()) {
            step.came = it.approved() ? "approved" : "rejected";
        }
        say(step, it.person(), it.approved(), List.copyOf(it.seats()));
    }

    private static void say(Step step, UUID person, boolean yes, List<UUID> seats) {
        assertThat(step.said.put(person, yes)).as("one word each").isNull();
        seats.forEach(step.silent::remove);
    }

    private void handed(Event.Handed it) {
        var step = steps.get(it.step());
        assertThat(own(it.to())).isFalse();
        assertThat(world.active(it.to())).isTrue();
        assertThat(step.said).doesNotContainKey(it.to());
        boolean known = false;
        for (UUID seat : Set.copyOf(step.silent)) {
            if (step.seats.get(seat).equals(it.from())) {
                step.seats.put(seat, it.to());
                known = true;
            }
        }
        if (!known) {
            step.seats.put(it.to(), it.to());
            step.silent.add(it.to());
        }
    }

    /// What an approval means: enough different people, none of them for themselves, have said yes to each step that
    /// asked anybody.
    void granted() {
        for (Step step : steps) {
            if (step.came.equals("skipped") || step.came.equals("passed")) {
                continue;
            }
            assertThat(step.said.keySet()).noneMatch(this::own);
            assertThat(step.said.values().stream().filter(it -> it)).isNotEmpty();
            if (step.terms.quorum() == Quorum.ALL && step.settling.isEmpty()) {
                assertThat(step.said.values()).doesNotContain(false);
            }
        }
    }
}
