package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.ATTACHMENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// One's own file may be taken off by oneself, any by those who work on the record.
final class UnattachWriter implements PartWriter<Unattach> {

    private final ConversationQueries queries;

    UnattachWriter(ConversationQueries queries) {
        this.queries = queries;
    }

    @Override
    public Class<Unattach> part() {
        return Unattach.class;
    }

    @Override
    public Decision permits(Unattach part, Snapshot subject, Actor actor) {
        if (Histories.works(actor, subject)) {
            return Decision.allowed("conversation.access.works");
        }
        var own = queries.attachment(subject.id(), part.id(), false)
                .filter(it -> it.by().equals(actor.id()))
                .isPresent();
        return own
                ? Decision.allowed("conversation.access.own")
                : Decision.denied("conversation.access.not_own_attachment");
    }

    @Override
    public List<Problem> problems(Unattach part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(Unattach part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.update(ATTACHMENT)
                .set(ATTACHMENT.REMOVED_AT, at)
                .set(ATTACHMENT.REMOVED_BY, by)
                .where(ATTACHMENT.ID.eq(part.id()), ATTACHMENT.RECORD.eq(record))
                .and(ATTACHMENT.REMOVED_AT.isNull()));
    }
}
