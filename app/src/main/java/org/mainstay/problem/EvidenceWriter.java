package org.mainstay.problem;

import static org.mainstay.db.problem.Tables.CAUSE_EVIDENCE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// Whoever may edit a cause puts evidence to it: anything they see, and pages elsewhere.
final class EvidenceWriter implements PartWriter<AddEvidence> {

    /// Of one cause.
    static final int MOST = 20;

    private final Exhibits exhibits;
    private final EvidenceQueries queries;
    private final Access access;

    EvidenceWriter(Exhibits exhibits, EvidenceQueries queries, Access access) {
        this.exhibits = exhibits;
        this.queries = queries;
        this.access = access;
    }

    @Override
    public Class<AddEvidence> part() {
        return AddEvidence.class;
    }

    @Override
    public Decision permits(AddEvidence part, Snapshot subject, Actor actor) {
        return subject.type().code().equals(CauseType.CAUSE.code())
                ? access.edit(subject, actor)
                : Decision.denied("cause.evidence.of_causes");
    }

    @Override
    public List<Problem> problems(AddEvidence part, UUID record, Actor actor) {
        var there = queries.of(List.of(record));
        if (there.size() >= MOST) {
            return List.of(Problem.of("cause.evidence.too_many", MOST));
        }
        var place = EvidenceBody.place(part.source());
        if (there.stream().anyMatch(it -> it.source().equals(part.source()))) {
            return List.of(new Problem(place, Message.of("cause.evidence.already")));
        }
        return exhibits.sees(actor, part.source())
                ? List.of()
                : List.of(new Problem(place, Message.of("cause.evidence.unknown")));
    }

    @Override
    public List<RowCountQuery> statements(AddEvidence part, UUID record, long version, Instant at, UUID by) {
        var source = part.source();
        return List.of(DSL.insertInto(CAUSE_EVIDENCE)
                .set(CAUSE_EVIDENCE.ID, part.id())
                .set(CAUSE_EVIDENCE.CAUSE, record)
                .set(CAUSE_EVIDENCE.RECORD, source.record())
                .set(CAUSE_EVIDENCE.COMMENT, source.comment())
                .set(CAUSE_EVIDENCE.ATTACHMENT, source.attachment())
                .set(CAUSE_EVIDENCE.VERSION, source.version())
                .set(CAUSE_EVIDENCE.ADDRESS, source.address())
                .set(CAUSE_EVIDENCE.NOTE, part.note())
                .set(CAUSE_EVIDENCE.BY, by)
                .set(CAUSE_EVIDENCE.AT, at));
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(
                DSL.deleteFrom(CAUSE_EVIDENCE).where(CAUSE_EVIDENCE.CAUSE.in(records)),
                DSL.deleteFrom(CAUSE_EVIDENCE).where(CAUSE_EVIDENCE.RECORD.in(records)));
    }
}
