package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// Ends the work with a resolution. Open children are resolved with it, each in its own record, as far as
/// the actor works on them.
record Resolve() implements Action<Incident> {

    private static final int MOST_CHILDREN = 500;

    private static final Attribute<String> CODE =
            Attribute.column("resolution_code", IncidentType.RESOLUTION_CODE.kind(), REQUIRED);
    private static final Attribute<String> RESOLUTION =
            Attribute.column("resolution", IncidentType.RESOLUTION.kind(), REQUIRED);

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(CODE, RESOLUTION);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "resolved_at", "resolved_by");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        var plan = acting.plan(this);
        resolve(plan, acting.subject(), acting);
        var children = acting.lookup()
                .list(
                        IncidentType.INCIDENT,
                        "parent_incident:" + incident.id() + " state:new,in_progress,on_hold",
                        MOST_CHILDREN + 1);
        if (children.size() > MOST_CHILDREN) {
            throw new Refusal(Problem.of("incident.resolve.too_many_children", MOST_CHILDREN));
        }
        children.stream()
                .filter(child -> acting.actor().may(IncidentType.WORK, child.organisation()))
                .forEach(child -> resolve(plan, child, acting));
        return plan;
    }

    private static void resolve(Plan plan, Snapshot incident, Acting acting) {
        plan.edit(incident)
                .set(IncidentType.STATE, State.RESOLVED)
                .set(IncidentType.RESOLUTION_CODE, acting.answer(CODE))
                .set(IncidentType.RESOLUTION, acting.answer(RESOLUTION));
    }

    @Override
    public int rank() {
        return 40;
    }
}
