package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Begins the work; an incident without assignee becomes the actor's.
record Start() implements Action<Incident> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.state() == State.NEW ? Permits.agents(acting) : Decision.denied("incident.permits.not_new");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.STATE, State.IN_PROGRESS);
        var actor = acting.actor();
        boolean mayBeTheirs = incident.group() == null || actor.groups().contains(incident.group());
        if (incident.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(IncidentType.ASSIGNEE, actor.id());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
