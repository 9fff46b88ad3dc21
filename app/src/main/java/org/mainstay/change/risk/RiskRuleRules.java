package org.mainstay.change.risk;

import org.mainstay.change.Change.Risk;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Values;

/// A rule says something, of a value that its fact can have, and no other says of the same.
final class RiskRuleRules implements Rule {

    @Override
    public String type() {
        return "risk_rule";
    }

    @Override
    public void apply(Draft draft) {
        var fact = draft.get(RiskRuleType.FACT);
        var threshold = draft.get(RiskRuleType.THRESHOLD);
        var points = draft.get(RiskRuleType.POINTS);
        if (fact == null || threshold == null || points == null) {
            return;
        }
        named(draft, fact, threshold);
        var least = draft.get(RiskRuleType.LEAST);
        if (threshold > fact.most()) {
            draft.refuse(RiskRuleType.THRESHOLD, "risk_rule.threshold.never", fact.most());
        }
        if (fact.sum() && points > 0) {
            draft.refuse(RiskRuleType.POINTS, "risk_rule.points.of_points");
        } else if (points == 0 && (least == null || least == Risk.LOW)) {
            draft.refuse(fact.sum() ? RiskRuleType.LEAST : RiskRuleType.POINTS, "risk_rule.says_nothing");
        }
        once(draft, fact, threshold);
    }

    /// By what it is about, until somebody gives it a name of its own.
    private static void named(Draft draft, Fact fact, long threshold) {
        var name = draft.get(RiskRuleType.NAME);
        var factBefore = draft.old(RiskRuleType.FACT);
        var thresholdBefore = draft.old(RiskRuleType.THRESHOLD);
        boolean made = factBefore != null
                && thresholdBefore != null
                && !draft.changes(RiskRuleType.NAME)
                && name(factBefore, thresholdBefore).equals(name);
        if (name == null || made) {
            draft.set(RiskRuleType.NAME, name(fact, threshold));
        }
    }

    private static String name(Fact fact, long threshold) {
        return Codes.of(fact) + " >= " + threshold;
    }

    private static void once(Draft draft, Fact fact, long threshold) {
        boolean said = draft.created()
                || draft.changes(RiskRuleType.FACT)
                || draft.changes(RiskRuleType.THRESHOLD)
                || draft.changes(RiskRuleType.ACTIVE);
        if (!said || !Boolean.TRUE.equals(draft.get(RiskRuleType.ACTIVE))) {
            return;
        }
        var same = new Values()
                .set(RiskRuleType.FACT, fact)
                .set(RiskRuleType.THRESHOLD, threshold)
                .set(RiskRuleType.ACTIVE, true);
        draft.lookup().having(RiskRuleType.RISK_RULE, same, 2).stream()
                .filter(it -> !it.id().equals(draft.id()))
                .findFirst()
                .ifPresent(it -> draft.refuse(RiskRuleType.THRESHOLD, "risk_rule.twice", it.number()));
    }
}
