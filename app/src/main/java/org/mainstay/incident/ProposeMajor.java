package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.Major;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Asks the major incident managers to take it up as a major incident.
record ProposeMajor() implements Action<Incident> {

    @Override
    public String name() {
        return "propose_major";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("major_incident");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return switch (incident.major()) {
            case NONE, DEMOTED -> Permits.agentsWhileOpen(incident, acting);
            case PROPOSED, ACCEPTED -> Decision.denied("incident.permits.already_major");
        };
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.MAJOR_INCIDENT, Major.PROPOSED);
        Questions.said(acting, Questions.REASON, true, edit);
        return plan;
    }
}
