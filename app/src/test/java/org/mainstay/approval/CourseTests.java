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
        var standing = world.requested(world.step(World.A), world.step(World.B));
        assertThat(standing.deciders()).isEqualTo(only(World.A));
        assertThat(standing.decide(World.B, true)).isEqualTo("approval.permits.not_asked");
        assertThat(standing.decide(World.A, true)).isNull();
        assertThat(standing.deciders()).isEqualTo(only(World.B));
        standing.decide(World.B, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
        assertThat(standing.decide(World.A, false)).isEqualTo("approval.permits.over");
    }

    @Test
    void stepsBesideEachOtherAreAskedTogether() {
        var standing = world.requested(world.step(World.A), world.step(World.B).beside());
        assertThat(standing.deciders()).containsExactlyInAnyOrder(World.A, World.B);
        standing.decide(World.B, true);
        assertThat(standing.state()).isEqualTo(State.REQUESTED);
        standing.decide(World.A, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void twoOfThreeAreEnough() {
        var standing = world.requested(
                world.step(World.A, World.B, World.C).quorum(Quorum.SOME, 2).rejection(Rejection.OUTVOTED));
        standing.decide(World.A, false);
        assertThat(standing.decide(World.A, true)).isEqualTo("approval.permits.decided_already");
        standing.decide(World.B, true);
        assertThat(standing.state()).isEqualTo(State.REQUESTED);
        standing.decide(World.C, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoIsOutvotedHasRejected() {
        var standing = world.requested(
                world.step(World.A, World.B, World.C).quorum(Quorum.SOME, 2).rejection(Rejection.OUTVOTED));
        standing.decide(World.A, false);
        standing.decide(World.B, false);
        assertThat(standing.state()).isEqualTo(State.REJECTED);
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        world.manager(World.REQUESTER, World.D);
        var standing = world.requested(world.step(World.REQUESTER));
        assertThat(standing.deciders()).isEqualTo(only(World.D));
        assertThat(standing.decide(World.REQUESTER, true)).isEqualTo("approval.permits.own");
        assertThat(standing.delegate(World.D, World.REQUESTER)).isEqualTo("approval.hand.own");
        assertThat(standing.delegate(World.D, World.BENEFICIARY)).isEqualTo("approval.hand.own");
    }

    @Test
    void thePolicyMayAllowOwnRequests() {
        world.ownRequests = true;
        var standing = world.requested(world.step(World.REQUESTER));
        standing.decide(World.REQUESTER, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aSubstituteDecidesForWhoIsAway() {
        world.substitute(World.A, World.B);
        var standing = world.requested(world.step(World.A));
        assertThat(standing.deciders()).containsExactlyInAnyOrder(World.A, World.B);
        standing.decide(World.B, true);
        assertThat(standing.last(Event.Decided.class).seats()).isEqualTo(only(World.A));
        assertThat(standing.last(Event.Decided.class).person()).isEqualTo(World.B);
    }

    @Test
    void theRequesterIsNobodysSubstitute() {
        world.substitute(World.A, World.REQUESTER);
        var standing = world.requested(world.step(World.A));
        assertThat(standing.deciders()).isEqualTo(only(World.A));
        assertThat(standing.decide(World.REQUESTER, true)).isEqualTo("approval.permits.own");
    }

    @Test
    void oneWhoLeftNeverBlocks() {
        world.manager(World.A, World.D);
        var standing = world.requested(world.step(World.A));
        world.leave(World.A);
        standing.tick(Duration.ZERO);
        assertThat(standing.deciders()).isEqualTo(only(World.D));
        world.leave(World.D);
        standing.tick(Duration.ZERO);
        assertThat(standing.deciders()).isEqualTo(world.members(World.STEWARDS));
        standing.decide(World.S, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void ofAGroupTheOthersDecide() {
        var standing = world.requested(world.group(World.A, World.B, World.C).quorum(Quorum.ALL, 0));
        standing.decide(World.A, true);
        standing.decide(World.B, true);
        world.leave(World.C);
        standing.tick(Duration.ZERO);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoApprovedIsNotAskedAgain() {
        var standing = world.requested(
                world.step(World.A), world.step(World.A, World.B).quorum(Quorum.ALL, 0));
        standing.decide(World.A, true);
        assertThat(standing.last(Event.Counted.class).person()).isEqualTo(World.A);
        assertThat(standing.deciders()).isEqualTo(only(World.B));
    }

    @Test
    void whatIsDelegatedIsDecidedInTheOthersPlace() {
        var standing = world.requested(world.step(World.A, World.B).quorum(Quorum.ALL, 0));
        assertThat(standing.delegate(World.A, World.B)).isEqualTo("approval.hand.asked_already");
        assertThat(standing.delegate(World.C, World.D)).isEqualTo("approval.permits.not_asked");
        assertThat(standing.delegate(World.A, World.C)).isNull();
        assertThat(standing.decide(World.A, true)).isEqualTo("approval.permits.not_asked");
        standing.decide(World.C, true);
        assertThat(standing.last(Event.Decided.class).seats()).isEqualTo(only(World.A));
        standing.decide(World.B, true);
        assertThat(standing.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void timeRemindsEscalatesAndEnds() {
        var step = world.step(World.A).time(Duration.ofDays(3), Duration.ofDays(1), Overdue.ESCALATE);
        world.escalation = Set.of(World.D);
        var standing = world.requested(step);
        standing.tick(Duration.ofDays(1));
        standing.tick(Duration.ZERO);
        assertThat(standing.count(Event.Reminded.class)).isEqualTo(1);
        standing.tick(Duration.ofDays(2));
        assertThat(standing.deciders()).containsExactlyInAnyOrder(World.A, World.D);
        standing.tick(Duration.ofDays(3));
        assertThat(standing.state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void aQuestionStopsTheClock() {
        var standing =
                world.requested(world.step(World.A).time(Duration.ofDays(3), Duration.ofDays(1), Overdue.EXPIRE));
        standing.question(World.A);
        standing.tick(Duration.ofDays(30));
        assertThat(standing.state()).isEqualTo(State.REQUESTED);
        assertThat(standing.count(Event.Reminded.class)).isZero();
        standing.answer(World.REQUESTER);
        standing.tick(Duration.ofDays(2));
        assertThat(standing.state()).isEqualTo(State.REQUESTED);
        standing.tick(Duration.ofDays(1));
        assertThat(standing.state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void conditionsSkipAndApprove() {
        var standing = world.requested(
                world.step(World.A).skipped(), world.step(World.B).passed());
        assertThat(standing.state()).isEqualTo(State.APPROVED);
        assertThat(world.requested(world.step(World.A).skipped()).state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void whereNobodyCanBeFoundTheStewardsDecide() {
        var standing = world.requested(world.step());
        assertThat(standing.deciders()).isEqualTo(world.members(World.STEWARDS));
        world.stewards = Set.of();
        var stuck = world.requested(world.step());
        assertThat(stuck.deciders()).isEmpty();
        assertThat(stuck.reassign(null, World.A)).isNull();
        stuck.decide(World.A, true);
        assertThat(stuck.state()).isEqualTo(State.APPROVED);
    }
}
