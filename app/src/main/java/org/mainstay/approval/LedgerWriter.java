package org.mainstay.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// The ledger is written by what happens and by nobody.
final class LedgerWriter implements PartWriter<LedgerPart> {

    @Override
    public Class<LedgerPart> part() {
        return LedgerPart.class;
    }

    @Override
    public Decision permits(LedgerPart part, Snapshot subject, Actor actor) {
        return Decision.denied("approval.not_made");
    }

    @Override
    public List<Problem> problems(LedgerPart part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(LedgerPart part, UUID record, long version, Instant at, UUID by) {
        var statements = new ArrayList<RowCountQuery>();
        if (part.about() != null) {
            statements.add(ApprovalQueries.about(record, part.about()));
        }
        part.happened().forEach(it -> statements.add(ApprovalQueries.event(record, version, it)));
        part.letters().forEach(it -> statements.add(ApprovalQueries.letter(record, it)));
        return statements;
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return ApprovalQueries.forget(records);
    }
}
