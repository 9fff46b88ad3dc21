package org.mainstay.request;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.store.PlainSql;

/// What people looked for in vain, and what departments order.
final class DemandQueries {

    /// More different words than these nobody reads; what is over is not counted.
    private static final int MOST = 20_000;

    private static final Table<Record> DEMAND = DSL.table(DSL.name("request", "demand"));
    private static final Table<Record> POPULARITY = DSL.table(DSL.name("request", "popularity"));
    private static final Field<UUID> ORGANISATION = DSL.field(DSL.name("organisation"), SQLDataType.UUID);
    private static final Field<String> WORDS = DSL.field(DSL.name("words"), SQLDataType.CLOB);
    private static final Field<Long> COUNT = DSL.field(DSL.name("count"), SQLDataType.BIGINT);
    private static final Field<Instant> LAST_AT = DSL.field(DSL.name("last_at"), SQLDataType.INSTANT);
    private static final Field<String> DEPARTMENT = DSL.field(DSL.name("department"), SQLDataType.CLOB);
    private static final Field<UUID> ITEM = DSL.field(DSL.name("item"), SQLDataType.UUID);

    private final DSLContext db;

    DemandQueries(DSLContext db) {
        this.db = db;
    }

    /// @param words folded
    record Demand(String words, long count, Instant lastAt) {}

    /// Counts one more search without a result.
    void missed(UUID organisation, String words, Instant at) {
        int counted = db.update(DEMAND)
                .set(COUNT, COUNT.plus(1))
                .set(LAST_AT, at)
                .where(ORGANISATION.eq(organisation))
                .and(WORDS.eq(words))
                .execute();
        if (counted == 0 && db.fetchCount(DSL.selectOne().from(DEMAND).limit(MOST)) < MOST) {
            db.insertInto(DEMAND, ORGANISATION, WORDS, COUNT, LAST_AT)
                    .values(organisation, words, 1L, at)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// What was looked for most often.
    ///
    /// @param organisations whose people looked for it; null for all
    List<Demand> demand(@Nullable Set<UUID> organisations, int limit) {
        return db.select(WORDS, DSL.sum(COUNT).cast(SQLDataType.BIGINT), DSL.max(LAST_AT))
                .from(DEMAND)
                .where(
                        organisations == null
                                ? DSL.noCondition()
                                : ORGANISATION.eq(DSL.any(PlainSql.ids(organisations))))
                .groupBy(WORDS)
                .orderBy(DSL.sum(COUNT).desc(), DSL.max(LAST_AT).desc())
                .limit(limit)
                .fetch(it -> new Demand(it.value1(), it.value2(), it.value3()));
    }

    void forget(Instant before) {
        db.deleteFrom(DEMAND).where(LAST_AT.lt(before)).execute();
    }

    /// What the people of the department ordered most often lately, as last counted.
    List<UUID> popular(UUID organisation, String department, int limit) {
        return db.select(ITEM)
                .from(POPULARITY)
                .where(ORGANISATION.eq(organisation))
                .and(DEPARTMENT.eq(department))
                .orderBy(COUNT.desc(), ITEM)
                .limit(limit)
                .fetch(ITEM);
    }

    /// Counts anew what was ordered since; what one order alone would tell of somebody is left out.
    void count(Instant since) {
        db.deleteFrom(POPULARITY).execute();
        db.execute("""
                insert into request.popularity (organisation, department, item, count)
                select person.organisation, person.department, ordered.item, count(*)
                from request.request_item ordered
                join people.person on person.id = ordered.beneficiary and person.department is not null
                where ordered.deleted_at is null and ordered.ordered_at >= {0}
                group by 1, 2, 3
                having count(distinct ordered.beneficiary) > 1""", DSL.val(since, SQLDataType.INSTANT));
    }
}
