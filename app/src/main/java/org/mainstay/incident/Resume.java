package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Takes up work that waited.
record Resume() implements Action<Incident> {

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public List<String> changes() {
        return List.of("state", "hold_reason");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.state() == State.ON_HOLD
                ? Permits.agents(acting)
                : Decision.denied("incident.permits.not_on_hold");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(IncidentType.STATE, State.IN_PROGRESS);
        return plan;
    }

    @Override
    public int rank() {
        return 15;
    }
}
