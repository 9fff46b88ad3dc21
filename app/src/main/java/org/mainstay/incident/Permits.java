package org.mainstay.incident;

import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;

/// The conditions that several verbs share, each a yes or a no that says why.
final class Permits {

    private Permits() {}

    /// For those who work on incidents of the organisation.
    static Decision agents(Acting acting) {
        return acting.may(IncidentType.WORK)
                ? Decision.allowed("incident.permits.agent")
                : Decision.denied("incident.permits.work_needed");
    }

    /// For agents, as long as there is something to do.
    static Decision agentsWhileOpen(Incident incident, Acting acting) {
        var decision = agents(acting);
        return decision.yes() && !incident.open() ? Decision.denied("incident.permits.not_open") : decision;
    }

    /// For agents, and for those who asked.
    static Decision agentsAndCallers(Incident incident, Acting acting) {
        return incident.askedBy(acting.actor()) ? Decision.allowed("incident.permits.caller") : agents(acting);
    }
}
