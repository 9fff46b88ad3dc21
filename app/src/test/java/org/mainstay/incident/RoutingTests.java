package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class RoutingTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    AssignmentDryRun dryRun;

    String word;
    final List<Snapshot> rules = new ArrayList<>();

    @BeforeEach
    void chooseAWord() {
        word = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void retire() {
        rules.forEach(it -> desk.edit(cast.ada(), it, "active", "no"));
    }

    @Test
    void theFirstRuleThatHoldsDecidesAndHistorySaysSo() {
        rule(word + " impact:high", "Operations", "group_only", 10);
        var second = rule(word, "Network", "group_only", 20);
        rule(word, "Operations", "group_only", 30);
        var incident = desk.report(cast.max(), "title", "It " + word);
        assertThat(incident.get(IncidentType.GROUP)).isEqualTo(cast.network());
        assertThat(incident.get(IncidentType.ASSIGNEE)).isNull();
        var why = desk.why(incident.id(), "group");
        assertThat(why.get("key").stringValue()).isEqualTo("incident.routing.decided");
        assertThat(why.get("record").stringValue()).isEqualTo(second.id().toString());
        var grave = desk.report(cast.max(), "title", word, "impact", "high");
        assertThat(grave.get(IncidentType.GROUP)).isEqualTo(cast.operations());
    }

    @Test
    void aGroupThatWasNamedStays() {
        rule(word, "Network", "group_only", 10);
        var incident = desk.report(cast.sam(), "title", word, "group", "Operations");
        assertThat(incident.get(IncidentType.GROUP)).isEqualTo(cast.operations());
    }

    @Test
    void whatIsStillNobodysIsRoutedWhenItsServiceBecomesKnown() {
        var service = desk.create(
                cast.ada(),
                ConfigurationItemType.CONFIGURATION_ITEM,
                Map.of("name", word, "class", "business_service"));
        rule("service:" + Desk.done(service).number(), "Network", "group_only", 10);
        var incident = desk.report(cast.max());
        assertThat(incident.get(IncidentType.GROUP)).isNull();
        assertThat(desk.edit(cast.max(), incident, "service", word).get(IncidentType.GROUP))
                .isEqualTo(cast.network());
    }

    @Test
    void theLeastLoadedMemberGetsIt() {
        desk.report(cast.sam(), "group", "Service desk", "assignee", "sam");
        rule(word, "Service desk", "least_loaded", 10);
        var first = desk.report(cast.max(), "title", word).get(IncidentType.ASSIGNEE);
        assertThat(first).isIn(cast.sam().id(), cast.mia().id());
        int loads = 0;
        for (int i = 0; i < 40; i++) {
            loads += cast.mia()
                            .id()
                            .equals(desk.report(cast.max(), "title", word).get(IncidentType.ASSIGNEE))
                    ? 1
                    : 0;
        }
        assertThat(loads).as("the load evens out").isPositive();
    }

    @Test
    void membersTakeTurns() {
        rule(word, "Service desk", "next_member", 10);
        var first = desk.report(cast.max(), "title", word).get(IncidentType.ASSIGNEE);
        var second = desk.report(cast.max(), "title", word).get(IncidentType.ASSIGNEE);
        var third = desk.report(cast.max(), "title", word).get(IncidentType.ASSIGNEE);
        assertThat(second).isNotEqualTo(first);
        assertThat(third).isEqualTo(first);
    }

    @Test
    void aConditionThatCannotBeReadIsRefused() {
        assertThat(Desk.refused(desk.create(
                        cast.ada(),
                        AssignmentRuleType.ASSIGNMENT_RULE,
                        Map.of("name", "Broken", "condition", "nonsense:1 (", "group", "Network"))))
                .containsOnlyKeys("condition");
    }

    @Test
    void aDryRunShowsWhatARuleWouldHaveMoved() {
        var there = desk.report(cast.sam(), "title", word, "group", "Network");
        var elsewhere = desk.report(cast.sam(), "title", word, "group", "Operations");
        desk.report(cast.sam(), "title", "Something else");
        var rule = Desk.done(desk.create(
                cast.ada(),
                AssignmentRuleType.ASSIGNMENT_RULE,
                Map.of("name", "Idea", "condition", word, "group", "Network", "active", "no")));
        var report = dryRun.run(cast.ada(), AssignmentRule.of(rule), Duration.ofDays(90));
        assertThat(report.examined()).isGreaterThanOrEqualTo(3);
        assertThat(report.decided()).isEqualTo(2);
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.examples())
                .extracting(AssignmentDryRun.Example::incident)
                .containsExactly(elsewhere.id());
        assertThat(desk.read(cast.sam(), elsewhere).version()).isEqualTo(elsewhere.version());
        assertThat(desk.read(cast.sam(), there).version()).isEqualTo(there.version());
    }

    private Snapshot rule(String condition, String group, String method, int position) {
        var rule = Desk.done(desk.create(
                cast.ada(),
                AssignmentRuleType.ASSIGNMENT_RULE,
                Map.of(
                        "name",
                        "Rule " + position,
                        "condition",
                        condition,
                        "group",
                        group,
                        "method",
                        method,
                        "position",
                        Integer.toString(position))));
        rules.add(rule);
        return rule;
    }
}
