package org.mainstay.incident;

import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// An assignment rule has a condition that can be read.
record AssignmentRuleChecks(Routing routing) implements Rule {

    @Override
    public String type() {
        return "assignment_rule";
    }

    @Override
    public void apply(Draft draft) {
        var condition = draft.get(AssignmentRuleType.CONDITION);
        if (condition != null
                && draft.changes(AssignmentRuleType.CONDITION)
                && routing.read(condition) instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(AssignmentRuleType.CONDITION.code(), it.reason())));
        }
    }
}
