package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.approval.Office.place;
import static org.mainstay.approval.Office.refused;
import static org.mainstay.approval.Office.step;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Who sees an approval, and what becomes of it when what it is about goes.
@MainstayTest
class ApprovalRecordTests {

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
    DSLContext db;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void onlyThoseConcernedSeeIt() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var approval = office.requested(office.location(place, "for=max"));
        for (var person : List.of(cast.ada(), cast.nina(), cast.max())) {
            assertThat(store.get(person, ApprovalType.APPROVAL, approval.id())).isPresent();
        }
        for (var person : List.of(cast.sam(), cast.eve(), cast.olga(), cast.tim())) {
            assertThat(store.get(person, ApprovalType.APPROVAL, approval.id())).isEmpty();
        }
    }

    @Test
    void theWithdrawalOfARecordThatIsGone() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var location = office.location(place, "");
        var approval = office.requested(location);
        office.delete(location);
        assertThat(refused(office.tryAct(cast.nina(), approval, "approve"))).isEqualTo("approval.permits.gone");
        clockwork.run();
        assertThat(office.read(approval).need(ApprovalType.STATE)).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatIsPurgedLeavesNoFactsInTheLedger() {
        var place = place();
        office.policy(place, step("approvers", "person", "person", "nina"));
        var location = office.location(place, "Lindenweg 7");
        var approval = office.requested(location);
        assertThat(office.events(approval, Event.Requested.class).getFirst().facts())
                .containsValue("Lindenweg 7");
        for (var statement : ApprovalQueries.forget(List.of(location.id()))) {
            db.execute(statement);
        }
        assertThat(office.events(approval, Event.Requested.class).getFirst().facts())
                .isEmpty();
        assertThat(approvals.of(location)).as("that it was asked about stays").hasSize(1);
    }
}
