package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.StepTerms.Overdue;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.approval.StepTerms.Rejection;

/// The rules by themselves: who decides, and what comes of it.
class CourseTests {

    private final World world = new World();

    private static Set<UUID> only(UUID person) {
        return Set.of(person);
    }

    @Test
    void stepsAreAskedOneAfterTheOther() {
        var round = world.requested(world.step(World.A), world.step(World.B));
        assertThat(round.deciders()).isEqualTo(only(World.A));
        assertThat(round.decide(World.B, true)).isEqualTo("approval.permits.not_asked");
        assertThat(round.decide(World.A, true)).isNull();
        assertThat(round.deciders()).isEqualTo(only(World.B));
        round.decide(World.B, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
        assertThat(round.decide(World.A, false)).isEqualTo("approval.permits.over");
    }

    @Test
    void stepsBesideEachOtherAreAskedTogether() {
        var round = world.requested(world.step(World.A), world.step(World.B).beside());
        assertThat(round.deciders()).containsExactlyInAnyOrder(World.A, World.B);
        round.decide(World.B, true);
        assertThat(round.state()).isEqualTo(State.REQUESTED);
        round.decide(World.A, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void twoOfThreeAreEnough() {
        var round = world.requested(
                world.step(World.A, World.B, World.C).quorum(Quorum.SOME, 2).rejection(Rejection.OUTVOTED));
        round.decide(World.A, false);
        assertThat(round.decide(World.A, true)).isEqualTo("approval.permits.decided_already");
        round.decide(World.B, true);
        assertThat(round.state()).isEqualTo(State.REQUESTED);
        round.decide(World.C, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoIsOutvotedHasRejected() {
        var round = world.requested(
                world.step(World.A, World.B, World.C).quorum(Quorum.SOME, 2).rejection(Rejection.OUTVOTED));
        round.decide(World.A, false);
        round.decide(World.B, false);
        assertThat(round.state()).isEqualTo(State.REJECTED);
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        world.manager(World.REQUESTER, World.D);
        var round = world.requested(world.step(World.REQUESTER));
        assertThat(round.deciders()).isEqualTo(only(World.D));
        assertThat(round.decide(World.REQUESTER, true)).isEqualTo("approval.permits.own");
        assertThat(round.delegate(World.D, World.REQUESTER)).isEqualTo("approval.hand.own");
        assertThat(round.delegate(World.D, World.BENEFICIARY)).isEqualTo("approval.hand.own");
    }

    @Test
    void thePolicyMayAllowOwnRequests() {
        world.ownRequests = true;
        var round = world.requested(world.step(World.REQUESTER));
        round.decide(World.REQUESTER, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aSubstituteDecidesForWhoIsAway() {
        world.substitute(World.A, World.B);
        var round = world.requested(world.step(World.A));
        assertThat(round.deciders()).containsExactlyInAnyOrder(World.A, World.B);
        round.decide(World.B, true);
        assertThat(round.last(Event.Decided.class).seats()).isEqualTo(only(World.A));
        assertThat(round.last(Event.Decided.class).person()).isEqualTo(World.B);
    }

    @Test
    void theRequesterIsNobodysSubstitute() {
        world.substitute(World.A, World.REQUESTER);
        var round = world.requested(world.step(World.A));
        assertThat(round.deciders()).isEqualTo(only(World.A));
        assertThat(round.decide(World.REQUESTER, true)).isEqualTo("approval.permits.own");
    }

    @Test
    void oneWhoLeftNeverBlocks() {
        world.manager(World.A, World.D);
        var round = world.requested(world.step(World.A));
        world.leave(World.A);
        round.tick(Duration.ZERO);
        assertThat(round.deciders()).isEqualTo(only(World.D));
        world.leave(World.D);
        round.tick(Duration.ZERO);
        assertThat(round.deciders()).isEqualTo(world.members(World.STEWARDS));
        round.decide(World.S, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void ofAGroupTheOthersDecide() {
        var round = world.requested(world.group(World.A, World.B, World.C).quorum(Quorum.ALL, 0));
        round.decide(World.A, true);
        round.decide(World.B, true);
        world.leave(World.C);
        round.tick(Duration.ZERO);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoApprovedIsNotAskedAgain() {
        var round = world.requested(world.step(World.A), world.step(World.A, World.B).quorum(Quorum.ALL, 0));
        round.decide(World.A, true);
        assertThat(round.last(Event.Counted.class).person()).isEqualTo(World.A);
        assertThat(round.deciders()).isEqualTo(only(World.B));
    }

    @Test
    void whatIsDelegatedIsDecidedInTheOthersPlace() {
        var round = world.requested(world.step(World.A, World.B).quorum(Quorum.ALL, 0));
        assertThat(round.delegate(World.A, World.B)).isEqualTo("approval.hand.asked_already");
        assertThat(round.delegate(World.C, World.D)).isEqualTo("approval.permits.not_asked");
        assertThat(round.delegate(World.A, World.C)).isNull();
        assertThat(round.decide(World.A, true)).isEqualTo("approval.permits.not_asked");
        round.decide(World.C, true);
        assertThat(round.last(Event.Decided.class).seats()).isEqualTo(only(World.A));
        round.decide(World.B, true);
        assertThat(round.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void timeRemindsEscalatesAndEnds() {
        var step = world.step(World.A).time(Duration.ofDays(3), Duration.ofDays(1), Overdue.ESCALATE);
        world.escalation = Set.of(World.D);
        var round = world.requested(step);
        round.tick(Duration.ofDays(1));
        round.tick(Duration.ZERO);
        assertThat(round.count(Event.Reminded.class)).isEqualTo(1);
        round.tick(Duration.ofDays(2));
        assertThat(round.deciders()).containsExactlyInAnyOrder(World.A, World.D);
        round.tick(Duration.ofDays(3));
        assertThat(round.state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void aQuestionStopsTheClock() {
        var round =
                world.requested(world.step(World.A).time(Duration.ofDays(3), Duration.ofDays(1), Overdue.EXPIRE));
        round.question(World.A);
        round.tick(Duration.ofDays(30));
        assertThat(round.state()).isEqualTo(State.REQUESTED);
        assertThat(round.count(Event.Reminded.class)).isZero();
        round.answer(World.REQUESTER);
        round.tick(Duration.ofDays(2));
        assertThat(round.state()).isEqualTo(State.REQUESTED);
        round.tick(Duration.ofDays(1));
        assertThat(round.state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void conditionsSkipAndApprove() {
        var round = world.requested(world.step(World.A).skipped(), world.step(World.B).passed());
        assertThat(round.state()).isEqualTo(State.APPROVED);
        assertThat(world.requested(world.step(World.A).skipped()).state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void whereNobodyCanBeFoundTheStewardsDecide() {
        var round = world.requested(world.step());
        assertThat(round.deciders()).isEqualTo(world.members(World.STEWARDS));
        world.stewards = Set.of();
        var stuck = world.requested(world.step());
        assertThat(stuck.deciders()).isEmpty();
        assertThat(stuck.reassign(null, World.A)).isNull();
        stuck.decide(World.A, true);
        assertThat(stuck.state()).isEqualTo(State.APPROVED);
    }
}
