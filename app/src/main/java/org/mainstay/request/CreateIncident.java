package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;

/// Makes an incident of what is wrong with something that was ordered, for who gets it, and links the two.
record CreateIncident() implements Action<RequestItem> {

    private static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED);
    private static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());

    @Override
    public String name() {
        return "create_incident";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(TITLE, DESCRIPTION);
    }

    @Override
    public List<String> changes() {
        return List.of();
    }

    @Override
    public Decision permits(RequestItem item, Acting acting) {
        if (item.state() == Request.State.CANCELLED) {
            return Decision.denied("request.permits.cancelled");
        }
        return acting.may(IncidentType.WORK)
                ? Permits.agents(acting)
                : Decision.denied("request.permits.incident_work_needed");
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) {
        var plan = acting.plan(this);
        var incident = plan.create(IncidentType.INCIDENT);
        incident.values()
                .set(IncidentType.TITLE, acting.answer(TITLE))
                .set(IncidentType.DESCRIPTION, acting.answer(DESCRIPTION))
                .set(IncidentType.CALLER, item.beneficiary())
                .set(Header.ORGANISATION, acting.subject().organisation());
        incident.parts().add(new Link(LinkType.RELATES_TO, item.id()));
        return plan.reliesOn(acting.subject());
    }

    @Override
    public int rank() {
        return 105;
    }
}
