package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;

/// Says that an incident has to do with what was ordered; also long after it was delivered.
record LinkIncident() implements Action<RequestItem> {

    private static final Attribute<UUID> INCIDENT =
            Attribute.column("incident", new Kind.Reference("incident"), REQUIRED);

    @Override
    public String name() {
        return "link_incident";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(INCIDENT);
    }

    @Override
    public List<String> changes() {
        return List.of();
    }

    @Override
    public Decision permits(RequestItem item, Acting acting) {
        return item.state() == Request.State.CANCELLED
                ? Decision.denied("request.permits.cancelled")
                : Permits.agents(acting);
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).add(new Link(LinkType.RELATES_TO, Objects.requireNonNull(acting.answer(INCIDENT))));
        return plan;
    }

    @Override
    public int rank() {
        return 100;
    }
}
