package org.mainstay.incident;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Hands the incident to another group and says why, in a work note.
record Escalate() implements Action<Incident> {

    @Override
    public String name() {
        return "escalate";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_GROUP, Questions.NEEDED_REASON);
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        return Permits.agentsWhileOpen(incident, acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        var group = acting.answer(Questions.NEEDED_GROUP);
        if (group != null && group.equals(incident.group())) {
            throw new Refusal(Problem.at(Questions.NEEDED_GROUP, "incident.escalate.same_group"));
        }
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(IncidentType.GROUP, group).set(IncidentType.ASSIGNEE, null);
        Questions.said(acting, Questions.NEEDED_REASON, true, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 60;
    }
}
