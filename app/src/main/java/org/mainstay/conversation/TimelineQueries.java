package org.mainstay.conversation;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.mainstay.db.conversation.Tables.ATTACHMENT;
import static org.mainstay.db.conversation.Tables.COMMENT;
import static org.mainstay.db.conversation.Tables.LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Timelines.Part;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.HistoryQueries;

/// History, comments, attachments and links from elsewhere of one record, in one statement.
final class TimelineQueries {

    /// Kind of the rows made of links that other records hold.
    static final String LINKED = "linked";

    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<UUID> TIE = field(name("tie"), SQLDataType.UUID);

    private final DSLContext dsl;

    TimelineQueries(DSLContext dsl) {
        this.dsl = dsl;
    }

    /// The place of a row in the total order of a timeline.
    record Position(Instant at, long version, UUID tie) {}

    /// @param comment set for history rows of kind `comment`
    /// @param attachment set for those of kind `attach`
    record Row(
            Entry entry,
            Position position,
            @Nullable PostedComment comment,
            @Nullable Attachment attachment,
            boolean removed) {}

    /// Which rows are wanted.
    ///
    /// @param linked whether links that other records hold come along
    record Wanted(Condition own, boolean linked) {

        /// How it began, what was said and shown to everybody, and the states it came into.
        static final Wanted FOLLOWED = new Wanted(
                only(Part.CONVERSATION)
                        .or(Entries.VERSION.eq(inline(1L)))
                        .or(Entries.KIND
                                .eq(inline("save"))
                                .and("jsonb_exists({0}, {1})", Entries.CHANGES, inline("state"))),
                false);

        static Wanted of(Part part) {
            return new Wanted(only(part), part == Part.EVERYTHING || part == Part.CHANGES);
        }
    }

    /// Newest first.
    List<Row> before(UUID record, boolean internal, Wanted wanted, @Nullable Position position, int limit) {
        var own = own(record, internal, wanted.own(), position, limit);
        var timeline = (wanted.linked() ? own.unionAll(linked(record)) : own).asTable("timeline");
        return dsl.select(timeline.fields())
                .from(timeline)
                .where(
                        position == null
                                ? DSL.noCondition()
                                : DSL.row(AT, VERSION, TIE).lt(position.at(), position.version(), position.tie()))
                .orderBy(AT.desc(), VERSION.desc(), TIE.desc())
                .limit(limit)
                .fetch(TimelineQueries::read);
    }

    /// When the entry of that version happened.
    Optional<Instant> at(UUID record, boolean internal, long version) {
        var row = HistoryQueries.rows(record, internal).and(Entries.VERSION.eq(version));
        return dsl.fetchOptional(row).map(it -> it.get(Entries.AT));
    }

    private static Condition only(Part part) {
        var said = Entries.KIND.in(inline("comment"), inline("attach"));
        return switch (part) {
            case EVERYTHING -> DSL.noCondition();
            case CONVERSATION -> said.andNot(HistoryQueries.INTERNAL);
            case NOTES -> said.and(HistoryQueries.INTERNAL);
            case CHANGES -> DSL.not(said);
        };
    }

    /// Of many entries only the wanted ones are looked up elsewhere.
    private static Select<Record> own(
            UUID record, boolean internal, Condition wanted, @Nullable Position position, int limit) {
        var history = HistoryQueries.rows(record, internal)
                .and(wanted)
                .and(
                        position == null
                                ? DSL.noCondition()
                                : DSL.row(Entries.AT, Entries.VERSION, Entries.RECORD)
                                        .lt(position.at(), position.version(), position.tie()))
                .orderBy(Entries.AT.desc(), Entries.VERSION.desc())
                .limit(limit)
                .asTable("h");
        var columns = new ArrayList<Field<?>>(List.of(history.fields()));
        columns.add(of(Entries.RECORD).as(TIE));
        columns.add(DSL.coalesce(COMMENT.ID, ATTACHMENT.ID).as("part"));
        columns.add(COMMENT.TEXT.as("text"));
        columns.add(COMMENT.ORIGIN.as("origin"));
        columns.add(DSL.coalesce(COMMENT.INTERNAL, ATTACHMENT.INTERNAL).as("internal"));
        columns.add(ATTACHMENT.NAME.as("name"));
        columns.add(ATTACHMENT.MEDIA_TYPE.as("media_type"));
        columns.add(ATTACHMENT.SIZE.as("size"));
        columns.add(ATTACHMENT.COMMENT.as("comment"));
        columns.add(DSL.field(ATTACHMENT.REMOVED_AT.isNotNull()).as("removed"));
        return DSL.select(columns)
                .from(history)
                .leftJoin(COMMENT)
                .on(of(Entries.KIND).eq(inline("comment")))
                .and(COMMENT.RECORD.eq(of(Entries.RECORD)))
                .and(COMMENT.VERSION.eq(of(Entries.VERSION)))
                .leftJoin(ATTACHMENT)
                .on(of(Entries.KIND).eq(inline("attach")))
                .and(ATTACHMENT.RECORD.eq(of(Entries.RECORD)))
                .and(ATTACHMENT.VERSION.eq(of(Entries.VERSION)));
    }

    /// The column of the history rows called `h`.
    private static <T> Field<T> of(Field<T> column) {
        return field(name("h", column.getName()), column.getDataType());
    }

    private static Select<Record> linked(UUID record) {
        var changes = DSL.jsonbObject(
                DSL.jsonEntry("link", LINK.ID), DSL.jsonEntry("type", LINK.TYPE), DSL.jsonEntry("to", LINK.RECORD));
        return DSL.select(List.<Field<?>>of(
                        LINK.TO_RECORD,
                        inline(""),
                        inline(0L),
                        inline(LINKED),
                        LINK.AT,
                        LINK.AT,
                        LINK.BY,
                        inline("edit"),
                        inline("edit"),
                        castNull(SQLDataType.CLOB),
                        LINK.ID,
                        inline(false),
                        changes,
                        castNull(SQLDataType.JSONB),
                        LINK.ID,
                        castNull(SQLDataType.UUID),
                        castNull(SQLDataType.CLOB),
                        castNull(SQLDataType.CLOB),
                        castNull(SQLDataType.BOOLEAN),
                        castNull(SQLDataType.CLOB),
                        castNull(SQLDataType.CLOB),
                        castNull(SQLDataType.BIGINT),
                        castNull(SQLDataType.UUID),
                        inline(false)))
                .from(LINK)
                .where(LINK.TO_RECORD.eq(record));
    }

    private static Row read(Record row) {
        var entry = Entries.entry(row);
        var position = new Position(entry.at(), entry.version(), row.get(TIE));
        var part = row.get("part", UUID.class);
        return new Row(
                entry,
                position,
                part != null && row.get("text") != null ? comment(row, entry, part) : null,
                part != null && row.get("name") != null ? attachment(row, entry, part) : null,
                row.get("removed", Boolean.class));
    }

    private static PostedComment comment(Record row, Entry entry, UUID id) {
        return new PostedComment(
                id,
                entry.record(),
                row.get("text", String.class),
                row.get("internal", Boolean.class),
                entry.by(),
                entry.at(),
                row.get("origin", String.class));
    }

    private static Attachment attachment(Record row, Entry entry, UUID id) {
        return new Attachment(
                id,
                entry.record(),
                row.get("name", String.class),
                row.get("media_type", String.class),
                row.get("size", Long.class),
                row.get("internal", Boolean.class),
                row.get("comment", UUID.class),
                entry.by(),
                entry.at());
    }
}
