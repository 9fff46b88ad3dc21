package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Lets the work wait for something named.
record Hold() implements Action<Incident> {

    private static final Attribute<HoldReason> HOLD_REASON =
            Attribute.column("hold_reason", IncidentType.HOLD_REASON.kind(), REQUIRED);

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(HOLD_REASON, Questions.COMMENT);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return incident.state() == State.ON_HOLD
                ? Decision.denied("incident.permits.already_on_hold")
                : Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(IncidentType.STATE, State.ON_HOLD)
                .set(IncidentType.HOLD_REASON, acting.answer(HOLD_REASON));
        Questions.said(acting, Questions.COMMENT, false, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 50;
    }
}
