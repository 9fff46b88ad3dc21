package org.mainstay.problem;

import java.util.List;
import java.util.UUID;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.problem.ProblemCandidate.State;

/// Makes a problem of the incidents that are behind the candidate, as far as the actor sees them: the same that
/// [FromIncidents] would make of them, under the name of the candidate.
record AcceptCandidate(CandidateIncidents behind) implements Action<ProblemCandidate> {

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "problem", "decided_at", "decided_by");
    }

    @Override
    public Decision permits(ProblemCandidate candidate, Acting acting) {
        return DismissCandidate.open(candidate, acting);
    }

    @Override
    public Plan apply(ProblemCandidate candidate, Acting acting) throws Refusal {
        var organisation = acting.subject().organisation();
        var incidents = behind.of(candidate.id()).stream()
                .flatMap((UUID it) -> acting.lookup().get(IncidentType.INCIDENT, it).stream())
                .filter(it -> it.organisation().equals(organisation))
                .toList();
        if (incidents.isEmpty()) {
            throw new Refusal(org.mainstay.kernel.record.Problem.of("problem_candidate.accept.none"));
        }
        var plan = Plan.of(Cause.action(name()));
        var problem = plan.create(ProblemType.PROBLEM);
        FromIncidents.common(incidents).all().forEach(problem.values()::put);
        problem.values().set(ProblemType.TITLE, candidate.title());
        incidents.forEach(it -> problem.parts().add(new Link(LinkType.CAUSES, it.id())));
        plan.edit(acting.subject())
                .set(ProblemCandidateType.STATE, State.ACCEPTED)
                .set(ProblemCandidateType.PROBLEM, problem.id())
                .set(ProblemCandidateType.DECIDED_AT, acting.now())
                .set(ProblemCandidateType.DECIDED_BY, acting.actor().id());
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
