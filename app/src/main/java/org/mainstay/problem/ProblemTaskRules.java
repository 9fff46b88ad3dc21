package org.mainstay.problem;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.people.GroupMembers;

/// A task is of its problem's organisation, and none is added to a problem that is closed.
final class ProblemTaskRules implements Rule {

    @Override
    public String type() {
        return "problem_task";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            belongs(draft);
        }
        var state = draft.get(ProblemTaskType.STATE);
        if (draft.plan().asItWas() || state == null) {
            return;
        }
        GroupMembers.check(draft, ProblemTaskType.GROUP, ProblemTaskType.ASSIGNEE, "problem.assignee");
        if (state.ended() && draft.get(ProblemTaskType.ENDED_AT) == null) {
            draft.set(ProblemTaskType.ENDED_AT, draft.at());
        }
    }

    private static void belongs(Draft draft) {
        var of = draft.get(ProblemTaskType.PROBLEM);
        var problem =
                of == null ? null : draft.lookup().get(ProblemType.PROBLEM, of).orElse(null);
        if (problem == null) {
            return;
        }
        if (draft.get(Header.ORGANISATION) == null) {
            draft.set(Header.ORGANISATION, problem.organisation());
        } else if (!problem.organisation().equals(draft.get(Header.ORGANISATION))) {
            draft.refuse(Header.ORGANISATION, "problem_task.other_organisation");
        }
        if (!draft.plan().asItWas() && problem.need(ProblemType.STATE) == Problem.State.CLOSED) {
            draft.refuse(ProblemTaskType.PROBLEM, "problem_task.problem_closed");
        }
    }
}
