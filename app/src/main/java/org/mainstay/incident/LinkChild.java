package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Makes another incident a child of this one: it will be resolved with it. Emptying the child's parent
/// undoes it.
record LinkChild() implements Action<Incident> {

    private static final Attribute<UUID> CHILD = Attribute.column("child", new Kind.Reference("incident"), REQUIRED);

    @Override
    public String name() {
        return "link_child";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(CHILD);
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.parent() == null
                ? Permits.agentsWhileOpen(incident, acting)
                : Decision.denied("incident.permits.is_child");
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        var id = Objects.requireNonNull(acting.answer(CHILD));
        var child = acting.lookup()
                .get(IncidentType.INCIDENT, id)
                .filter(it -> acting.actor().may(IncidentType.WORK, it.organisation()))
                .orElseThrow(() -> new Refusal(Problem.at(CHILD, "incident.parent.unknown")));
        if (!child.need(IncidentType.STATE).open()) {
            throw new Refusal(Problem.at(CHILD, "incident.permits.not_open"));
        }
        var plan = Plan.of(acting.plan(this).cause());
        plan.edit(child).set(IncidentType.PARENT_INCIDENT, incident.id());
        return plan.reliesOn(acting.subject());
    }
}
