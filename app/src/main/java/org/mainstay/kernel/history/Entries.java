package org.mainstay.kernel.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads history rows as they are stored; no access is applied here, so only the kernel uses it.
public final class Entries {

    public static final Table<Record> HISTORY = DSL.table(DSL.name("kernel", "history"));
    public static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    public static final Field<String> TYPE = DSL.field(DSL.name("type"), SQLDataType.CLOB);
    public static final Field<Long> VERSION = DSL.field(DSL.name("version"), SQLDataType.BIGINT);
    public static final Field<String> KIND = DSL.field(DSL.name("kind"), SQLDataType.CLOB);
    public static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);
    public static final Field<Instant> RECORDED_AT = DSL.field(DSL.name("recorded_at"), SQLDataType.INSTANT);
    public static final Field<UUID> BY = DSL.field(DSL.name("by"), SQLDataType.UUID);
    public static final Field<String> CAUSE_KIND = DSL.field(DSL.name("cause_kind"), SQLDataType.CLOB);
    public static final Field<String> CAUSE_NAME = DSL.field(DSL.name("cause_name"), SQLDataType.CLOB);
    public static final Field<String> CAUSE_ID = DSL.field(DSL.name("cause_id"), SQLDataType.CLOB);
    public static final Field<UUID> OPERATION = DSL.field(DSL.name("operation"), SQLDataType.UUID);
    public static final Field<Boolean> IMPORTED = DSL.field(DSL.name("imported"), SQLDataType.BOOLEAN);
    public static final Field<JSONB> CHANGES = DSL.field(DSL.name("changes"), SQLDataType.JSONB);
    public static final Field<JSONB> REASONS = DSL.field(DSL.name("reasons"), SQLDataType.JSONB);

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    public Entries(DSLContext db) {
        this.db = db;
    }

    /// What [#entry] reads, in no particular order.
    public static List<Field<?>> fields() {
        return List.of(
                RECORD,
                TYPE,
                VERSION,
                KIND,
                AT,
                RECORDED_AT,
                BY,
                CAUSE_KIND,
                CAUSE_NAME,
                CAUSE_ID,
                OPERATION,
                IMPORTED,
                CHANGES,
                REASONS);
    }

    /// All of a record's history, by version ascending.
    public List<Entry> of(UUID record) {
        return db.select(fields())
                .from(HISTORY)
                .where(RECORD.eq(record))
                .orderBy(VERSION)
                .fetch(Entries::entry);
    }

    /// The records that an operation wrote, in a stable order.
    public List<UUID> written(UUID operation, long offset, int limit) {
        return db.selectDistinct(RECORD)
                .from(HISTORY)
                .where(OPERATION.eq(operation))
                .orderBy(RECORD)
                .offset(offset)
                .limit(limit)
                .fetch(RECORD);
    }

    /// Those of the records that an operation wrote.
    public Set<UUID> written(UUID operation, Collection<UUID> records) {
        return db.selectDistinct(RECORD)
                .from(HISTORY)
                .where(RECORD.eq(DSL.any(records.toArray(UUID[]::new))))
                .and(OPERATION.eq(operation))
                .fetchSet(RECORD);
    }

    /// How many records an operation wrote.
    public int written(UUID operation) {
        return db.fetchCount(db.selectDistinct(RECORD).from(HISTORY).where(OPERATION.eq(operation)));
    }

    /// How many entries each of the records has by causes of this name; those that have none are left out.
    public Map<UUID, Integer> caused(Collection<UUID> records, String cause) {
        return db.select(RECORD, DSL.count())
                .from(HISTORY)
                .where(RECORD.eq(DSL.any(records.toArray(UUID[]::new))))
                .and(CAUSE_NAME.eq(cause))
                .groupBy(RECORD)
                .fetchMap(RECORD, DSL.count());
    }

    /// The histories of many records, one after the other, each by version ascending; in bounded memory
    /// within a transaction.
    ///
    /// @param records a selection of ids
    /// @param further a condition on the rows
    public void each(Select<? extends Record> records, Condition further, BiConsumer<UUID, List<Entry>> consumer) {
        var entries = new ArrayList<Entry>();
        try (var cursor = db.select(fields())
                .from(HISTORY)
                .where(RECORD.in(DSL.select(DSL.field(DSL.name("c", "id"), SQLDataType.UUID))
                        .from(records.asTable("c", "id"))))
                .and(further)
                .orderBy(RECORD, VERSION)
                .fetchSize(1_000)
                .fetchLazy()) {
            for (Record row : cursor) {
                var entry = entry(row);
                if (!entries.isEmpty() && !entries.getFirst().record().equals(entry.record())) {
                    consumer.accept(entries.getFirst().record(), List.copyOf(entries));
                    entries.clear();
                }
                entries.add(entry);
            }
        }
        if (!entries.isEmpty()) {
            consumer.accept(entries.getFirst().record(), List.copyOf(entries));
        }
    }

    public static Entry entry(Record row) {
        return new Entry(
                row.get(RECORD),
                row.get(TYPE),
                row.get(VERSION),
                row.get(KIND),
                row.get(AT),
                row.get(RECORDED_AT),
                row.get(BY),
                row.get(CAUSE_KIND),
                row.get(CAUSE_NAME),
                row.get(CAUSE_ID),
                row.get(OPERATION),
                row.get(IMPORTED),
                object(row.get(CHANGES)),
                object(row.get(REASONS)));
    }

    private static @Nullable ObjectNode object(@Nullable JSONB document) {
        return document == null ? null : (ObjectNode) MAPPER.readTree(document.data());
    }
}
