package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.LINK;

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

/// Whoever may edit one end may undo the link from there.
final class UnlinkWriter implements PartWriter<Unlink> {

    private final Access access;

    UnlinkWriter(Access access) {
        this.access = access;
    }

    @Override
    public Class<Unlink> part() {
        return Unlink.class;
    }

    @Override
    public Decision permits(Unlink part, Snapshot subject, Actor actor) {
        return access.edit(subject, actor);
    }

    @Override
    public List<Problem> problems(Unlink part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(Unlink part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.deleteFrom(LINK)
                .where(LINK.ID.eq(part.id()))
                .and(LINK.RECORD.eq(record).or(LINK.TO_RECORD.eq(record))));
    }
}
