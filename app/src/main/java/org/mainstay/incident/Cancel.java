package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Ends an incident that was none, or that nobody needs solved any more.
record Cancel() implements Action<Incident> {

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.open()
                ? Permits.agentsAndCallers(incident, acting)
                : Decision.denied("incident.permits.not_open");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.STATE, State.CANCELLED);
        Questions.said(acting, Questions.REASON, false, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
