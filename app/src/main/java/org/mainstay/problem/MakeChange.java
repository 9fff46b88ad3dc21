package org.mainstay.problem;

import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Makes a change that is to fix the problem: about the same, with the cause as its description and the problem as its
/// justification. What it takes is planned there.
record MakeChange() implements Action<Problem> {

    @Override
    public String name() {
        return "make_change";
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        var decision = Permits.agents(acting);
        if (!decision.yes()) {
            return decision;
        }
        if (!problem.state().open()) {
            return Decision.denied("problem.permits.done");
        }
        return acting.may(ChangeType.WORK) ? decision : Decision.denied("change.permits.work_needed");
    }

    @Override
    public Plan apply(Problem problem, Acting acting) {
        var subject = acting.subject();
        var plan = acting.plan(this);
        var change = plan.create(ChangeType.CHANGE);
        change.values()
                .set(Header.ORGANISATION, subject.organisation())
                .set(ChangeType.TITLE, problem.title())
                .set(ChangeType.TYPE, Change.Type.NORMAL)
                .set(ChangeType.GROUP, problem.group())
                .set(ChangeType.CATEGORY, subject.get(ProblemType.CATEGORY))
                .set(ChangeType.SERVICE, subject.get(ProblemType.SERVICE))
                .set(ChangeType.CONFIGURATION_ITEM, subject.get(ProblemType.CONFIGURATION_ITEM))
                .set(ChangeType.DESCRIPTION, described(subject))
                .set(ChangeType.JUSTIFICATION, problem.number() + " " + problem.title())
                .set(ChangeType.IMPLEMENTATION_PLAN, subject.get(ProblemType.FIX));
        change.parts().add(new Link(LinkType.FIXES, problem.id()));
        return plan;
    }

    private static String described(Snapshot problem) {
        var cause = problem.get(ProblemType.CAUSE);
        var description = cause == null || cause.isBlank() ? problem.get(ProblemType.DESCRIPTION) : cause;
        return description == null ? problem.label() : description;
    }

    @Override
    public int rank() {
        return 35;
    }
}
