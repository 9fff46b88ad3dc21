package org.mainstay.problem;

import java.util.List;
import org.mainstay.incident.Incident;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.problem.Problem.State;

/// Says that the cause is removed, and how. Where it is wanted, the open incidents are resolved with it, each in its
/// own record and with the fix as its resolution; the preview shows which.
record Resolve(Links links) implements Action<Problem> {

    private static final Attribute<Boolean> WITH_INCIDENTS = Attribute.column("resolve_incidents", new Kind.YesNo());
    private static final Attribute<String> CODE =
            Attribute.column("resolution_code", IncidentType.RESOLUTION_CODE.kind());

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ProblemType.FIX, WITH_INCIDENTS, CODE);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "resolved_at");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        var decision = Permits.step(problem, State.FIX_IN_PROGRESS, acting);
        return decision.yes()
                ? Fixing.hindrance(Fixing.changes(acting.subject(), links, acting))
                        .<Decision>map(Decision.Denied::new)
                        .orElse(decision)
                : decision;
    }

    @Override
    public Plan apply(Problem problem, Acting acting) throws Refusal {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ProblemType.STATE, State.RESOLVED);
        if (Boolean.TRUE.equals(acting.answer(WITH_INCIDENTS))) {
            var code = acting.answer(CODE);
            if (code == null) {
                throw new Refusal(org.mainstay.kernel.record.Problem.at(CODE, "problem.resolve.code_needed"));
            }
            var answer = acting.answer(ProblemType.FIX);
            var fix = answer == null ? acting.subject().get(ProblemType.FIX) : answer;
            for (var incident : OpenIncidents.of(acting.subject(), links, acting)) {
                plan.edit(incident)
                        .set(IncidentType.STATE, Incident.State.RESOLVED)
                        .set(IncidentType.RESOLUTION_CODE, code)
                        .set(IncidentType.RESOLUTION, fix);
            }
        }
        return plan;
    }

    @Override
    public int rank() {
        return 30;
    }
}
