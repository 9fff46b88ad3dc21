package org.mainstay.kernel.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes pending steps: the record, its registry row, its searched text and its history in one statement
/// each, because a round trip costs more than the work.
final class Writer {

    private static final Table<Record> RECORD = table(name("kernel", "record"));
    private static final Table<Record> HISTORY = table(name("kernel", "history"));
    private static final Table<Record> SEARCH_TEXT = table(name("kernel", "search_text"));
    private static final Table<Record> EXTERNAL_KEY = table(name("kernel", "external_key"));
    private static final Field<String> TYPE = field(name("type"), SQLDataType.CLOB);
    private static final Field<String> LABEL = field(name("label"), SQLDataType.CLOB);
    private static final Field<UUID> OF = field(name("record"), SQLDataType.UUID);
    private static final Field<String> FOLDED = field(name("folded"), SQLDataType.CLOB);
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> NUMBER = field(name("number"), SQLDataType.CLOB);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<Long> SEQ = field(name("seq"), SQLDataType.BIGINT);
    private static final Field<Instant> RECORDED_AT = field(name("recorded_at"), SQLDataType.INSTANT);
    private static final Field<JSONB> CUSTOM = field(name("custom"), SQLDataType.JSONB);

    private final DSLContext db;

    Writer(DSLContext db) {
        this.db = db;
    }

    /// @return what was written, or null when the record is not at the version the step was decided upon
    Saved.@Nullable Written write(Pending step) {
        return step.created() ? create(step) : update(step);
    }

    private Saved.Written create(Pending step) {
        var type = step.type();
        var head = name("n")
                .fields("number", "recorded_at")
                .as(select(number(step), field("clock_timestamp()", SQLDataType.INSTANT)));
        var from = table(name("n"));
        var expressions = new ArrayList<CommonTableExpression<?>>();
        expressions.add(head);
        expressions.add(name("r")
                .as(DSL.insertInto(RECORD, ID, TYPE, NUMBER, LABEL)
                        .select(select(val(step.id()), inline(type.code()), NUMBER, label(step))
                                .from(from))
                        .returning(ID)));
        var columns = columns(step);
        columns.put("id", val(step.id()));
        columns.put("number", NUMBER);
        columns.put("version", val(step.version()));
        columns.put("created_at", val(step.context().at()));
        columns.put("created_by", val(step.context().by()));
        columns.put("updated_at", val(step.context().at()));
        columns.put("updated_by", val(step.context().by()));
        columns.put("recorded_at", after(RECORDED_AT, step.entries() - 1));
        expressions.add(name("t")
                .as(DSL.insertInto(target(type))
                        .columns(columns.keySet().stream()
                                .map(it -> field(name(it)))
                                .toList())
                        .select(select(columns.values()).from(from))
                        .returning(ID)));
        if (step.folded() != null) {
            expressions.add(name("s")
                    .as(DSL.insertInto(SEARCH_TEXT, OF, TYPE, FOLDED)
                            .values(step.id(), type.code(), step.folded())
                            .returning(OF)));
        }
        int index = 0;
        for (var key : step.keys()) {
            expressions.add(name("k" + index++)
                    .as(DSL.insertInto(EXTERNAL_KEY, OF, TYPE, field(name("source")), field(name("key")))
                            .values(step.id(), type.code(), key.source(), key.key())
                            .returning(OF)));
        }
        expressions.add(history(step, from, val(0L), RECORDED_AT));
        var row = db.with(expressions).select(NUMBER).from(from).fetchSingle();
        return new Saved.Written(step.id(), row.value1(), step.version(), true);
    }

    private Saved.@Nullable Written update(Pending step) {
        var type = step.type();
        var base = Objects.requireNonNull(step.base());
        var columns = columns(step);
        var updated = new LinkedHashMap<Field<?>, Object>();
        columns.forEach((column, value) -> updated.put(field(name(column)), value));
        updated.put(VERSION, val(step.version()));
        updated.put(field(name("updated_at")), val(step.context().at()));
        updated.put(field(name("updated_by")), val(step.context().by()));
        updated.put(
                RECORDED_AT,
                after(
                        DSL.greatest(field("clock_timestamp()", SQLDataType.INSTANT), after(RECORDED_AT, 1)),
                        step.entries() - 1));
        var from = table(name("u"));
        var expressions = new ArrayList<CommonTableExpression<?>>();
        expressions.add(name("u")
                .as(DSL.update(target(type))
                        .set(updated)
                        .where(ID.eq(step.id()))
                        .and(VERSION.eq(base.version()))
                        .and(field(name("deleted_at")).isNull())
                        .returning(ID, NUMBER, RECORDED_AT)));
        if (step.label() != null) {
            expressions.add(name("l")
                    .as(DSL.update(RECORD)
                            .set(LABEL, step.label())
                            .where(ID.in(select(ID).from(from)))
                            .returning(ID)));
        }
        if (step.folded() != null) {
            expressions.add(name("s")
                    .as(DSL.insertInto(SEARCH_TEXT, OF, TYPE, FOLDED)
                            .select(select(ID, inline(type.code()), val(step.folded()))
                                    .from(from))
                            .onConflict(OF)
                            .doUpdate()
                            .set(FOLDED, step.folded())
                            .returning(OF)));
        }
        expressions.add(history(step, from, val(base.version()), after(RECORDED_AT, 1 - step.entries())));
        var row = db.with(expressions).select(NUMBER).from(from).fetchOne();
        return row == null ? null : new Saved.Written(step.id(), row.value1(), step.version(), true);
    }

    /// Marks the record as deleted.
    ///
    /// @return false when it is not at the version
    boolean delete(RecordType<?> type, UUID id, long version, Pending.Context context) {
        return mark(type, id, version, context, "delete", val(context.at()), val(context.by())) != null;
    }

    /// @return the version the record came back with; null when it was not deleted
    @Nullable
    Long restore(RecordType<?> type, UUID id, Pending.Context context) {
        return mark(
                type, id, null, context, "restore", DSL.castNull(SQLDataType.INSTANT), DSL.castNull(SQLDataType.UUID));
    }

    private @Nullable Long mark(
            RecordType<?> type,
            UUID id,
            @Nullable Long version,
            Pending.Context context,
            String kind,
            Field<Instant> at,
            Field<UUID> by) {
        var deletedAt = field(name("deleted_at"), SQLDataType.INSTANT);
        var from = table(name("u"));
        var mark = name("u")
                .as(DSL.update(target(type))
                        .set(deletedAt, at)
                        .set(VERSION, VERSION.plus(1))
                        .set(field(name("updated_at")), val(context.at()))
                        .set(field(name("updated_by")), val(context.by()))
                        .set(
                                RECORDED_AT,
                                DSL.greatest(field("clock_timestamp()", SQLDataType.INSTANT), after(RECORDED_AT, 1)))
                        .where(ID.eq(id))
                        .and(
                                version == null
                                        ? deletedAt.isNotNull()
                                        : VERSION.eq(version).and(deletedAt.isNull()))
                        .returning(ID, VERSION, RECORDED_AT));
        var registry = name("l")
                .as(DSL.update(RECORD)
                        .set(deletedAt, at)
                        .set(field(name("deleted_by"), SQLDataType.UUID), by)
                        .where(ID.in(select(ID).from(from)))
                        .returning(ID));
        var entry = name("h")
                .as(DSL.insertInto(HISTORY)
                        .columns(historyColumns())
                        .select(entry(id, type, VERSION, kind, RECORDED_AT, context, null, null)
                                .from(from))
                        .returning(SEQ));
        var row = db.with(mark, registry, entry).select(VERSION).from(from).fetchOne();
        return row == null ? null : row.value1();
    }

    private CommonTableExpression<?> history(
            Pending step, Table<?> from, Field<Long> before, Field<Instant> firstRecordedAt) {
        Select<? extends Record> rows = null;
        int index = 0;
        if (step.saves()) {
            rows = row(step, from, before, firstRecordedAt, index++, "save", step.changes(), step.reasons());
        }
        for (var part : step.parts()) {
            var changes = (ObjectNode) part.changes();
            var row = row(step, from, before, firstRecordedAt, index++, part.kind(), changes, null);
            rows = rows == null ? row : union(rows, row);
        }
        return name("h")
                .as(DSL.insertInto(HISTORY)
                        .columns(historyColumns())
                        .select(Objects.requireNonNull(rows))
                        .returning(SEQ));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // rows of one shape whose width the compiler does not know
    private static Select<? extends Record> union(Select rows, Select row) {
        return rows.unionAll(row);
    }

    private static Select<? extends Record> row(
            Pending step,
            Table<?> from,
            Field<Long> before,
            Field<Instant> firstRecordedAt,
            int index,
            String kind,
            ObjectNode changes,
            @Nullable ObjectNode reasons) {
        var version = before.plus(inline(index + 1L));
        var recordedAt = after(firstRecordedAt, index);
        return entry(step.id(), step.type(), version, kind, recordedAt, step.context(), changes, reasons)
                .from(from);
    }

    private static SelectSelectStep<Record> entry(
            UUID id,
            RecordType<?> type,
            Field<Long> version,
            String kind,
            Field<Instant> recordedAt,
            Pending.Context context,
            @Nullable ObjectNode changes,
            @Nullable ObjectNode reasons) {
        return select(List.of(
                val(id),
                inline(type.code()),
                version,
                inline(kind),
                val(context.at()),
                recordedAt,
                val(context.by()),
                inline(context.cause().kind().code()),
                val(context.cause().name()),
                val(context.cause().id(), SQLDataType.CLOB),
                val(context.operation()),
                inline(context.imported()),
                val(changes == null ? JSONB.valueOf("{}") : JSONB.valueOf(Changes.text(changes))),
                val(reasons == null ? null : JSONB.valueOf(Changes.text(reasons)), SQLDataType.JSONB)));
    }

    static List<Field<Object>> historyColumns() {
        return List.of(
                field(name("record")),
                field(name("type")),
                field(name("version")),
                field(name("kind")),
                field(name("at")),
                field(name("recorded_at")),
                field(name("by")),
                field(name("cause_kind")),
                field(name("cause_name")),
                field(name("cause_id")),
                field(name("operation")),
                field(name("imported")),
                field(name("changes")),
                field(name("reasons")));
    }

    /// The type's own columns; keys of a JSONB column become one merge of that column.
    private static Map<String, Field<?>> columns(Pending step) {
        var columns = new LinkedHashMap<String, Field<?>>();
        var documents = new LinkedHashMap<String, ObjectNode>();
        var emptied = new LinkedHashMap<String, List<String>>();
        step.written().forEach((attribute, value) -> {
            switch (attribute.source()) {
                case Source.Column(var column) -> columns.put(column, value(attribute, value));
                case Source.Key(var column, var key) -> {
                    var document = documents.computeIfAbsent(column, _ -> JsonNodeFactory.instance.objectNode());
                    if (value == null) {
                        emptied.computeIfAbsent(column, _ -> new ArrayList<>()).add(key);
                    } else {
                        document.set(key, Changes.stored(attribute, value));
                    }
                }
                case Source.Computed _ -> throw new IllegalArgumentException(attribute + " is computed");
            }
        });
        documents.forEach((column, document) -> {
            var patch = val(JSONB.valueOf(Changes.text(document)));
            columns.put(
                    column,
                    step.created()
                            ? patch
                            : field(
                                    "({0} || {1}) - {2}",
                                    SQLDataType.JSONB,
                                    field(name(column), SQLDataType.JSONB),
                                    patch,
                                    val(emptied.getOrDefault(column, List.of()).toArray(String[]::new))));
        });
        if (step.created()) {
            columns.putIfAbsent(CUSTOM.getName(), inline(JSONB.valueOf("{}")));
        }
        return columns;
    }

    @SuppressWarnings("unchecked") // the value was set under its attribute
    private static <T> Field<T> value(Attribute<T> attribute, @Nullable Object value) {
        return val((T) value, attribute.kind().sqlType());
    }

    private static Field<String> number(Pending step) {
        var type = step.type();
        if (step.number() != null) {
            return val(step.number());
        }
        if (type.prefix() == null) {
            throw new IllegalArgumentException(type + " has codes of its own and none was given");
        }
        return Numbering.next(type);
    }

    private static Field<String> label(Pending step) {
        return step.label() == null ? NUMBER : val(step.label());
    }

    private static Field<Instant> after(Field<Instant> moment, int micros) {
        return micros == 0
                ? moment
                : field("{0} + {1} * interval '1 microsecond'", SQLDataType.INSTANT, moment, inline(micros));
    }

    static Table<Record> target(RecordType<?> type) {
        return table(name(type.schema(), type.table()));
    }
}
