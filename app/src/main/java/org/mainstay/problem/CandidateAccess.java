package org.mainstay.problem;

import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;

/// Whoever works on the problems of an organisation sees its candidates and decides about them. They come about by
/// themselves; only administrators bring back what an export took away.
final class CandidateAccess implements AccessRule {

    private final ProblemAccess problems = new ProblemAccess(ProblemCandidateType.PROBLEM_CANDIDATE);

    @Override
    public String type() {
        return problems.type();
    }

    @Override
    public Filter visible(Actor actor) {
        return problems.visible(actor);
    }

    @Override
    public String reason(int index) {
        return problems.reason(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return actor.may(Grants.ADMIN, organisation)
                ? Decision.allowed("problem_candidate.permits.administrator")
                : Decision.denied("problem_candidate.permits.found");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return problems.edit(actor, subject);
    }
}
