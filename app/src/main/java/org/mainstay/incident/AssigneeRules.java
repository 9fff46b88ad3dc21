package org.mainstay.incident;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;

/// Whoever works on an incident belongs to its group; each hand-over counts.
final class AssigneeRules implements Rule {

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.plan().asItWas()) {
            return;
        }
        var group = draft.get(IncidentType.GROUP);
        var assignee = draft.get(IncidentType.ASSIGNEE);
        boolean given = draft.changes(IncidentType.ASSIGNEE);
        if (group != null
                && assignee != null
                && (given || draft.changes(IncidentType.GROUP))
                && !Members.belongs(assignee, group, draft.lookup())) {
            if (given) {
                draft.refuse(IncidentType.ASSIGNEE, "incident.assign.not_a_member");
            } else {
                draft.set(IncidentType.ASSIGNEE, null, Message.of("incident.assign.group_changed"), null);
            }
        }
        if (!draft.created() && handedOver(draft)) {
            long count = draft.old(IncidentType.REASSIGNMENT_COUNT) instanceof Long before ? before : 0;
            draft.set(IncidentType.REASSIGNMENT_COUNT, count + 1);
        }
    }

    /// From one group to another, or within the group from one person to another.
    private static boolean handedOver(Draft draft) {
        if (draft.changes(IncidentType.GROUP)) {
            return draft.old(IncidentType.GROUP) != null;
        }
        return draft.changes(IncidentType.ASSIGNEE)
                && draft.old(IncidentType.ASSIGNEE) != null
                && draft.get(IncidentType.ASSIGNEE) != null;
    }
}
