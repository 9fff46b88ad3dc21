package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.Major;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Parents and children, duplicates, major incidents.
@MainstayTest
class FamilyTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Clock clock;

    @Test
    void childrenAreResolvedWithTheirParent() {
        var parent = desk.report(cast.max());
        var child = desk.report(cast.eve());
        var done = desk.report(cast.eve());
        desk.act(cast.sam(), parent, "link_child", "child", child.number());
        desk.act(cast.sam(), parent, "link_child", "child", done.number());
        desk.act(cast.eve(), done, "cancel");
        var preview =
                desk.preview(cast.sam(), parent, "resolve", "resolution_code", "fixed", "resolution", "Poured water.");
        assertThat(preview)
                .asInstanceOf(type(Outcome.Previewed.class))
                .extracting(it -> it.records().size())
                .isEqualTo(2);
        assertThat(desk.read(cast.sam(), child).get(IncidentType.STATE)).isEqualTo(State.NEW);
        desk.resolve(cast.sam(), parent);
        var resolved = desk.read(cast.eve(), child);
        assertThat(resolved.get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
        assertThat(resolved.get(IncidentType.RESOLUTION)).isEqualTo("Poured water.");
        assertThat(desk.read(cast.eve(), done).get(IncidentType.STATE)).isEqualTo(State.CANCELLED);
        var reopened = desk.act(cast.eve(), child, "reopen");
        assertThat(reopened.get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
        assertThat(desk.read(cast.sam(), parent).get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
    }

    @Test
    void thereIsOneLevelOfChildren() {
        var parent = desk.report(cast.max());
        var child = desk.report(cast.max());
        var other = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), parent, "link_child", "child", parent.number())))
                .containsValue("incident.parent.itself");
        desk.act(cast.sam(), parent, "link_child", "child", child.number());
        assertThat(Desk.denied(desk.tryAct(cast.sam(), child, "link_child", "child", other.number())))
                .isEqualTo("incident.permits.is_child");
        assertThat(Desk.refused(desk.tryAct(cast.sam(), other, "link_child", "child", parent.number())))
                .containsValue("incident.parent.has_children");
        assertThat(Desk.refused(desk.tryEdit(cast.sam(), other, "parent_incident", child.number())))
                .containsValue("incident.parent.is_child");
        assertThat(desk.edit(cast.sam(), child, "parent_incident", "").get(IncidentType.PARENT_INCIDENT))
                .isNull();
    }

    @Test
    void aForeignIncidentDoesNotBecomeAChild() {
        var parent = desk.report(cast.max());
        var foreign = desk.report(cast.tim());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), parent, "link_child", "child", foreign.number())))
                .containsOnlyKeys("child");
    }

    @Test
    void aDuplicateIsMergedAndTheMergeUndone() {
        var original = desk.report(cast.max());
        var duplicate = desk.report(cast.eve());
        desk.act(cast.sam(), duplicate, "hold", "hold_reason", "awaiting_vendor");
        var merged = desk.act(cast.sam(), duplicate, "merge_duplicate", "duplicate_of", original.number());
        assertThat(merged.get(IncidentType.STATE)).isEqualTo(State.CLOSED);
        assertThat(merged.get(IncidentType.DUPLICATE_OF)).isEqualTo(original.id());
        assertThat(merged.get(IncidentType.RESOLUTION_CODE)).isEqualTo("duplicate");
        assertThat(desk.sees(cast.eve(), original)).as("callers stay apart").isFalse();
        assertThat(Desk.denied(desk.tryAct(cast.sam(), duplicate, "reopen")))
                .isEqualTo("incident.permits.is_duplicate");
        var undone = desk.act(cast.sam(), duplicate, "undo_merge");
        assertThat(undone.get(IncidentType.STATE)).isEqualTo(State.ON_HOLD);
        assertThat(undone.get(IncidentType.HOLD_REASON)).isEqualTo(HoldReason.AWAITING_VENDOR);
        assertThat(undone.get(IncidentType.DUPLICATE_OF)).isNull();
        assertThat(undone.get(IncidentType.RESOLUTION)).isNull();
        assertThat(undone.get(IncidentType.CLOSED_AT)).isNull();
        assertThat(undone.get(IncidentType.REOPEN_COUNT)).isZero();
    }

    @Test
    void aResolvedDuplicateIsResolvedAgainAfterTheUndoing() {
        var original = desk.report(cast.max());
        var duplicate = desk.report(cast.max());
        var resolved = desk.resolve(cast.sam(), duplicate);
        desk.act(cast.sam(), duplicate, "merge_duplicate", "duplicate_of", original.number());
        var undone = desk.act(cast.sam(), duplicate, "undo_merge");
        assertThat(undone.get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
        assertThat(undone.get(IncidentType.RESOLUTION)).isEqualTo("Poured water.");
        assertThat(undone.get(IncidentType.RESOLVED_AT)).isEqualTo(resolved.get(IncidentType.RESOLVED_AT));
        assertThat(undone.get(IncidentType.CLOSED_AT)).isNull();
    }

    @Test
    void aMergeIsUndoneWithinThirtyDays() {
        var original = desk.report(cast.max());
        var past = clock.instant().minus(Duration.ofDays(31));
        var duplicate = desk.reported(cast.system(), past, new Values());
        desk.write(
                cast.system(),
                past.plusSeconds(60),
                duplicate,
                it -> it.set(IncidentType.STATE, State.CLOSED).set(IncidentType.DUPLICATE_OF, original.id()));
        assertThat(Desk.denied(desk.tryAct(cast.sam(), duplicate, "undo_merge")))
                .isEqualTo("incident.permits.merged_long_ago");
    }

    @Test
    void onlyWhatMakesSenseIsMerged() {
        var original = desk.report(cast.max());
        var duplicate = desk.report(cast.max());
        var third = desk.report(cast.max());
        assertThat(Desk.refused(
                        desk.tryAct(cast.sam(), original, "merge_duplicate", "duplicate_of", original.number())))
                .containsValue("incident.merge.itself");
        desk.act(cast.sam(), duplicate, "merge_duplicate", "duplicate_of", original.number());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), third, "merge_duplicate", "duplicate_of", duplicate.number())))
                .containsValue("incident.merge.is_duplicate");
        desk.act(cast.sam(), original, "link_child", "child", third.number());
        var fourth = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryAct(cast.sam(), original, "merge_duplicate", "duplicate_of", fourth.number())))
                .containsValue("incident.merge.has_children");
        assertThat(Desk.denied(desk.tryAct(cast.max(), fourth, "merge_duplicate", "duplicate_of", third.number())))
                .isEqualTo("incident.permits.work_needed");
    }

    @Test
    void aMajorIncidentIsProposedAcceptedAndDemoted() {
        var incident = desk.report(cast.max());
        assertThat(Desk.denied(desk.tryAct(cast.sam(), incident, "accept_major")))
                .isEqualTo("kernel.access.permission_needed");
        assertThat(desk.act(cast.sam(), incident, "propose_major", "reason", "Half the house is dark.")
                        .get(IncidentType.MAJOR_INCIDENT))
                .isEqualTo(Major.PROPOSED);
        assertThat(Desk.denied(desk.tryAct(cast.sam(), incident, "propose_major")))
                .isEqualTo("incident.permits.already_major");
        assertThat(desk.act(cast.mia(), incident, "accept_major").get(IncidentType.MAJOR_INCIDENT))
                .isEqualTo(Major.ACCEPTED);
        assertThat(desk.act(cast.mia(), incident, "demote_major", "reason", "A fuse.")
                        .get(IncidentType.MAJOR_INCIDENT))
                .isEqualTo(Major.DEMOTED);
        assertThat(Desk.denied(desk.tryAct(cast.mia(), incident, "demote_major")))
                .isEqualTo("incident.permits.not_major");
    }
}
