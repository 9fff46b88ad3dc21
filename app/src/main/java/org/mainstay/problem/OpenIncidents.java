package org.mainstay.problem;

import java.util.List;
import java.util.UUID;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// The open incidents that a problem causes, as far as the actor works on them.
final class OpenIncidents {

    private static final int MOST = 500;

    private OpenIncidents() {}

    /// @throws Refusal where they are too many to be changed together
    static List<Snapshot> of(Snapshot problem, Links links, Acting acting) throws Refusal {
        var caused = links.of(acting.actor(), problem).stream()
                .filter(it -> it.type() == LinkType.CAUSES && it.to().type().equals("incident"))
                .map(it -> it.to().id())
                .distinct()
                .flatMap((UUID it) -> acting.lookup().get(IncidentType.INCIDENT, it).stream())
                .filter(it ->
                        it.need(IncidentType.STATE).open() && acting.actor().may(IncidentType.WORK, it.organisation()))
                .limit(MOST + 1L)
                .toList();
        if (caused.size() > MOST) {
            throw new Refusal(org.mainstay.kernel.record.Problem.of("problem.incidents.too_many", MOST));
        }
        return caused;
    }
}
