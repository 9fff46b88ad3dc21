package org.mainstay.problem;

import static org.mainstay.db.problem.Tables.CAUSE_EVIDENCE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// Whoever may edit a cause takes evidence away from it.
final class WithdrawWriter implements PartWriter<WithdrawEvidence> {

    private final Access access;

    WithdrawWriter(Access access) {
        this.access = access;
    }

    @Override
    public Class<WithdrawEvidence> part() {
        return WithdrawEvidence.class;
    }

    @Override
    public Decision permits(WithdrawEvidence part, Snapshot subject, Actor actor) {
        return access.edit(subject, actor);
    }

    @Override
    public List<Problem> problems(WithdrawEvidence part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(WithdrawEvidence part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.update(CAUSE_EVIDENCE)
                .set(CAUSE_EVIDENCE.WITHDRAWN_AT, at)
                .set(CAUSE_EVIDENCE.WITHDRAWN_BY, by)
                .where(CAUSE_EVIDENCE.ID.eq(part.evidence().id()), CAUSE_EVIDENCE.CAUSE.eq(record))
                .and(CAUSE_EVIDENCE.WITHDRAWN_AT.isNull()));
    }
}
