package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.approval.Office.place;
import static org.mainstay.approval.Office.refused;
import static org.mainstay.approval.Office.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.AbsenceType;
import org.mainstay.people.LocationType;
import org.mainstay.people.PersonType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Approvals of records by people, over the real store.
@MainstayTest
class ApprovalTests {

    @Autowired
    Office office;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Approvals approvals;

    @Autowired
    Clockwork clockwork;

    @Autowired
    Clock clock;

    @Autowired
    ApprovalPlans plans;

    @AfterEach
    void close() {
        office.close();
    }

    private static State state(Snapshot approval) {
        return approval.need(ApprovalType.STATE);
    }

    private static Set<UUID> waits(Snapshot approval) {
        var waiting = approval.get(ApprovalType.WAITING_FOR);
        return waiting == null ? Set.of() : waiting;
    }

    @Test
    void ownerThenCostOwnerThenTwoOfTheGroup() {
        var place = place();
        var desk = cast.serviceDesk().toString();
        office.policy(
                place,
                step("approvers", "owner"),
                step("approvers", "cost_owner", "skip_when", "address~cheap"),
                step("approvers", "group", "group", desk, "quorum", "some", "needed", "2"));
        var location = office.location(place, "owner=nina cost=carl amount=1200.00 EUR");
        var approval = office.requested(location);
        assertThat(waits(approval)).containsExactly(cast.nina().id());
        assertThat(approval.get(ApprovalType.AMOUNT)).hasToString("1200.00 EUR");
        assertThat(refused(office.tryAct(cast.carl(), approval, "approve"))).isEqualTo("missing");
        office.act(cast.nina(), approval, "approve", "comment", "Fine.");
        approval = office.act(cast.carl(), approval, "approve");
        assertThat(waits(approval))
                .containsExactlyInAnyOrder(cast.sam().id(), cast.mia().id());
        office.act(cast.sam(), approval, "approve");
        assertThat(refused(office.tryAct(cast.sam(), approval, "approve")))
                .isEqualTo("approval.permits.decided_already");
        assertThat(office.read(location).get(LocationType.COUNTRY)).isNull();
        approval = office.act(cast.mia(), approval, "approve");
        assertThat(state(approval)).isEqualTo(State.APPROVED);
        assertThat(approval.get(ApprovalType.DECIDED_BY)).isEqualTo(cast.mia().id());
        assertThat(office.read(location).get(LocationType.COUNTRY)).isEqualTo("approved");
        assertThat(approvals.granted(office.read(location))).isTrue();
        assertThat(refused(office.tryAct(cast.mia(), approval, "reject", "why", "No")))
                .isEqualTo("approval.permits.over");
    }

    @Test
    void aStepIsSkippedByItsCondition() {
        var place = place();
        office.policy(
                place,
                step("approvers", "owner"),
                step("approvers", "cost_owner", "skip_when", "address~cheap"),
                step("approvers", "person", "person", "carl", "approve_when", "address~harmless"));
        var approval = office.requested(office.location(place, "owner=nina cost=carl cheap harmless"));
        approval = office.act(cast.nina(), approval, "approve");
        assertThat(state(approval)).isEqualTo(State.APPROVED);
        assertThat(office.events(approval, Event.Skipped.class).getFirst().why())
                .isEqualTo(Event.Why.of("approval.why.skip_when", "address~cheap"));
        assertThat(office.events(approval, Event.Passed.class)).hasSize(1);
    }

    @Test
    void aRejectionHasAReasonAndEndsIt() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"), step("approvers", "owner"));
        var location = office.location(place, "owner=carl");
        var approval = office.requested(location);
        assertThat(office.tryAct(cast.nina(), approval, "reject")).isInstanceOf(Outcome.Refused.class);
        approval = office.act(cast.nina(), approval, "reject", "why", "Too far away.");
        assertThat(state(approval)).isEqualTo(State.REJECTED);
        assertThat(approval.get(ApprovalType.REASON)).isEqualTo("Too far away.");
        assertThat(office.read(location).get(LocationType.COUNTRY)).isEqualTo("rejected");
        assertThat(approvals.granted(office.read(location))).isFalse();
    }

    @Test
    void amountsDecideByATableWhoIsAsked() {
        var place = place();
        var list = "sums " + place;
        office.policy(place, step("approvers", "rule", "list", list));
        office.create(
                cast.ada(),
                ApprovalRuleType.APPROVAL_RULE,
                Map.of(
                        "list",
                        list,
                        "record_type",
                        "location",
                        "position",
                        "1",
                        "amount_below",
                        "500 EUR",
                        "person",
                        "sam"));
        office.create(
                cast.ada(),
                ApprovalRuleType.APPROVAL_RULE,
                Map.of(
                        "list",
                        list,
                        "record_type",
                        "location",
                        "position",
                        "2",
                        "condition",
                        "address~lab",
                        "person",
                        "otto"));
        office.create(
                cast.ada(),
                ApprovalRuleType.APPROVAL_RULE,
                Map.of(
                        "list",
                        list,
                        "record_type",
                        "location",
                        "position",
                        "3",
                        "amount_from",
                        "500 EUR",
                        "person",
                        "carl"));
        assertThat(waits(office.requested(office.location(place, "amount=499.99 EUR"))))
                .containsExactly(cast.sam().id());
        assertThat(waits(office.requested(office.location(place, "amount=500 EUR"))))
                .containsExactly(cast.carl().id());
        assertThat(waits(office.requested(office.location(place, "amount=500 EUR lab"))))
                .containsExactly(cast.otto().id());
        var stewards = office.requested(office.location(place, "amount=500 USD"));
        assertThat(waits(stewards)).containsExactly(cast.otto().id());
        assertThat(office.events(stewards, Event.Escalated.class)).hasSize(1);
    }

    @Test
    void nobodyApprovesTheirOwnRequestUnlessThePolicySaysSo() {
        var strict = place();
        office.policy(strict, step("approvers", "person", "person", "ada"));
        var approval = office.requested(office.location(strict, ""));
        assertThat(waits(approval)).containsExactly(cast.otto().id());
        assertThat(refused(office.tryAct(cast.ada(), approval, "approve"))).isEqualTo("approval.permits.own");
        var lenient = place();
        office.policy(lenient, Map.of("own_requests", "true"), step("approvers", "person", "person", "ada"));
        var own = office.requested(office.location(lenient, ""));
        assertThat(state(office.act(cast.ada(), own, "approve"))).isEqualTo(State.APPROVED);
        var others = place();
        office.policy(others, step("approvers", "person", "person", "nina"));
        var theirs = office.requested(office.location(others, "for=nina"));
        assertThat(waits(theirs)).containsExactly(cast.otto().id());
        assertThat(refused(office.tryAct(cast.nina(), theirs, "approve"))).isEqualTo("approval.permits.own");
    }

    @Test
    void anotherPriceAsksAnew() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var location = office.location(place, "amount=100 EUR");
        var first = office.requested(location);
        office.act(cast.nina(), first, "approve");
        office.edit(office.read(location), "address", "amount=900 EUR");
        assertThat(approvals.granted(office.read(location))).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(office.read(first)) == State.SUPERSEDED);
        var second = approvals.latest(location).orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(state(second)).isEqualTo(State.REQUESTED);
        assertThat(office.events(office.read(first), Event.Superseded.class)
                        .getFirst()
                        .facts())
                .containsExactly("address");
        office.act(cast.nina(), second, "approve");
        assertThat(approvals.granted(office.read(location))).isTrue();
    }

    @Test
    void aSubstituteDecidesInTheirPlace() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var approval = office.requested(office.location(place, ""));
        office.create(
                cast.nina(),
                AbsenceType.ABSENCE,
                Map.of(
                        "from_at", clock.instant().minusSeconds(60).toString(),
                        "to_at", clock.instant().plusSeconds(3_600).toString(),
                        "substitute", "carl"));
        // at once, though the record says so only once the clock has looked
        clockwork.run();
        assertThat(waits(office.read(approval)))
                .containsExactlyInAnyOrder(cast.nina().id(), cast.carl().id());
        approval = office.act(cast.carl(), approval, "approve");
        assertThat(approval.get(ApprovalType.DECIDED_BY)).isEqualTo(cast.carl().id());
        assertThat(approval.get(ApprovalType.DECIDED_FOR)).isEqualTo(cast.nina().id());
    }

    @Test
    void whoLeavesIsReplaced() {
        var place = place();
        var leaver = cast.newcomer();
        set(leaver.id(), "manager", "carl");
        office.policy(place, step("approvers", "person", "person", cast.userName(leaver)));
        var approval = office.requested(office.location(place, ""));
        assertThat(waits(approval)).containsExactly(leaver.id());
        set(leaver.id(), "active", "false");
        clockwork.run();
        assertThat(waits(office.read(approval))).containsExactly(cast.carl().id());
        assertThat(office.events(approval, Event.Handed.class).getFirst().hand())
                .isEqualTo(Event.Hand.REPLACED);
        clockwork.run();
        assertThat(office.events(approval, Event.Handed.class)).hasSize(1);
        assertThat(state(office.act(cast.carl(), approval, "approve"))).isEqualTo(State.APPROVED);
    }

    private void set(UUID person, String attribute, String value) {
        office.edit(store.get(cast.system(), PersonType.PERSON, person).orElseThrow(), attribute, value);
    }

    @Test
    void delegatingReassigningAskingBackAndWithdrawing() {
        var place = place();
        office.policy(
                place, step("approvers", "person", "person", "nina"), step("approvers", "person", "person", "sam"));
        var approval = office.requested(office.location(place, ""));
        assertThat(refused(office.tryAct(cast.nina(), approval, "delegate", "to", "ada")))
                .isEqualTo("approval.hand.own");
        office.act(cast.nina(), approval, "delegate", "to", "carl", "comment", "You know it better.");
        assertThat(refused(office.tryAct(cast.nina(), approval, "approve"))).isEqualTo("approval.permits.not_asked");
        assertThat(refused(office.tryAct(cast.carl(), approval, "reassign", "to", "mia")))
                .isEqualTo("kernel.access.administrators_only");
        approval = office.act(cast.carl(), approval, "ask", "question", "How many desks?");
        assertThat(approval.get(ApprovalType.STOPPED_AT)).isNotNull();
        assertThat(approval.get(ApprovalType.DUE_AT)).isNull();
        approval = office.act(cast.ada(), approval, "answer", "answer", "Twelve.");
        assertThat(approval.get(ApprovalType.STOPPED_AT)).isNull();
        approval = office.act(cast.ada(), approval, "reassign", "to", "mia");
        assertThat(waits(approval)).containsExactly(cast.mia().id());
        approval = office.act(cast.mia(), approval, "approve");
        approval = office.act(cast.ada(), approval, "withdraw", "comment", "Not needed.");
        assertThat(state(approval)).isEqualTo(State.WITHDRAWN);
        assertThat(refused(office.tryAct(cast.sam(), approval, "approve"))).isEqualTo("approval.permits.over");
    }

    @Test
    void remindersAndDeadlinesCountOnce() {
        var place = place();
        office.policy(
                place,
                step(
                        "approvers",
                        "person",
                        "person",
                        "nina",
                        "deadline",
                        "PT48H",
                        "reminder",
                        "PT24H",
                        "overdue",
                        "expire"));
        var location = office.location(place, "");
        // asked two and a half days ago
        var approval = asked(location, clock.instant().minus(Duration.ofHours(30)));
        clockwork.run();
        clockwork.run();
        assertThat(office.events(approval, Event.Reminded.class)).hasSize(1);
        var late = asked(office.location(place, ""), clock.instant().minus(Duration.ofHours(50)));
        clockwork.run();
        assertThat(state(office.read(late))).isEqualTo(State.EXPIRED);
        assertThat(state(office.read(approval))).isEqualTo(State.REQUESTED);
    }

    private Snapshot asked(Snapshot location, Instant at) {
        var plan = Plan.of(Cause.action("test")).at(at);
        var id = plans.ask(plan, cast.ada(), new Matter(plans.approvable("location"), office.read(location)), at)
                .orElseThrow();
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        return plans.approval(id).orElseThrow();
    }

    @Test
    void whatIsAskedTwiceIsAskedOnce() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var location = office.location(place, "");
        var first = office.requested(location);
        assertThat(office.requested(location).id()).isEqualTo(first.id());
        assertThat(approvals.of(location)).hasSize(1);
    }

    @Test
    void withoutAPolicyNothingIsAsked() {
        var location = office.location(place(), "");
        assertThat(approvals.request(cast.ada(), location)).isEmpty();
        assertThat(office.read(location).get(LocationType.COUNTRY)).isEqualTo("skipped");
    }

    @Test
    void whatChangesTooLateAsksNobodyAnewAndIsDecidedStill() {
        var place = place();
        office.policy(
                place, step("approvers", "person", "person", "nina"), step("approvers", "person", "person", "carl"));
        var location = office.location(place, "late");
        var approval = office.requested(location);
        approval = office.act(cast.nina(), approval, "approve");
        office.edit(location, "address", "late, and dearer");
        approval = office.act(cast.carl(), approval, "approve");
        assertThat(state(approval)).isEqualTo(State.APPROVED);
        assertThat(approvals.granted(office.read(location))).isTrue();
    }
}
