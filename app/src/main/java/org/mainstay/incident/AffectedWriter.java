package org.mainstay.incident;

import static org.mainstay.db.incident.Tables.AFFECTED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;

/// Those who work on an incident say whom it affects; everybody else speaks for themselves, see [Outages#join].
final class AffectedWriter implements PartWriter<Affected> {

    private final Supplier<RecordStore> store;
    private final OutageQueries queries;

    AffectedWriter(Supplier<RecordStore> store, OutageQueries queries) {
        this.store = store;
        this.queries = queries;
    }

    @Override
    public Class<Affected> part() {
        return Affected.class;
    }

    @Override
    public Decision permits(Affected part, Snapshot subject, Actor actor) {
        return Histories.works(actor, subject)
                ? Decision.allowed("incident.permits.agent")
                : Decision.denied("incident.permits.work_needed");
    }

    @Override
    public List<Problem> problems(Affected part, UUID record, Actor actor) {
        if (!part.person().equals(actor.id())) {
            var label =
                    store.get().labelsOfVisible(actor, Set.of(part.person())).get(part.person());
            if (label == null || !label.type().equals("person")) {
                return List.of(Problem.at(AddAffected.PERSON, "incident.affected.unknown"));
            }
        }
        return queries.affected(record, part.person())
                ? List.of(Problem.at(AddAffected.PERSON, "incident.affected.already"))
                : List.of();
    }

    @Override
    public List<RowCountQuery> statements(Affected part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.insertInto(AFFECTED)
                .set(AFFECTED.RECORD, record)
                .set(AFFECTED.PERSON, part.person())
                .set(AFFECTED.BY, by)
                .set(AFFECTED.AT, at)
                .onConflictDoNothing());
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(
                DSL.deleteFrom(AFFECTED).where(AFFECTED.RECORD.in(records)),
                DSL.deleteFrom(AFFECTED).where(AFFECTED.PERSON.in(records)));
    }
}
