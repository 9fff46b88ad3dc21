package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;

/// Whoever may edit the record may link it to any other they see.
final class LinkWriter implements PartWriter<Link> {

    private final ConversationQueries queries;
    private final Access access;
    private final Supplier<RecordStore> store;

    LinkWriter(ConversationQueries queries, Access access, Supplier<RecordStore> store) {
        this.queries = queries;
        this.access = access;
        this.store = store;
    }

    @Override
    public Class<Link> part() {
        return Link.class;
    }

    @Override
    public Decision permits(Link part, Snapshot subject, Actor actor) {
        return access.edit(subject, actor);
    }

    @Override
    public List<Problem> problems(Link part, UUID record, Actor actor) {
        if (!store.get().labelsOfVisible(actor, Set.of(part.to())).containsKey(part.to())) {
            return List.of(
                    new Problem("to", Problem.of("conversation.link.unknown").reason()));
        }
        if (part.to().equals(record)) {
            return List.of(
                    new Problem("to", Problem.of("conversation.link.itself").reason()));
        }
        return queries.linked(record, part.type(), part.to())
                ? List.of(
                        new Problem("to", Problem.of("conversation.link.exists").reason()))
                : List.of();
    }

    @Override
    public List<RowCountQuery> statements(Link part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.insertInto(LINK)
                .set(LINK.ID, part.id())
                .set(LINK.RECORD, record)
                .set(LINK.VERSION, version)
                .set(LINK.TYPE, part.type().code())
                .set(LINK.TO_RECORD, part.to())
                .set(LINK.BY, by)
                .set(LINK.AT, at)
                .onConflictDoNothing());
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(
                DSL.deleteFrom(LINK).where(LINK.RECORD.in(records)),
                DSL.deleteFrom(LINK).where(LINK.TO_RECORD.in(records)));
    }
}
