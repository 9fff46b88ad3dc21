package org.mainstay.incident;

import static org.mainstay.db.incident.Tables.INCIDENT_;
import static org.mainstay.db.kernel.Tables.HISTORY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Codes;

/// What only incidents ask of the database. These answers serve decisions of the house; nobody is shown
/// them.
final class IncidentQueries {

    private static final List<String> OPEN =
            List.of(Codes.of(State.NEW), Codes.of(State.IN_PROGRESS), Codes.of(State.ON_HOLD));

    private final DSLContext db;

    IncidentQueries(DSLContext db) {
        this.db = db;
    }

    /// How many open incidents each of the persons has; who has none is absent.
    Map<UUID, Integer> load(Set<UUID> persons) {
        return db.select(INCIDENT_.ASSIGNEE, DSL.count())
                .from(INCIDENT_)
                .where(INCIDENT_.ASSIGNEE.eq(DSL.any(persons.toArray(UUID[]::new))))
                .and(INCIDENT_.DELETED_AT.isNull())
                .and(INCIDENT_.STATE.in(OPEN))
                .groupBy(INCIDENT_.ASSIGNEE)
                .fetchMap(INCIDENT_.ASSIGNEE, DSL.count());
    }

    /// The assignee of the group's latest incident that one of the persons has.
    Optional<UUID> lastAssignee(UUID group, Set<UUID> persons) {
        return db.select(INCIDENT_.ASSIGNEE)
                .from(INCIDENT_)
                .where(INCIDENT_.GROUP.eq(group))
                .and(INCIDENT_.ASSIGNEE.eq(DSL.any(persons.toArray(UUID[]::new))))
                .and(INCIDENT_.DELETED_AT.isNull())
                .orderBy(INCIDENT_.OPENED_AT.desc().nullsLast(), INCIDENT_.ID.desc())
                .limit(1)
                .fetchOptional(INCIDENT_.ASSIGNEE);
    }

    /// Since when an incident waits for its caller, and how often the machine has said something since.
    record Waiting(Instant since, int reminders) {}

    Map<UUID, Waiting> waiting(Collection<UUID> incidents, UUID reminder) {
        var reason = DSL.field("{0} -> 'hold_reason' ->> 1", SQLDataType.CLOB, HISTORY.CHANGES);
        var begins = HISTORY.KIND.eq("save").and(reason.eq(Codes.of(HoldReason.AWAITING_CALLER)));
        var reminds = HISTORY.KIND.eq("comment").and(HISTORY.BY.eq(reminder));
        var waiting = new HashMap<UUID, Waiting>();
        db.select(HISTORY.RECORD, HISTORY.AT, DSL.field(begins))
                .from(HISTORY)
                .where(HISTORY.RECORD.eq(DSL.any(new ArrayList<>(incidents).toArray(UUID[]::new))))
                .and(begins.or(reminds))
                .orderBy(HISTORY.RECORD, HISTORY.VERSION)
                .forEach(row -> waiting.compute(row.value1(), (_, known) -> {
                    if (row.value3()) {
                        return new Waiting(row.value2(), 0);
                    }
                    return known == null ? null : new Waiting(known.since(), known.reminders() + 1);
                }));
        return waiting;
    }
}
