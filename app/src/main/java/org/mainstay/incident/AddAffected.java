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

/// Notes that somebody is affected, too: they follow its public part from then on, and no second incident is made.
record AddAffected() implements Action<Incident> {

    static final String NAME = "add_affected";

    static final Attribute<UUID> PERSON = Attribute.column("affected_person", new Kind.Reference("person"), REQUIRED);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(PERSON);
    }

    @Override
    public List<String> changes() {
        return List.of(IncidentType.AFFECTED_COUNT.code());
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject()).add(new Affected(Objects.requireNonNull(acting.answer(PERSON))));
        return plan;
    }

    @Override
    public int rank() {
        return RARE - 50;
    }
}
