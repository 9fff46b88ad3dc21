package org.mainstay.transfer;

import static org.mainstay.db.transfer.Tables.IMPORT_ROW;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.db.transfer.tables.records.ImportRowRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What became of the rows of files, and of the records of bulks.
final class ImportRowQueries {

    static final String REFUSED = "refused";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    ImportRowQueries(DSLContext db) {
        this.db = db;
    }

    /// @param n place in the file, from 0
    /// @param detail of a refused row its problems, else what changes
    /// @param fields of a refused row, as they were written
    record Row(
            long n,
            long line,
            String outcome,
            String number,
            JsonNode detail,
            @Nullable JsonNode fields) {}

    /// Where a row is there already, its problems come after those that it has.
    void add(UUID job, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                IMPORT_ROW,
                IMPORT_ROW.JOB,
                IMPORT_ROW.N,
                IMPORT_ROW.LINE,
                IMPORT_ROW.OUTCOME,
                IMPORT_ROW.NUMBER,
                IMPORT_ROW.DETAIL,
                IMPORT_ROW.FIELDS);
        for (var row : rows) {
            insert = insert.values(
                    job,
                    row.n(),
                    row.line(),
                    row.outcome(),
                    row.number(),
                    json(row.detail()),
                    row.fields() == null ? null : json(row.fields()));
        }
        insert.onConflict(IMPORT_ROW.JOB, IMPORT_ROW.N)
                .doUpdate()
                .set(
                        IMPORT_ROW.DETAIL,
                        DSL.field("{0} || {1}", JSONB.class, IMPORT_ROW.DETAIL, DSL.excluded(IMPORT_ROW.DETAIL)))
                .execute();
    }

    /// The places of the rows in a part of the file that were refused.
    Set<Long> refused(UUID job, long from, long end) {
        return db.select(IMPORT_ROW.N)
                .from(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .and(IMPORT_ROW.OUTCOME.eq(REFUSED))
                .and(IMPORT_ROW.N.ge(from))
                .and(IMPORT_ROW.N.lt(end))
                .fetchSet(IMPORT_ROW.N);
    }

    /// How many rows were refused of which there is a record.
    long refusedInPart(UUID job) {
        return db.selectCount()
                .from(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .and(IMPORT_ROW.OUTCOME.eq(REFUSED))
                .and(IMPORT_ROW.NUMBER.ne(""))
                .fetchSingle()
                .value1();
    }

    /// The first rows of a file, as far as they are kept.
    List<Row> first(UUID job, int limit) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .orderBy(IMPORT_ROW.N)
                .limit(limit)
                .fetch(ImportRowQueries::row);
    }

    List<Row> firstRefused(UUID job, int limit) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .and(IMPORT_ROW.OUTCOME.eq(REFUSED))
                .orderBy(IMPORT_ROW.N)
                .limit(limit)
                .fetch(ImportRowQueries::row);
    }

    /// Some of the rows, or of those with one outcome.
    ///
    /// @param outcome empty for any
    /// @param after place of the row before the first
    List<Row> some(UUID job, String outcome, long after, int limit) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .and(outcome.isEmpty() ? DSL.noCondition() : IMPORT_ROW.OUTCOME.eq(outcome))
                .and(IMPORT_ROW.N.gt(after))
                .orderBy(IMPORT_ROW.N)
                .limit(limit)
                .fetch(ImportRowQueries::row);
    }

    /// The refused rows in the order of the file, in bounded memory. To be called within a transaction.
    void refused(UUID job, Consumer<Row> consumer) {
        try (var cursor = db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.JOB.eq(job))
                .and(IMPORT_ROW.OUTCOME.eq(REFUSED))
                .orderBy(IMPORT_ROW.N)
                .fetchSize(200)
                .fetchLazy()) {
            cursor.forEach(it -> consumer.accept(row(it)));
        }
    }

    private static Row row(ImportRowRecord it) {
        return new Row(
                it.getN(),
                it.getLine(),
                it.getOutcome(),
                it.getNumber(),
                MAPPER.readTree(it.getDetail().data()),
                it.getFields() == null ? null : MAPPER.readTree(it.getFields().data()));
    }

    private static JSONB json(JsonNode node) {
        return JSONB.valueOf(MAPPER.writeValueAsString(node));
    }
}
