package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.Major;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Makes a proposed or accepted major incident an ordinary one again; its history stays.
record DemoteMajor() implements Action<Incident> {

    @Override
    public String name() {
        return "demote_major";
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
        if (!acting.may(IncidentType.MANAGE_MAJOR)) {
            return Decision.denied("kernel.access.permission_needed", IncidentType.MANAGE_MAJOR);
        }
        if (incident.state().sealed()) {
            return Decision.denied("incident.permits.not_open");
        }
        return switch (incident.major()) {
            case PROPOSED, ACCEPTED -> Decision.allowed("kernel.access.permission", IncidentType.MANAGE_MAJOR);
            case NONE, DEMOTED -> Decision.denied("incident.permits.not_major");
        };
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.MAJOR_INCIDENT, Major.DEMOTED);
        Questions.said(acting, Questions.REASON, true, edit);
        return plan;
    }
}
