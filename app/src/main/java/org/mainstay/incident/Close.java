package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Confirms the resolution; from then on the record stays as it is.
record Close() implements Action<Incident> {

    @Override
    public String name() {
        return "close";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.state() == State.RESOLVED
                ? Permits.agentsAndCallers(incident, acting)
                : Decision.denied("incident.permits.not_resolved");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(IncidentType.STATE, State.CLOSED);
        return plan;
    }

    @Override
    public int rank() {
        return 70;
    }
}
