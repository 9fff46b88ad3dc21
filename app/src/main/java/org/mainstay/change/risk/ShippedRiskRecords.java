package org.mainstay.change.risk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.Risk;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// Rules and questions as they come. Without experience, plan and answers a change is of high risk; what was planned
/// with care, of low or medium.
final class ShippedRiskRecords implements Shipped {

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        rule(items, Fact.CRITICALITY, 2, 3, null);
        rule(items, Fact.CRITICALITY, 3, 6, Risk.MEDIUM);
        rule(items, Fact.SERVICES, 1, 2, null);
        rule(items, Fact.SERVICES, 5, 5, Risk.HIGH);
        rule(items, Fact.BLAST_RADIUS, 10, 2, null);
        rule(items, Fact.BLAST_RADIUS, 100, 5, Risk.MEDIUM);
        rule(items, Fact.BLAST_RADIUS, 500, 8, Risk.HIGH);
        rule(items, Fact.SINGLE_POINTS, 1, 3, null);
        rule(items, Fact.CHANGED_ITEMS, 5, 2, null);
        rule(items, Fact.CHANGED_ITEMS, 50, 5, Risk.MEDIUM);
        rule(items, Fact.HOURS, 8, 2, null);
        rule(items, Fact.OUTSIDE_MAINTENANCE, 1, 4, null);
        rule(items, Fact.BUSINESS_HOURS, 1, 4, null);
        rule(items, Fact.NO_TEST_PLAN, 1, 3, null);
        rule(items, Fact.NO_BACK_OUT_PLAN, 1, 5, Risk.MEDIUM);
        rule(items, Fact.EMERGENCY, 1, 4, Risk.MEDIUM);
        for (var failures : List.of(Fact.MODEL_FAILURES, Fact.GROUP_FAILURES, Fact.ITEM_FAILURES)) {
            rule(items, failures, 30, 1, null);
            rule(items, failures, 60, 2, null);
        }
        rule(items, Fact.KNOWN_FAILURES, 10, 3, null);
        rule(items, Fact.KNOWN_FAILURES, 30, 6, Risk.HIGH);
        rule(items, Fact.POINTS, 20, 0, Risk.MEDIUM);
        rule(items, Fact.POINTS, 35, 0, Risk.HIGH);
        rule(items, Fact.POINTS, 50, 0, Risk.VERY_HIGH);
        question(
                items,
                "done_before",
                "Has the team done a change of this kind before?",
                "Hat das Team einen solchen Change schon einmal umgesetzt?",
                "yes: 0\nno: 4");
        question(
                items,
                "tested",
                "Was it tried in an environment that is like the real one?",
                "Wurde er in einer Umgebung erprobt, die der echten gleicht?",
                "yes: 0\npartly: 3: Partly | Teilweise\nno: 6");
        question(
                items,
                "back_out_tried",
                "Was the way back tried, and does it fit into the window?",
                "Wurde der Rückweg erprobt, und passt er in das Zeitfenster?",
                "yes: 0\nno: 5");
        question(
                items,
                "interruption",
                "Do people notice an interruption?",
                "Bemerken Menschen eine Unterbrechung?",
                "no: 0\nshort: 2: Up to 15 minutes | Bis zu 15 Minuten\nlong: 5: Longer | Länger");
        question(
                items,
                "several_teams",
                "Do several teams or vendors have to act at the same time?",
                "Müssen mehrere Teams oder Lieferanten gleichzeitig handeln?",
                "no: 0\nyes: 3");
        return items;
    }

    private static void rule(List<Item> items, Fact fact, long threshold, long points, @Nullable Risk least) {
        var values = new Values()
                .set(RiskRuleType.FACT, fact)
                .set(RiskRuleType.THRESHOLD, threshold)
                .set(RiskRuleType.POINTS, points)
                .set(RiskRuleType.LEAST, least)
                .set(RiskRuleType.POSITION, 10L * (items.size() + 1));
        items.add(new Item(RiskRuleType.RISK_RULE, Codes.of(fact) + ":" + threshold, values));
    }

    private static void question(List<Item> items, String code, String text, String german, String answers) {
        var values = new Values()
                .set(RiskQuestionType.CODE, code)
                .set(RiskQuestionType.TEXT, text)
                .set(RiskQuestionType.TEXT_DE, german)
                .set(RiskQuestionType.ANSWERS, answers)
                .set(RiskQuestionType.POSITION, 10L * (items.size() + 1));
        items.add(new Item(RiskQuestionType.RISK_QUESTION, code, values));
    }
}
