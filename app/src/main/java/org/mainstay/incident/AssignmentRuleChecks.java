package org.mainstay.incident;

import org.mainstay.incident.AssignmentRule.Method;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// An assignment rule has a condition that can be read.
record AssignmentRuleChecks(Routing routing) implements Rule {

    private static final long LAST = 1_000;

    @Override
    public String type() {
        return "assignment_rule";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            if (draft.get(AssignmentRuleType.POSITION) == null) {
                draft.set(AssignmentRuleType.POSITION, LAST);
            }
            if (draft.get(AssignmentRuleType.METHOD) == null) {
                draft.set(AssignmentRuleType.METHOD, Method.GROUP_ONLY);
            }
            if (draft.get(AssignmentRuleType.ACTIVE) == null) {
                draft.set(AssignmentRuleType.ACTIVE, true);
            }
        }
        var condition = draft.get(AssignmentRuleType.CONDITION);
        if (condition != null
                && draft.changes(AssignmentRuleType.CONDITION)
                && routing.read(condition) instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(AssignmentRuleType.CONDITION.code(), it.reason())));
        }
    }
}
