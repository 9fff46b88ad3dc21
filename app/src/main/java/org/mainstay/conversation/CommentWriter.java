package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.ATTACHMENT;
import static org.mainstay.db.conversation.Tables.COMMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;

/// Whoever sees a record may comment on it; work notes are for those who work on it.
final class CommentWriter implements PartWriter<Comment> {

    private static final Kind.Prose PROSE = new Kind.Prose();

    @Override
    public Class<Comment> part() {
        return Comment.class;
    }

    @Override
    public Decision permits(Comment part, Snapshot subject, Actor actor) {
        return permits(part.internal(), subject, actor);
    }

    static Decision permits(boolean internal, Snapshot subject, Actor actor) {
        if (!internal) {
            return Decision.allowed("conversation.access.visible");
        }
        return Histories.works(actor, subject)
                ? Decision.allowed("conversation.access.works")
                : Decision.denied("conversation.access.internal");
    }

    @Override
    public List<Problem> problems(Comment part, UUID record, Actor actor) {
        if (part.text().isBlank()) {
            return List.of(
                    new Problem("text", Problem.of("conversation.comment.empty").reason()));
        }
        try {
            PROSE.parse(part.text());
            return List.of();
        } catch (BadValue e) {
            return List.of(new Problem("text", e.reason()));
        }
    }

    @Override
    public List<RowCountQuery> statements(Comment part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.insertInto(COMMENT)
                .set(COMMENT.ID, part.id())
                .set(COMMENT.RECORD, record)
                .set(COMMENT.VERSION, version)
                .set(COMMENT.TEXT, part.text())
                .set(COMMENT.INTERNAL, part.internal())
                .set(COMMENT.BY, by)
                .set(COMMENT.AT, at)
                .set(COMMENT.ORIGIN, part.origin()));
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(
                DSL.update(ATTACHMENT)
                        .setNull(ATTACHMENT.COMMENT)
                        .where(ATTACHMENT.RECORD.in(records))
                        .and(ATTACHMENT.COMMENT.isNotNull()),
                DSL.deleteFrom(COMMENT).where(COMMENT.RECORD.in(records)));
    }
}
