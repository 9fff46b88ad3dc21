package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.ProblemCandidate.State;

/// Says that no problem is to be made of it, and why. It comes back once it has grown by a good deal since.
record DismissCandidate() implements Action<ProblemCandidate> {

    @Override
    public String name() {
        return "dismiss";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "dismissal_reason", "decided_at", "decided_by");
    }

    @Override
    public Decision permits(ProblemCandidate candidate, Acting acting) {
        return open(candidate, acting);
    }

    static Decision open(ProblemCandidate candidate, Acting acting) {
        var decision = Permits.agents(acting);
        if (!decision.yes()) {
            return decision;
        }
        return switch (candidate.state()) {
            case OPEN -> decision;
            case ACCEPTED -> Decision.denied("problem_candidate.permits.accepted");
            case DISMISSED -> Decision.denied("problem_candidate.permits.dismissed");
            case FADED -> Decision.denied("problem_candidate.permits.faded");
        };
    }

    @Override
    public Plan apply(ProblemCandidate candidate, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(ProblemCandidateType.STATE, State.DISMISSED)
                .set(ProblemCandidateType.DISMISSAL_REASON, acting.answer(Questions.NEEDED_REASON))
                .set(ProblemCandidateType.DECIDED_AT, acting.now())
                .set(ProblemCandidateType.DECIDED_BY, acting.actor().id());
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
