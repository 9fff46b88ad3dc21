package org.mainstay.incident;

import java.util.Set;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What belongs to a state: the moments it was reached, what it needs, and that what is done stays as it
/// is. Imported incidents are taken in the state they were in, and undoing gives the state back that there was.
final class StateRules implements Rule {

    /// What may change after the end: who may see it is no part of the story.
    private static final Set<Attribute<?>> NEVER_SEALED = Set.of(IncidentType.CONFIDENTIAL);

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        var now = draft.get(IncidentType.STATE);
        times(draft);
        parent(draft);
        if (now == null || draft.plan().asItWas()) {
            return;
        }
        sealed(draft);
        hold(draft, now);
        if (draft.created() || draft.changes(IncidentType.STATE)) {
            reached(draft, now);
        }
    }

    private static void times(Draft draft) {
        var opened = draft.get(IncidentType.OPENED_AT);
        if (opened == null) {
            return;
        }
        if (draft.changes(IncidentType.OPENED_AT) && opened.isAfter(draft.at())) {
            draft.refuse(IncidentType.OPENED_AT, "incident.opened_at.future");
        }
        var due = draft.get(IncidentType.DUE_AT);
        if (due != null && draft.changes(IncidentType.DUE_AT) && due.isBefore(opened)) {
            draft.refuse(IncidentType.DUE_AT, "incident.due_at.before_opening");
        }
    }

    private static void sealed(Draft draft) {
        var before = draft.old(IncidentType.STATE);
        if (before == null
                || !before.sealed()
                || draft.changes(IncidentType.STATE)
                || draft.actor() instanceof Actor.Machine) {
            return;
        }
        draft.values().all().keySet().stream()
                .filter(it -> !NEVER_SEALED.contains(it) && draft.changes(it))
                .findFirst()
                .ifPresent(it -> draft.refuse(it, "incident.sealed"));
    }

    private static void hold(Draft draft, State now) {
        if (now == State.ON_HOLD) {
            if (draft.get(IncidentType.HOLD_REASON) == null) {
                draft.refuse(IncidentType.HOLD_REASON, "incident.hold.reason_needed");
            }
        } else if (draft.get(IncidentType.HOLD_REASON) != null) {
            draft.set(IncidentType.HOLD_REASON, null);
        }
    }

    private static void reached(Draft draft, State now) {
        switch (now) {
            case NEW, IN_PROGRESS, ON_HOLD -> reopened(draft);
            case RESOLVED -> {
                needed(draft, IncidentType.RESOLUTION_CODE);
                needed(draft, IncidentType.RESOLUTION);
                resolved(draft);
                draft.set(IncidentType.CLOSED_AT, null);
            }
            case CLOSED -> {
                if (draft.get(IncidentType.RESOLVED_AT) == null) {
                    resolved(draft);
                }
                draft.set(IncidentType.CLOSED_AT, draft.at());
            }
            case CANCELLED -> {}
        }
    }

    /// Open again: what was done does not count, and history keeps it. A merge that is undone was no
    /// reopening.
    private static void reopened(Draft draft) {
        var before = draft.old(IncidentType.STATE);
        if (before == null || before.open()) {
            return;
        }
        draft.set(IncidentType.RESOLUTION_CODE, null);
        draft.set(IncidentType.RESOLUTION, null);
        draft.set(IncidentType.RESOLVED_AT, null);
        draft.set(IncidentType.RESOLVED_BY, null);
        draft.set(IncidentType.CLOSED_AT, null);
        if (draft.old(IncidentType.DUPLICATE_OF) == null) {
            long count = draft.old(IncidentType.REOPEN_COUNT) instanceof Long times ? times : 0;
            draft.set(IncidentType.REOPEN_COUNT, count + 1);
        }
    }

    /// Unless the plan says when and by whom, as the undoing of a merge does.
    private static void resolved(Draft draft) {
        if (draft.sets(IncidentType.RESOLVED_AT) && draft.get(IncidentType.RESOLVED_AT) != null) {
            return;
        }
        draft.set(IncidentType.RESOLVED_AT, draft.at());
        draft.set(IncidentType.RESOLVED_BY, draft.actor().id());
    }

    private static void needed(Draft draft, Attribute<String> attribute) {
        if (draft.get(attribute) == null) {
            draft.refuse(attribute, "incident.resolve.needed");
        }
    }

    /// One level of parents and children.
    private static void parent(Draft draft) {
        var parent = draft.get(IncidentType.PARENT_INCIDENT);
        if (parent == null || !draft.changes(IncidentType.PARENT_INCIDENT)) {
            return;
        }
        var above = draft.lookup().get(IncidentType.INCIDENT, parent);
        if (parent.equals(draft.id())) {
            draft.refuse(IncidentType.PARENT_INCIDENT, "incident.parent.itself");
        } else if (above.isEmpty()) {
            draft.refuse(IncidentType.PARENT_INCIDENT, "incident.parent.unknown");
        } else if (above.get().get(IncidentType.PARENT_INCIDENT) != null) {
            draft.refuse(IncidentType.PARENT_INCIDENT, "incident.parent.is_child");
        } else if (!draft.created() && hasChildren(draft)) {
            draft.refuse(IncidentType.PARENT_INCIDENT, "incident.parent.has_children");
        }
    }

    private static boolean hasChildren(Draft draft) {
        return !draft.lookup()
                .list(IncidentType.INCIDENT, "parent_incident:" + draft.id(), 1)
                .isEmpty();
    }
}
