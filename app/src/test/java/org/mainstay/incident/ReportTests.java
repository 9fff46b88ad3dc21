package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Watch;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class ReportTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @Test
    void anEmployeeReportsAnIncident() {
        var incident = desk.report(cast.max(), "title", "No network", "impact", "high");
        assertThat(incident.number()).matches("INC\\d{7}");
        assertThat(incident.get(IncidentType.STATE)).isEqualTo(State.NEW);
        assertThat(incident.get(IncidentType.CALLER)).isEqualTo(cast.max().id());
        assertThat(incident.get(IncidentType.OPENED_BY)).isEqualTo(cast.max().id());
        assertThat(incident.get(IncidentType.CHANNEL)).isEqualTo("self_service");
        assertThat(incident.get(IncidentType.URGENCY)).isEqualTo(Level.MEDIUM);
        assertThat(incident.get(IncidentType.PRIORITY)).isEqualTo(2);
        assertThat(incident.get(IncidentType.OPENED_AT)).isNotNull();
        assertThat(incident.organisation()).isEqualTo(cast.one());
    }

    @Test
    void anAgentReportsForSomebodyElse() {
        var incident = desk.report(cast.sam(), "caller", "max", "channel", "phone", "group", "Network");
        assertThat(incident.get(IncidentType.CALLER)).isEqualTo(cast.max().id());
        assertThat(incident.get(IncidentType.OPENED_BY)).isEqualTo(cast.sam().id());
        assertThat(incident.get(IncidentType.CHANNEL)).isEqualTo("phone");
        assertThat(incident.get(IncidentType.GROUP)).isEqualTo(cast.network());
        assertThat(desk.sees(cast.max(), incident)).isTrue();
    }

    @Test
    void anIncidentBelongsToWhereItsCallerBelongs() {
        var incident = desk.report(cast.ada(), "caller", "tim");
        assertThat(incident.organisation()).isEqualTo(cast.two());
        assertThat(desk.sees(cast.olga(), incident)).isTrue();
        assertThat(desk.sees(cast.sam(), incident)).isFalse();
    }

    @Test
    void anEmployeeSaysOnlyWhatIsTheirs() {
        assertThat(Desk.refused(desk.tryReport(
                        cast.max(), "caller", "max", "group", "Network", "priority", "1", "confidential", "yes")))
                .containsOnlyKeys("caller", "group", "priority", "confidential");
        assertThat(Desk.refused(desk.tryReport(cast.sam(), "state", "closed"))).containsOnlyKeys("state");
    }

    @Test
    void anAgentIsAnEmployeeElsewhere() {
        assertThat(Desk.refused(desk.tryReport(cast.olga(), "caller", "max", "group", "Service desk of two")))
                .isNotEmpty();
        assertThat(Desk.refused(desk.tryEdit(cast.sam(), desk.report(cast.max()), "state", "closed")))
                .containsEntry("state", "kernel.save.read_only");
    }

    @Test
    void anEmployeeCorrectsTheirOwnWhileItIsOpen() {
        var incident = desk.report(cast.max());
        assertThat(desk.edit(cast.max(), incident, "title", "Printer smokes").get(IncidentType.TITLE))
                .isEqualTo("Printer smokes");
        assertThat(Desk.refused(desk.tryEdit(cast.max(), incident, "due_at", "2030-01-01T00:00:00Z")))
                .containsOnlyKeys("due_at");
        desk.resolve(cast.sam(), incident);
        assertThat(Desk.denied(desk.tryEdit(cast.max(), incident, "title", "Never mind")))
                .isEqualTo("incident.permits.not_open");
    }

    @Test
    void colleaguesAndStrangersDoNotSeeIt() {
        var incident = desk.report(cast.max());
        assertThat(desk.sees(cast.eve(), incident)).isFalse();
        assertThat(desk.sees(cast.tim(), incident)).isFalse();
        assertThat(desk.sees(cast.olga(), incident)).isFalse();
        assertThat(desk.sees(cast.sam(), incident)).isTrue();
        assertThat(desk.sees(cast.ada(), incident)).isTrue();
        assertThat(desk.tryEdit(cast.eve(), incident, "title", "Mine")).isInstanceOf(Outcome.Missing.class);
        assertThat(desk.tryAct(cast.eve(), incident, "cancel")).isInstanceOf(Outcome.Missing.class);
        assertThat(store.list(cast.eve(), IncidentType.INCIDENT, Query.of(Filter.is(IncidentType.TITLE, "X")))
                        .items())
                .extracting(Snapshot::id)
                .doesNotContain(incident.id());
    }

    @Test
    void whoWatchesItSeesIt() {
        var incident = desk.report(cast.max());
        acts.add(
                cast.sam(),
                IncidentType.INCIDENT,
                incident.id(),
                new Watch(cast.eve().id()));
        assertThat(desk.sees(cast.eve(), incident)).isTrue();
        assertThat(desk.read(cast.eve(), incident).get(IncidentType.WATCHERS))
                .containsExactly(cast.eve().id());
        assertThat(Desk.denied(desk.tryEdit(cast.eve(), incident, "title", "Mine")))
                .isEqualTo("incident.permits.work_needed");
    }

    @Test
    void aConfidentialOneIsForThoseConcernedAndTheirGroup() {
        var incident = desk.report(cast.sam(), "caller", "max", "group", "Network", "confidential", "yes");
        assertThat(desk.sees(cast.max(), incident)).isTrue();
        assertThat(desk.sees(cast.sam(), incident)).as("who reported it").isTrue();
        assertThat(desk.sees(cast.nina(), incident)).as("the group").isTrue();
        assertThat(desk.sees(cast.otto(), incident)).isFalse();
        assertThat(desk.sees(cast.mia(), incident)).isFalse();
        assertThat(desk.sees(cast.ada(), incident)).isTrue();
    }

    @Test
    void anIncidentIsNotOpenedInTheFuture() {
        assertThat(Desk.refused(desk.tryReport(cast.sam(), "opened_at", "2999-01-01T00:00:00Z")))
                .containsEntry("opened_at", "incident.opened_at.future");
        assertThat(Desk.refused(desk.tryReport(cast.sam(), "due_at", "2001-01-01T00:00:00Z")))
                .containsEntry("due_at", "incident.due_at.before_opening");
    }

    @Test
    void channelsAreThoseThatAdministratorsOffer() {
        assertThat(Desk.refused(desk.tryReport(cast.sam(), "channel", "smoke_signs")))
                .containsOnlyKeys("channel");
    }
}
