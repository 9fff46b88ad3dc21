package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.PostedComment;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class WorkTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Conversations conversations;

    @Autowired
    Acts acts;

    @Autowired
    Clock clock;

    @Test
    void anAgentTakesStartsAndResolvesIt() {
        var incident = desk.report(cast.max());
        var taken = desk.act(cast.sam(), incident, "take");
        assertThat(taken.get(IncidentType.ASSIGNEE)).isEqualTo(cast.sam().id());
        assertThat(taken.get(IncidentType.GROUP)).isEqualTo(cast.serviceDesk());
        assertThat(desk.act(cast.sam(), incident, "start").get(IncidentType.STATE))
                .isEqualTo(State.IN_PROGRESS);
        var resolved = desk.resolve(cast.sam(), incident);
        assertThat(resolved.get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
        assertThat(resolved.get(IncidentType.RESOLVED_AT)).isNotNull();
        assertThat(resolved.get(IncidentType.RESOLVED_BY)).isEqualTo(cast.sam().id());
        var closed = desk.act(cast.max(), incident, "close");
        assertThat(closed.get(IncidentType.STATE)).isEqualTo(State.CLOSED);
        assertThat(closed.get(IncidentType.CLOSED_AT)).isNotNull();
    }

    @Test
    void aRequesterIsToldWhyTheyCannotWorkOnIt() {
        var incident = desk.report(cast.max());
        for (var action : List.of("assign", "take", "start", "hold", "resolve", "escalate", "propose_major")) {
            assertThat(desk.tryAct(cast.max(), incident, action)).as(action).isInstanceOf(Outcome.Denied.class);
        }
        var possible = acts.possible(cast.max(), desk.read(cast.max(), incident)).stream()
                .filter(it -> it.decision() instanceof Decision.Allowed)
                .map(it -> it.action().name());
        assertThat(possible).containsExactly("cancel");
    }

    @Test
    void theLikeliestActionComesFirst() {
        var incident = desk.report(cast.max());
        assertThat(acts.possible(cast.sam(), desk.read(cast.sam(), incident))
                        .getFirst()
                        .action()
                        .name())
                .isEqualTo("take");
    }

    @Test
    void anAssigneeIsAMemberOfTheGroup() {
        var incident = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), incident, "assign", "group", "Network", "assignee", "sam")))
                .containsEntry("assignee", "incident.assign.not_a_member");
        var assigned = desk.act(cast.sam(), incident, "assign", "group", "Network", "assignee", "nina");
        assertThat(assigned.get(IncidentType.ASSIGNEE)).isEqualTo(cast.nina().id());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), incident, "assign"))).containsKey("group");
    }

    @Test
    void aNewGroupLosesTheFormerAssigneeAndEachHandOverCounts() {
        var incident = desk.report(cast.max());
        var first = desk.act(cast.sam(), incident, "assign", "group", "Network", "assignee", "nina");
        assertThat(first.get(IncidentType.REASSIGNMENT_COUNT)).isZero();
        var second = desk.act(cast.nina(), incident, "assign", "group", "Operations");
        assertThat(second.get(IncidentType.ASSIGNEE)).isNull();
        assertThat(second.get(IncidentType.REASSIGNMENT_COUNT)).isEqualTo(1);
        var third = desk.act(cast.otto(), incident, "take");
        assertThat(third.get(IncidentType.REASSIGNMENT_COUNT)).isEqualTo(1);
    }

    @Test
    void escalationNamesAnotherGroupAndSaysWhyInANote() {
        var incident = desk.report(cast.max());
        desk.act(cast.sam(), incident, "take");
        assertThat(Desk.refused(desk.tryAct(cast.sam(), incident, "escalate", "group", "Network")))
                .containsOnlyKeys("reason");
        var escalated = desk.act(cast.sam(), incident, "escalate", "group", "Network", "reason", "It is the switch.");
        assertThat(escalated.get(IncidentType.GROUP)).isEqualTo(cast.network());
        assertThat(escalated.get(IncidentType.ASSIGNEE)).isNull();
        assertThat(comments(escalated)).extracting(PostedComment::internal).containsExactly(true);
        assertThat(Desk.refused(desk.tryAct(
                        cast.nina(), incident, "escalate", "group", "Network", "reason", "Still the switch.")))
                .containsKey("group");
    }

    @Test
    void workWaitsForSomethingNamed() {
        var incident = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), incident, "hold"))).containsOnlyKeys("hold_reason");
        var held = desk.act(cast.sam(), incident, "hold", "hold_reason", "awaiting_vendor");
        assertThat(held.get(IncidentType.STATE)).isEqualTo(State.ON_HOLD);
        assertThat(held.get(IncidentType.HOLD_REASON)).isEqualTo(HoldReason.AWAITING_VENDOR);
        assertThat(Desk.denied(desk.tryAct(cast.sam(), incident, "hold", "hold_reason", "awaiting_change")))
                .isEqualTo("incident.permits.already_on_hold");
        var resumed = desk.act(cast.sam(), incident, "resume");
        assertThat(resumed.get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
        assertThat(resumed.get(IncidentType.HOLD_REASON)).isNull();
    }

    @Test
    void theCallersReplyResumesWorkThatWaitedForIt() {
        var incident = desk.report(cast.max());
        desk.act(cast.sam(), incident, "hold", "hold_reason", "awaiting_caller", "comment", "Which printer?");
        desk.comment(cast.sam(), incident, "I mean: which floor?");
        assertThat(desk.read(cast.sam(), incident).get(IncidentType.STATE)).isEqualTo(State.ON_HOLD);
        var answered = desk.comment(cast.max(), incident, "The one on the third floor.");
        assertThat(answered.get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
        assertThat(answered.get(IncidentType.HOLD_REASON)).isNull();
        assertThat(desk.why(incident.id(), "state").get("key").stringValue()).isEqualTo("incident.reply.resumes");
    }

    @Test
    void aReplyDoesNotResumeWorkThatWaitsForOthers() {
        var incident = desk.report(cast.max());
        desk.act(cast.sam(), incident, "hold", "hold_reason", "awaiting_vendor");
        assertThat(desk.comment(cast.max(), incident, "Any news?").get(IncidentType.STATE))
                .isEqualTo(State.ON_HOLD);
    }

    @Test
    void theCallersReplyReopensWhatWasResolved() {
        var incident = desk.report(cast.max());
        desk.resolve(cast.sam(), incident);
        var reopened = desk.comment(cast.max(), incident, "It burns again.");
        assertThat(reopened.get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
        assertThat(reopened.get(IncidentType.REOPEN_COUNT)).isEqualTo(1);
    }

    @Test
    void reopeningClearsTheResolution() {
        var incident = desk.report(cast.max());
        desk.resolve(cast.sam(), incident);
        desk.act(cast.sam(), incident, "close");
        var reopened = desk.act(cast.max(), incident, "reopen", "reason", "It burns again.");
        assertThat(reopened.get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
        assertThat(reopened.get(IncidentType.RESOLUTION)).isNull();
        assertThat(reopened.get(IncidentType.RESOLUTION_CODE)).isNull();
        assertThat(reopened.get(IncidentType.RESOLVED_AT)).isNull();
        assertThat(reopened.get(IncidentType.CLOSED_AT)).isNull();
        assertThat(reopened.get(IncidentType.REOPEN_COUNT)).isEqualTo(1);
        assertThat(comments(reopened)).hasSize(1);
    }

    @Test
    void afterTheWindowAFollowUpIsMadeInstead() {
        var past = clock.instant().minus(Duration.ofDays(20));
        var incident = desk.reported(
                cast.system(),
                past,
                new Values().set(IncidentType.CALLER, cast.max().id()).set(IncidentType.TITLE, "Old fire"));
        desk.write(
                cast.system(),
                past.plusSeconds(60),
                incident,
                it -> it.set(IncidentType.STATE, State.RESOLVED)
                        .set(IncidentType.RESOLUTION_CODE, "fixed")
                        .set(IncidentType.RESOLUTION, "Poured water."));
        var still = desk.act(cast.max(), incident, "reopen", "reason", "It burns again.");
        assertThat(still.get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
        var links = conversations.links(cast.max(), still);
        assertThat(links).hasSize(1);
        var followUp = desk.read(
                cast.max(),
                new Snapshot(IncidentType.INCIDENT, links.getFirst().to().id(), Map.of(), false));
        assertThat(followUp.get(IncidentType.TITLE)).isEqualTo("Old fire");
        assertThat(followUp.get(IncidentType.STATE)).isEqualTo(State.NEW);
        assertThat(followUp.get(IncidentType.CALLER)).isEqualTo(cast.max().id());
        assertThat(comments(followUp)).hasSize(1);
        assertThat(desk.comment(cast.max(), incident, "Hello?").get(IncidentType.STATE))
                .as("a late reply reopens nothing")
                .isEqualTo(State.RESOLVED);
    }

    @Test
    void aResolutionSaysHow() {
        var incident = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), incident, "resolve")))
                .containsOnlyKeys("resolution_code", "resolution");
        assertThat(Desk.refused(
                        desk.tryAct(cast.sam(), incident, "resolve", "resolution_code", "magic", "resolution", "Hm")))
                .containsOnlyKeys("resolution_code");
    }

    @Test
    void whatIsClosedStaysAsItIsButMayBeTalkedAbout() {
        var incident = desk.report(cast.max());
        desk.act(cast.max(), incident, "cancel", "reason", "My mistake.");
        assertThat(Desk.refused(desk.tryEdit(cast.sam(), incident, "title", "Another")))
                .containsEntry("title", "incident.sealed");
        assertThat(desk.comment(cast.max(), incident, "Sorry again.").get(IncidentType.STATE))
                .isEqualTo(State.CANCELLED);
        assertThat(Desk.denied(desk.tryAct(cast.sam(), incident, "start"))).isEqualTo("incident.permits.not_new");
    }

    @Test
    void theFirstResponseIsTheFirstAnswerToTheCaller() {
        var commented = desk.report(cast.max());
        desk.comment(cast.max(), commented, "Please hurry.");
        desk.note(cast.sam(), commented, "Who is that?");
        assertThat(desk.read(cast.sam(), commented).get(IncidentType.FIRST_RESPONSE_AT))
                .isNull();
        assertThat(desk.comment(cast.sam(), commented, "On my way.").get(IncidentType.FIRST_RESPONSE_AT))
                .isNotNull();
        var started = desk.report(cast.max());
        assertThat(desk.act(cast.sam(), started, "start").get(IncidentType.FIRST_RESPONSE_AT))
                .isNotNull();
    }

    @Test
    void anAgentOfAnotherOrganisationDoesNotWorkOnIt() {
        var incident = desk.report(cast.max());
        assertThat(desk.tryAct(cast.olga(), incident, "take")).isInstanceOf(Outcome.Missing.class);
    }

    private List<PostedComment> comments(Snapshot incident) {
        return conversations.comments(cast.sam(), incident, 50, null).items();
    }
}
