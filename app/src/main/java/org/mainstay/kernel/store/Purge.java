package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;

/// Empties records that were deleted long ago. The row goes with everything that hangs on it; the registry
/// keeps a tombstone with the number, so that whatever refers to the record still stands and no number is
/// given twice; history keeps who did something when, but not what.
public final class Purge {

    /// The kind of the last history row of a purged record.
    public static final String KIND = "purge";

    private static final int BATCH = 100;
    private static final Table<Record> REGISTRY = DSL.table(DSL.name("kernel", "record"));
    private static final Table<Record> SEARCH_TEXT = DSL.table(DSL.name("kernel", "search_text"));
    private static final Table<Record> EXTERNAL_KEY = DSL.table(DSL.name("kernel", "external_key"));
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> OF = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<String> TYPE = DSL.field(DSL.name("type"), SQLDataType.CLOB);
    private static final Field<String> LABEL = DSL.field(DSL.name("label"), SQLDataType.CLOB);
    private static final Field<Instant> DELETED_AT = DSL.field(DSL.name("deleted_at"), SQLDataType.INSTANT);
    private static final Field<Instant> PURGED_AT = DSL.field(DSL.name("purged_at"), SQLDataType.INSTANT);
    private static final Cause CAUSE = Cause.job(KIND);

    private final RecordTypes types;
    private final List<PartWriter<?>> writers;
    private final Transactions transactions;
    private final DSLContext db;
    private final Clock clock;
    private final Duration after;

    /// @param after how long deleted records can be brought back
    Purge(
            RecordTypes types,
            List<PartWriter<?>> writers,
            Transactions transactions,
            DSLContext db,
            Clock clock,
            Duration after) {
        this.types = types;
        this.writers = List.copyOf(writers);
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
        this.after = after;
    }

    /// Purges a batch in a transaction of its own. Records that somebody is bringing back just now are left
    /// for the next.
    ///
    /// @return whether there may be more
    public boolean batch() {
        return transactions.within(() -> {
            var due = new TreeMap<String, Set<UUID>>();
            db.select(ID, TYPE)
                    .from(REGISTRY)
                    .where(DELETED_AT.lt(clock.instant().minus(after)))
                    .and(PURGED_AT.isNull())
                    .orderBy(DELETED_AT)
                    .limit(BATCH)
                    .forEach(row -> due.computeIfAbsent(row.value2(), _ -> new TreeSet<>())
                            .add(row.value1()));
            int purged = 0;
            for (var entry : due.entrySet()) {
                purged += purge(types.need(entry.getKey()), entry.getValue());
            }
            return purged == BATCH;
        });
    }

    private int purge(RecordType<?> type, Collection<UUID> candidates) {
        var held = db.select(Rows.ID)
                .from(Rows.table(type))
                .where(Rows.ID.in(candidates))
                .and(Rows.DELETED_AT.isNotNull())
                .orderBy(Rows.ID)
                .forUpdate()
                .skipLocked()
                .fetch(Rows.ID);
        if (held.isEmpty()) {
            return 0;
        }
        tell(type, held);
        db.update(Entries.HISTORY)
                .setNull(Entries.CHANGES)
                .setNull(Entries.REASONS)
                .where(Entries.RECORD.in(held))
                .and(Entries.CHANGES.isNotNull().or(Entries.REASONS.isNotNull()))
                .execute();
        for (var writer : writers) {
            writer.purge(held).forEach(db::execute);
        }
        db.deleteFrom(SEARCH_TEXT).where(OF.in(held)).execute();
        db.deleteFrom(EXTERNAL_KEY).where(OF.in(held)).execute();
        db.deleteFrom(Writer.target(type)).where(ID.in(held)).execute();
        db.update(REGISTRY)
                .set(LABEL, "")
                .set(PURGED_AT, clock.instant())
                .where(ID.in(held))
                .execute();
        return held.size();
    }

    /// A last row of history, for those who keep something of the record elsewhere.
    private void tell(RecordType<?> type, List<UUID> records) {
        var version = DSL.field(DSL.name(Rows.ALIAS, "version"), SQLDataType.BIGINT);
        var last = DSL.field(DSL.name(Rows.ALIAS, "recorded_at"), SQLDataType.INSTANT);
        db.insertInto(Entries.HISTORY)
                .columns(
                        Entries.RECORD,
                        Entries.TYPE,
                        Entries.VERSION,
                        Entries.KIND,
                        Entries.AT,
                        Entries.RECORDED_AT,
                        Entries.BY,
                        Entries.CAUSE_KIND,
                        Entries.CAUSE_NAME,
                        Entries.OPERATION)
                .select(DSL.select(
                                Rows.ID,
                                DSL.inline(type.code()),
                                version.plus(1),
                                DSL.inline(KIND),
                                DSL.val(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                                DSL.field(
                                        "greatest(clock_timestamp(), {0} + interval '1 microsecond')",
                                        SQLDataType.INSTANT, last),
                                DSL.val(Installation.SYSTEM),
                                DSL.inline(CAUSE.kind().code()),
                                DSL.inline(CAUSE.name()),
                                DSL.val(Plan.newId()))
                        .from(Rows.table(type))
                        .where(Rows.ID.in(records)))
                .execute();
    }
}
