package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.ATTACHMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// Attaching is commenting with a file.
final class AttachWriter implements PartWriter<Attach> {

    @Override
    public Class<Attach> part() {
        return Attach.class;
    }

    @Override
    public Decision permits(Attach part, Snapshot subject, Actor actor) {
        return CommentWriter.permits(part.internal(), subject, actor);
    }

    @Override
    public List<Problem> problems(Attach part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(Attach part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.insertInto(ATTACHMENT)
                .set(ATTACHMENT.ID, part.id())
                .set(ATTACHMENT.RECORD, record)
                .set(ATTACHMENT.VERSION, version)
                .set(ATTACHMENT.COMMENT, part.comment())
                .set(ATTACHMENT.INTERNAL, part.internal())
                .set(ATTACHMENT.NAME, part.name())
                .set(ATTACHMENT.MEDIA_TYPE, part.mediaType())
                .set(ATTACHMENT.SIZE, part.blob().size())
                .set(ATTACHMENT.BLOB, part.blob().digest())
                .set(ATTACHMENT.BY, by)
                .set(ATTACHMENT.AT, at));
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(DSL.deleteFrom(ATTACHMENT).where(ATTACHMENT.RECORD.in(records)));
    }
}
