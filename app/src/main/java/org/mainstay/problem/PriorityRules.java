package org.mainstay.problem;

import org.mainstay.incident.PriorityMatrix;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// Priority follows from impact and urgency, by the same matrix as that of incidents; nobody gives it another.
///
/// @param matrix as administrators have it
record PriorityRules(PriorityMatrix matrix) implements Rule {

    @Override
    public String type() {
        return "problem";
    }

    @Override
    public void apply(Draft draft) {
        var impact = draft.get(ProblemType.IMPACT);
        var urgency = draft.get(ProblemType.URGENCY);
        if (impact == null || urgency == null) {
            return;
        }
        var cell = matrix.cell(impact, urgency);
        var given = draft.get(ProblemType.PRIORITY);
        if (given != null && draft.changes(ProblemType.PRIORITY)) {
            if (given != cell.priority() && !draft.plan().asItWas()) {
                draft.refuse(ProblemType.PRIORITY, "problem.priority.follows");
            }
        } else if (given == null || draft.changes(ProblemType.IMPACT) || draft.changes(ProblemType.URGENCY)) {
            draft.set(ProblemType.PRIORITY, cell.priority(), cell.reason(), cell.rule());
        }
    }
}
