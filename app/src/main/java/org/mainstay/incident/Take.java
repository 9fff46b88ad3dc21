package org.mainstay.incident;

import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Makes the actor the assignee. Who has one group only brings the incident into it.
record Take() implements Action<Incident> {

    @Override
    public String name() {
        return "take";
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        var actor = acting.actor();
        if (actor instanceof Actor.Machine) {
            return Decision.denied("incident.permits.persons_only");
        }
        if (actor.id().equals(incident.assignee())) {
            return Decision.denied("incident.permits.already_yours");
        }
        if (!within(incident, actor) && actor.groups().size() != 1) {
            return Decision.denied("incident.permits.not_in_group");
        }
        return Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var actor = acting.actor();
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.ASSIGNEE, actor.id());
        if (actor.groups().size() == 1 && (incident.group() == null || !within(incident, actor))) {
            edit.set(IncidentType.GROUP, actor.groups().iterator().next());
        }
        return plan;
    }

    private static boolean within(Incident incident, Actor actor) {
        return incident.group() == null || actor.groups().contains(incident.group());
    }

    @Override
    public int rank() {
        return 10;
    }
}
