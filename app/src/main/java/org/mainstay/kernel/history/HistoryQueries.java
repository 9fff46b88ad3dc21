package org.mainstay.kernel.history;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// History rows of one record. What of them an actor may read is decided by [Histories].
public final class HistoryQueries {

    /// Whether a row is for those who work on the record.
    public static final Condition INTERNAL = DSL.condition(
            "coalesce({0}, '{}') @> {1}",
            Entries.CHANGES, DSL.inline(JSONB.valueOf("{\"" + Histories.INTERNAL + "\": true}")));

    private final DSLContext dsl;

    HistoryQueries(DSLContext dsl) {
        this.dsl = dsl;
    }

    /// Oldest first.
    ///
    /// @param internal whether rows for those who work on the record come along
    List<Entry> after(UUID record, long version, boolean internal, int limit) {
        var rows = rows(record, internal)
                .and(Entries.VERSION.gt(version))
                .orderBy(Entries.VERSION)
                .limit(limit);
        return dsl.fetch(rows).map(Entries::entry);
    }

    /// The rows, with [Entries#fields], to be read further.
    ///
    /// @param internal whether rows for those who work on the record come along
    public static SelectConditionStep<Record> rows(UUID record, boolean internal) {
        return DSL.select(Entries.fields())
                .from(Entries.HISTORY)
                .where(Entries.RECORD.eq(record))
                .and(internal ? DSL.noCondition() : DSL.not(INTERNAL));
    }
}
