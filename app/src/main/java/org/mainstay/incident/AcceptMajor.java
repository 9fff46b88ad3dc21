package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.Major;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Declares a major incident, proposed or not.
record AcceptMajor() implements Action<Incident> {

    @Override
    public String name() {
        return "accept_major";
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
        if (incident.major() == Major.ACCEPTED) {
            return Decision.denied("incident.permits.already_major");
        }
        return incident.open()
                ? Decision.allowed("kernel.access.permission", IncidentType.MANAGE_MAJOR)
                : Decision.denied("incident.permits.not_open");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(IncidentType.MAJOR_INCIDENT, Major.ACCEPTED);
        return plan;
    }
}
