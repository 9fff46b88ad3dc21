package org.mainstay.incident;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;

/// Makes a merged incident the independent one it was, in the state it had.
///
/// @param within how long after the merge
record UndoMerge(Duration within) implements Action<Incident> {

    /// What the merge changed.
    private static final List<Attribute<?>> MERGED = List.of(
            IncidentType.STATE,
            IncidentType.HOLD_REASON,
            IncidentType.DUPLICATE_OF,
            IncidentType.RESOLUTION_CODE,
            IncidentType.RESOLUTION,
            IncidentType.RESOLVED_AT,
            IncidentType.RESOLVED_BY,
            IncidentType.CLOSED_AT,
            IncidentType.FIRST_RESPONSE_AT);

    @Override
    public String name() {
        return "undo_merge";
    }

    @Override
    public List<String> changes() {
        return List.of("duplicate_of", "state");
    }

    @Override
    public Decision permits(Incident incident, Acting acting) {
        if (incident.duplicateOf() == null) {
            return Decision.denied("incident.permits.not_merged");
        }
        var merged = incident.closedAt();
        return merged == null || acting.now().isAfter(merged.plus(within))
                ? Decision.denied("incident.permits.merged_long_ago", within.toDays())
                : Permits.agents(acting);
    }

    @Override
    public Plan apply(Incident incident, Acting acting) throws Refusal {
        var merged = acting.subject().need(IncidentType.CLOSED_AT);
        var before = acting.lookup()
                .asOf(IncidentType.INCIDENT, incident.id(), merged.minus(1, ChronoUnit.MICROS))
                .orElseThrow(() -> new Refusal(Problem.of("incident.permits.not_merged")));
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject());
        MERGED.forEach(it -> restore(edit, it, before));
        return plan;
    }

    private static <T> void restore(Step.Edit edit, Attribute<T> attribute, Snapshot before) {
        @Nullable T value = before.get(attribute);
        edit.set(attribute, value);
    }
}
