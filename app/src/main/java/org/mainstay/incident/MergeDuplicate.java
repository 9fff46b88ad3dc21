package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// Closes the incident as a duplicate of another one. Everything it holds stays with it, so that
/// [UndoMerge] gives it back as it was; callers do not come to see each other's incidents by it, so nothing
/// but the reference, which only those who see the original can follow, says which one it is.
record MergeDuplicate() implements Action<Incident> {

    private static final String CODE = "duplicate";

    private static final Attribute<UUID> ORIGINAL =
            Attribute.column("duplicate_of", IncidentType.DUPLICATE_OF.kind(), REQUIRED);

    @Override
    public String name() {
        return "merge_duplicate";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ORIGINAL);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.state().sealed() ? Decision.denied("incident.permits.not_open") : Permits.agents(acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        var original = original(incident, acting);
        if (!acting.lookup()
                .list(IncidentType.INCIDENT, "parent_incident:" + incident.id(), 1)
                .isEmpty()) {
            throw new Refusal(Problem.of("incident.merge.has_children"));
        }
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(IncidentType.STATE, State.CLOSED)
                .set(IncidentType.DUPLICATE_OF, original.id())
                .set(IncidentType.RESOLUTION_CODE, CODE)
                .set(IncidentType.RESOLUTION, null);
        return plan.reliesOn(original);
    }

    private static Snapshot original(Incident incident, Acting acting) throws Refusal {
        var id = Objects.requireNonNull(acting.answer(ORIGINAL));
        if (id.equals(incident.id())) {
            throw new Refusal(Problem.at(ORIGINAL, "incident.merge.itself"));
        }
        var original = acting.lookup()
                .get(IncidentType.INCIDENT, id)
                .orElseThrow(() -> new Refusal(Problem.at(ORIGINAL, "incident.merge.unknown")));
        if (original.get(IncidentType.DUPLICATE_OF) != null) {
            throw new Refusal(Problem.at(ORIGINAL, "incident.merge.is_duplicate"));
        }
        if (original.need(IncidentType.STATE) == State.CANCELLED) {
            throw new Refusal(Problem.at(ORIGINAL, "incident.merge.cancelled"));
        }
        return original;
    }
}
