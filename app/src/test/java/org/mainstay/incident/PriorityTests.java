package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class PriorityTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @ParameterizedTest
    @CsvSource({
        "high, high, 1", "high, medium, 2", "high, low, 3",
        "medium, high, 2", "medium, medium, 3", "medium, low, 4",
        "low, high, 3", "low, medium, 4", "low, low, 5"
    })
    void priorityFollowsFromImpactAndUrgency(String impact, String urgency, long priority) {
        var incident = desk.report(cast.max(), "impact", impact, "urgency", urgency);
        assertThat(incident.get(IncidentType.PRIORITY)).isEqualTo(priority);
        assertThat(incident.get(IncidentType.PRIORITY_OVERRIDE)).isFalse();
        var why = desk.why(incident.id(), "priority");
        assertThat(why.get("key").stringValue()).isEqualTo("incident.priority.matrix");
        assertThat(why.get("record").stringValue())
                .isEqualTo(store.find(cast.max(), PriorityRuleType.PRIORITY_RULE, impact + "." + urgency)
                        .orElseThrow()
                        .id()
                        .toString());
    }

    @Test
    void priorityMovesWithImpact() {
        var incident = desk.report(cast.max());
        assertThat(desk.edit(cast.max(), incident, "impact", "low").get(IncidentType.PRIORITY))
                .isEqualTo(4);
    }

    @Test
    void anOverrideNeedsAReasonAndStays() {
        var incident = desk.report(cast.max());
        assertThat(Desk.refused(desk.tryEdit(cast.sam(), incident, "priority", "1")))
                .containsEntry("priority_reason", "incident.priority.reason_needed");
        var overridden = desk.edit(cast.sam(), incident, "priority", "1", "priority_reason", "The board meets.");
        assertThat(overridden.get(IncidentType.PRIORITY)).isEqualTo(1);
        assertThat(overridden.get(IncidentType.PRIORITY_OVERRIDE)).isTrue();
        assertThat(desk.edit(cast.max(), incident, "impact", "low").get(IncidentType.PRIORITY))
                .isEqualTo(1);
    }

    @Test
    void anOverrideIsTakenBack() {
        var incident = desk.report(cast.sam(), "priority", "5", "priority_reason", "A joke.");
        assertThat(incident.get(IncidentType.PRIORITY_OVERRIDE)).isTrue();
        var back = desk.edit(cast.sam(), incident, "priority_override", "no");
        assertThat(back.get(IncidentType.PRIORITY)).isEqualTo(3);
        assertThat(back.get(IncidentType.PRIORITY_REASON)).isNull();
    }

    @Test
    void theValueOfTheMatrixIsNoOverride() {
        var incident = desk.report(cast.sam(), "priority", "3");
        assertThat(incident.get(IncidentType.PRIORITY_OVERRIDE)).isFalse();
    }

    @Test
    void administratorsEditTheMatrix() {
        var cell = store.find(cast.ada(), PriorityRuleType.PRIORITY_RULE, "low.low")
                .orElseThrow();
        assertThat(Desk.denied(desk.tryEdit(cast.sam(), cell, "priority", "1")))
                .isEqualTo("kernel.access.administrators_only");
        desk.edit(cast.ada(), cell, "priority", "4");
        try {
            assertThat(desk.report(cast.max(), "impact", "low", "urgency", "low")
                            .get(IncidentType.PRIORITY))
                    .isEqualTo(4);
        } finally {
            desk.edit(cast.ada(), cell, "priority", "5");
        }
    }
}
