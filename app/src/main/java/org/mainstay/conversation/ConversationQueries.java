package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.ATTACHMENT;
import static org.mainstay.db.conversation.Tables.COMMENT;
import static org.mainstay.db.conversation.Tables.LINK;
import static org.mainstay.db.conversation.Tables.WATCHER;
import static org.mainstay.db.kernel.Tables.RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.record.Codes;

/// What hangs on one record. Callers have seen the record as their actor and say whether internal things
/// come along.
final class ConversationQueries {

    /// More attachments, links or watchers than these are not shown.
    private static final int MOST = 1_000;

    private final DSLContext dsl;

    ConversationQueries(DSLContext dsl) {
        this.dsl = dsl;
    }

    /// Where a page of comments ended.
    record Position(Instant at, UUID id) {}

    /// Oldest first.
    List<PostedComment> comments(UUID record, boolean internal, @Nullable Position after, int limit) {
        return dsl.select(commentColumns())
                .from(COMMENT)
                .where(COMMENT.RECORD.eq(record), open(COMMENT.INTERNAL, internal))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(COMMENT.AT, COMMENT.ID).gt(after.at(), after.id()))
                .orderBy(COMMENT.AT, COMMENT.ID)
                .limit(limit)
                .fetch(ConversationQueries::comment);
    }

    Optional<PostedComment> comment(UUID record, UUID id, boolean internal) {
        return dsl.select(commentColumns())
                .from(COMMENT)
                .where(COMMENT.ID.eq(id), COMMENT.RECORD.eq(record), open(COMMENT.INTERNAL, internal))
                .fetchOptional(ConversationQueries::comment);
    }

    /// In no particular order; whether the actor may read each is the caller's to ask.
    List<PostedComment> comments(Collection<UUID> ids) {
        return dsl.select(commentColumns())
                .from(COMMENT)
                .where(COMMENT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetch(ConversationQueries::comment);
    }

    private static List<Field<?>> commentColumns() {
        return List.of(
                COMMENT.ID, COMMENT.RECORD, COMMENT.TEXT, COMMENT.INTERNAL, COMMENT.BY, COMMENT.AT, COMMENT.ORIGIN);
    }

    private static PostedComment comment(org.jooq.Record row) {
        return new PostedComment(
                row.get(COMMENT.ID),
                row.get(COMMENT.RECORD),
                row.get(COMMENT.TEXT),
                row.get(COMMENT.INTERNAL),
                row.get(COMMENT.BY),
                row.get(COMMENT.AT),
                row.get(COMMENT.ORIGIN));
    }

    /// Oldest first.
    List<Attachment> attachments(UUID record, boolean internal) {
        return dsl.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.RECORD.eq(record), open(ATTACHMENT.INTERNAL, internal))
                .and(ATTACHMENT.REMOVED_AT.isNull())
                .orderBy(ATTACHMENT.AT, ATTACHMENT.ID)
                .limit(MOST)
                .fetch(ConversationQueries::attachment);
    }

    Optional<Attachment> attachment(UUID record, UUID id, boolean internal) {
        return dsl.selectFrom(ATTACHMENT)
                .where(there(record, id, internal))
                .fetchOptional(ConversationQueries::attachment);
    }

    Optional<Blob> blob(UUID record, UUID id, boolean internal) {
        return dsl.select(ATTACHMENT.BLOB, ATTACHMENT.SIZE)
                .from(ATTACHMENT)
                .where(there(record, id, internal))
                .and(ATTACHMENT.BLOB.isNotNull())
                .fetchOptional(row -> Blob.of(row.value1(), row.value2()));
    }

    private static Condition there(UUID record, UUID id, boolean internal) {
        return DSL.and(
                ATTACHMENT.ID.eq(id),
                ATTACHMENT.RECORD.eq(record),
                open(ATTACHMENT.INTERNAL, internal),
                ATTACHMENT.REMOVED_AT.isNull());
    }

    private static Attachment attachment(org.jooq.Record row) {
        return new Attachment(
                row.get(ATTACHMENT.ID),
                row.get(ATTACHMENT.RECORD),
                row.get(ATTACHMENT.NAME),
                row.get(ATTACHMENT.MEDIA_TYPE),
                row.get(ATTACHMENT.SIZE),
                row.get(ATTACHMENT.INTERNAL),
                row.get(ATTACHMENT.COMMENT),
                row.get(ATTACHMENT.BY),
                row.get(ATTACHMENT.AT));
    }

    private static Condition open(Field<Boolean> internal, boolean included) {
        return included ? DSL.noCondition() : internal.isFalse();
    }

    /// A link as one end has it.
    ///
    /// @param type by its name on this side
    record End(UUID id, LinkType type, UUID other, UUID by, Instant at) {}

    /// Both those the record holds and those that point at it, oldest first.
    List<End> links(UUID record) {
        return links(record, DSL.noCondition());
    }

    Optional<End> link(UUID record, UUID id) {
        return links(record, LINK.ID.eq(id)).stream().findFirst();
    }

    /// Whether there is such a link already, whichever end holds it.
    boolean linked(UUID record, LinkType type, UUID other) {
        return dsl.fetchExists(LINK, LINK.RECORD.eq(record), LINK.TYPE.eq(type.code()), LINK.TO_RECORD.eq(other))
                || dsl.fetchExists(
                        LINK, LINK.RECORD.eq(other), LINK.TYPE.eq(type.inverse().code()), LINK.TO_RECORD.eq(record));
    }

    private List<End> links(UUID record, Condition which) {
        var out = DSL.select(
                        LINK.ID,
                        LINK.TYPE,
                        LINK.TO_RECORD,
                        LINK.BY,
                        LINK.AT,
                        DSL.inline(false).as("inverse"))
                .from(LINK)
                .where(LINK.RECORD.eq(record), which);
        var in = DSL.select(LINK.ID, LINK.TYPE, LINK.RECORD, LINK.BY, LINK.AT, DSL.inline(true))
                .from(LINK)
                .where(LINK.TO_RECORD.eq(record), which);
        return dsl.selectFrom(out.unionAll(in).asTable("links"))
                .orderBy(DSL.field(DSL.name("at")), DSL.field(DSL.name("id")))
                .limit(MOST)
                .fetch(row -> {
                    var type = Codes.parse(LinkType.class, row.get(1, String.class));
                    return new End(
                            row.get(0, UUID.class),
                            row.get(5, Boolean.class) ? type.inverse() : type,
                            row.get(2, UUID.class),
                            row.get(3, UUID.class),
                            row.get(4, Instant.class));
                });
    }

    List<Watcher> watchers(UUID record) {
        return dsl.selectFrom(WATCHER)
                .where(WATCHER.RECORD.eq(record))
                .orderBy(WATCHER.AT, WATCHER.PERSON)
                .limit(MOST)
                .fetch(row -> new Watcher(row.getPerson(), row.getBy(), row.getAt()));
    }

    /// Persons by record, of each the first ones.
    Map<UUID, List<UUID>> watchers(Collection<UUID> records, int most) {
        var ranked = DSL.select(
                        WATCHER.RECORD,
                        WATCHER.PERSON,
                        DSL.rowNumber()
                                .over()
                                .partitionBy(WATCHER.RECORD)
                                .orderBy(WATCHER.AT, WATCHER.PERSON)
                                .as("place"))
                .from(WATCHER)
                .where(WATCHER.RECORD.eq(DSL.any(records.toArray(UUID[]::new))));
        var place = DSL.field(DSL.name("place"), SQLDataType.INTEGER);
        var record = DSL.field(DSL.name("record"), SQLDataType.UUID);
        var person = DSL.field(DSL.name("person"), SQLDataType.UUID);
        return dsl.select(record, person)
                .from(ranked.asTable("ranked"))
                .where(place.le(most))
                .orderBy(place)
                .fetchGroups(record, person);
    }

    /// Ids of records by their numbers, of these types only.
    List<UUID> numbered(Collection<String> types, Collection<String> numbers) {
        return dsl.select(RECORD.ID)
                .from(RECORD)
                .where(RECORD.TYPE.in(types), RECORD.NUMBER.in(numbers))
                .and(RECORD.DELETED_AT.isNull())
                .fetch(RECORD.ID);
    }

    /// Gives up the content of files that were removed before the instant.
    int release(Instant removedBefore) {
        return dsl.update(ATTACHMENT)
                .setNull(ATTACHMENT.BLOB)
                .where(ATTACHMENT.ID.in(DSL.select(ATTACHMENT.ID)
                        .from(ATTACHMENT)
                        .where(ATTACHMENT.REMOVED_AT.lt(removedBefore), ATTACHMENT.BLOB.isNotNull())
                        .limit(MOST)))
                .execute();
    }
}
