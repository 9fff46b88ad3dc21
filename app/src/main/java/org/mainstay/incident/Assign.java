package org.mainstay.incident;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Gives the incident to a group, a person or both.
record Assign() implements Action<Incident> {

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(IncidentType.GROUP, IncidentType.ASSIGNEE);
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        if (acting.answers().isEmpty()) {
            throw new Refusal(Problem.at(IncidentType.GROUP, "incident.assign.to_whom"));
        }
        return acting.plan(this);
    }

    @Override
    public int rank() {
        return 30;
    }
}
