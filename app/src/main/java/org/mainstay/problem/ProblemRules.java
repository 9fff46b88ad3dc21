package org.mainstay.problem;

import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.people.GroupMembers;
import org.mainstay.problem.Problem.State;

/// What belongs to a state: the moments it was reached, the facts it demands, and that what is closed stays as it is.
/// Imported problems are taken in the state they were in.
final class ProblemRules implements Rule {

    @Override
    public String type() {
        return "problem";
    }

    @Override
    public void apply(Draft draft) {
        opened(draft);
        var now = draft.get(ProblemType.STATE);
        if (now == null || draft.plan().asItWas()) {
            return;
        }
        sealed(draft);
        GroupMembers.check(draft, ProblemType.GROUP, ProblemType.ASSIGNEE, "problem.assignee");
        boolean reached = draft.created() || draft.changes(ProblemType.STATE);
        if (now == State.FIX_IN_PROGRESS || now == State.RESOLVED) {
            needed(draft, ProblemType.CAUSE, reached, "problem.cause.needed");
        }
        if (now == State.RESOLVED) {
            needed(draft, ProblemType.FIX, reached, "problem.fix.needed");
        }
        if (reached) {
            reached(draft, now);
        }
    }

    private static void opened(Draft draft) {
        var opened = draft.get(ProblemType.OPENED_AT);
        if (opened == null && draft.created()) {
            draft.set(ProblemType.OPENED_AT, draft.at());
        } else if (opened != null && draft.changes(ProblemType.OPENED_AT) && opened.isAfter(draft.at())) {
            draft.refuse(ProblemType.OPENED_AT, "problem.opened_at.future");
        }
    }

    private static void sealed(Draft draft) {
        if (draft.old(ProblemType.STATE) != State.CLOSED
                || draft.changes(ProblemType.STATE)
                || draft.actor() instanceof Actor.Machine) {
            return;
        }
        draft.values().all().keySet().stream()
                .filter(draft::changes)
                .findFirst()
                .ifPresent(it -> draft.refuse(it, "problem.sealed"));
    }

    private static void needed(Draft draft, Attribute<String> attribute, boolean reached, String key) {
        var text = draft.get(attribute);
        if ((text == null || text.isBlank()) && (reached || draft.changes(attribute))) {
            draft.refuse(attribute, key);
        }
    }

    private static void reached(Draft draft, State now) {
        switch (now) {
            case NEW, ASSESS, ROOT_CAUSE_ANALYSIS, FIX_IN_PROGRESS -> {
                draft.set(ProblemType.RESOLVED_AT, null);
                draft.set(ProblemType.RECURRED_30, null);
                draft.set(ProblemType.RECURRED_90, null);
                draft.set(ProblemType.CLOSED_AT, null);
                draft.set(ProblemType.CLOSURE_CODE, null);
                draft.set(ProblemType.DUPLICATE_OF, null);
            }
            case RESOLVED -> draft.set(ProblemType.RESOLVED_AT, draft.at());
            case CLOSED -> draft.set(ProblemType.CLOSED_AT, draft.at());
        }
    }
}
