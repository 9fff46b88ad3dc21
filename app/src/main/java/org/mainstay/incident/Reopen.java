package org.mainstay.incident;

import java.time.Duration;
import java.util.List;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;

/// Puts a resolved or closed incident back into work. Once the window is over, a follow-up that is linked
/// to it is made instead.
///
/// @param window how long after the resolution
record Reopen(Duration window) implements Action<Incident> {

    /// What a follow-up takes over.
    private static final List<Attribute<?>> INHERITED = List.of(
            Header.ORGANISATION,
            IncidentType.TITLE,
            IncidentType.DESCRIPTION,
            IncidentType.CALLER,
            IncidentType.CATEGORY,
            IncidentType.SERVICE,
            IncidentType.CONFIGURATION_ITEM,
            IncidentType.LOCATION,
            IncidentType.IMPACT,
            IncidentType.URGENCY,
            IncidentType.GROUP,
            IncidentType.CONFIDENTIAL);

    @Override
    public String name() {
        return "reopen";
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
        if (incident.state() != State.RESOLVED && incident.state() != State.CLOSED) {
            return Decision.denied("incident.permits.not_done");
        }
        return incident.duplicateOf() == null
                ? Permits.agentsAndCallers(incident, acting)
                : Decision.denied("incident.permits.is_duplicate");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        if (incident.reopens(acting.now(), window)) {
            var edit = plan.edit(acting.subject()).set(IncidentType.STATE, State.IN_PROGRESS);
            Questions.said(acting, Questions.REASON, false, edit);
        } else {
            followUp(plan, acting);
        }
        return plan;
    }

    private static void followUp(Plan plan, Acting acting) {
        var former = acting.subject();
        var created = plan.create(IncidentType.INCIDENT);
        for (Attribute<?> attribute : INHERITED) {
            created.values().put(attribute, former.get(attribute));
        }
        created.parts().add(new Link(LinkType.RELATES_TO, former.id()));
        var reason = acting.answer(Questions.REASON);
        if (reason != null && !reason.isBlank()) {
            created.parts().add(new Comment(reason, false));
        }
    }

    @Override
    public int rank() {
        return 80;
    }
}
