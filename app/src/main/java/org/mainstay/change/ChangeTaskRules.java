package org.mainstay.change;

import org.mainstay.change.ChangeTask.State;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.people.GroupMembers;

/// A task belongs to its change, and knows when it was begun and ended.
final class ChangeTaskRules implements Rule {

    @Override
    public String type() {
        return "change_task";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            Belonging.check(draft, ChangeTaskType.CHANGE);
        }
        var state = draft.get(ChangeTaskType.STATE);
        if (draft.plan().asItWas() || state == null) {
            return;
        }
        Windows.check(draft, ChangeTaskType.PLANNED_START, ChangeTaskType.PLANNED_END);
        GroupMembers.check(draft, ChangeTaskType.GROUP, ChangeTaskType.ASSIGNEE, "change.assignee");
        if ((state == State.IN_PROGRESS || state == State.DONE) && draft.get(ChangeTaskType.STARTED_AT) == null) {
            draft.set(ChangeTaskType.STARTED_AT, draft.at());
        }
        if (state.ended() && draft.get(ChangeTaskType.ENDED_AT) == null) {
            draft.set(ChangeTaskType.ENDED_AT, draft.at());
        }
    }
}
