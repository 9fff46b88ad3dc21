package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.WATCHER;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// As with [WatchWriter].
final class UnwatchWriter implements PartWriter<Unwatch> {

    @Override
    public Class<Unwatch> part() {
        return Unwatch.class;
    }

    @Override
    public Decision permits(Unwatch part, Snapshot subject, Actor actor) {
        return WatchWriter.permits(part.person(), subject, actor);
    }

    @Override
    public List<Problem> problems(Unwatch part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(Unwatch part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.deleteFrom(WATCHER).where(WATCHER.RECORD.eq(record), WATCHER.PERSON.eq(part.person())));
    }
}
