package org.mainstay.people;

import static org.mainstay.db.kernel.Tables.RECORD;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.RecordType;

/// Asks of one record whether a condition holds.
final class ExplanationQueries {

    private static final String ALIAS = "t";

    private final DSLContext db;
    private final FilterSql sql;

    ExplanationQueries(DSLContext db, FilterSql sql) {
        this.db = db;
        this.sql = sql;
    }

    Optional<String> type(UUID record) {
        return db.select(RECORD.TYPE).from(RECORD).where(RECORD.ID.eq(record)).fetchOptional(RECORD.TYPE);
    }

    boolean holds(Filter filter, RecordType<?> type, UUID record, FilterContext context) {
        return db.fetchExists(DSL.selectOne()
                .from(DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS))
                .where(DSL.field(DSL.name(ALIAS, "id"), SQLDataType.UUID).eq(record))
                .and(sql.condition(filter, type, ALIAS, context)));
    }
}
