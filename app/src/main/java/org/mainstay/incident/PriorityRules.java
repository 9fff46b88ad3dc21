package org.mainstay.incident;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// Priority follows from impact and urgency by the matrix. A value of one's own is an override: it needs
/// a reason, is visible and stays until it is taken back.
///
/// @param matrix as administrators have it
record PriorityRules(PriorityMatrix matrix) implements Rule {

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        var impact = draft.get(IncidentType.IMPACT);
        var urgency = draft.get(IncidentType.URGENCY);
        if (impact == null || urgency == null) {
            return;
        }
        var cell = matrix.cell(impact, urgency);
        if (overrides(draft, cell.priority())) {
            overridden(draft);
        } else if (follows(draft)) {
            draft.set(IncidentType.PRIORITY, cell.priority(), cell.reason(), cell.rule());
            draft.set(IncidentType.PRIORITY_OVERRIDE, false);
            draft.set(IncidentType.PRIORITY_REASON, null);
        }
    }

    /// Whether the priority is somebody's decision once this is saved.
    private static boolean overrides(Draft draft, long computed) {
        var priority = draft.get(IncidentType.PRIORITY);
        if (priority == null) {
            return false;
        }
        if (draft.changes(IncidentType.PRIORITY)) {
            return priority != computed;
        }
        return Boolean.TRUE.equals(draft.get(IncidentType.PRIORITY_OVERRIDE));
    }

    private static void overridden(Draft draft) {
        draft.set(IncidentType.PRIORITY_OVERRIDE, true);
        if (draft.get(IncidentType.PRIORITY_REASON) != null) {
            return;
        }
        if (draft.plan().asItWas()) {
            draft.set(IncidentType.PRIORITY_REASON, draft.plan().cause().name());
        } else {
            draft.refuse(IncidentType.PRIORITY_REASON, "incident.priority.reason_needed");
        }
    }

    /// Whether the matrix has to be asked: what it depends on has changed, or an override ends.
    private static boolean follows(Draft draft) {
        return draft.created()
                || draft.get(IncidentType.PRIORITY) == null
                || draft.changes(IncidentType.IMPACT)
                || draft.changes(IncidentType.URGENCY)
                || draft.changes(IncidentType.PRIORITY)
                || draft.changes(IncidentType.PRIORITY_OVERRIDE)
                || draft.changes(IncidentType.PRIORITY_REASON);
    }
}
