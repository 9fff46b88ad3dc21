package org.mainstay.transfer.configuration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.transfer.configuration.Report.Outcome;

/// Which texts were applied, when and by whom.
final class RunQueries {

    private static final Table<Record> RUN = DSL.table(DSL.name("transfer", "configuration_run"));
    private static final Field<UUID> OPERATION = DSL.field(DSL.name("operation"), SQLDataType.UUID);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);
    private static final Field<UUID> BY = DSL.field(DSL.name("by"), SQLDataType.UUID);
    private static final Field<Integer> CREATED = DSL.field(DSL.name("created"), SQLDataType.INTEGER);
    private static final Field<Integer> CHANGED = DSL.field(DSL.name("changed"), SQLDataType.INTEGER);
    private static final Field<Integer> DELETED = DSL.field(DSL.name("deleted"), SQLDataType.INTEGER);
    private static final Field<Instant> UNDONE_AT = DSL.field(DSL.name("undone_at"), SQLDataType.INSTANT);

    private static final List<Field<?>> ALL = List.of(OPERATION, AT, BY, CREATED, CHANGED, DELETED, UNDONE_AT);

    private static final Field<Long> LOCK =
            DSL.field("hashtextextended('transfer.configuration', 0)", SQLDataType.BIGINT);

    private final DSLContext db;
    private final Clock clock;

    RunQueries(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param undoneAt null while it holds
    record Run(
            UUID operation,
            Instant at,
            UUID by,
            int created,
            int changed,
            int deleted,
            @Nullable Instant undoneAt) {}

    /// What was done so far.
    void put(UUID operation, UUID by, Report report) {
        int created = report.count(Outcome.CREATED);
        int changed = report.count(Outcome.CHANGED);
        int deleted = report.count(Outcome.DELETED);
        if (created + changed + deleted > 0) {
            db.insertInto(RUN, OPERATION, AT, BY, CREATED, CHANGED, DELETED)
                    .values(operation, now(), by, created, changed, deleted)
                    .onConflict(OPERATION)
                    .doUpdate()
                    .set(CREATED, created)
                    .set(CHANGED, changed)
                    .set(DELETED, deleted)
                    .execute();
        }
    }

    void undone(UUID operation) {
        db.update(RUN).set(UNDONE_AT, now()).where(OPERATION.eq(operation)).execute();
    }

    /// Does the work, in whatever transactions, while nobody else does such work on any node. The lock goes
    /// with the node that holds it. To be called outside of transactions.
    ///
    /// @return empty when somebody else is at it
    <T> Optional<T> alone(Supplier<T> work) {
        return db.connectionResult(connection -> {
            var holding = DSL.using(connection, SQLDialect.POSTGRES);
            if (!holding.fetchSingle("select pg_try_advisory_lock({0})", LOCK).get(0, Boolean.class)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                holding.fetch("select pg_advisory_unlock({0})", LOCK);
            }
        });
    }

    Optional<Run> find(UUID operation) {
        return db.select(ALL).from(RUN).where(OPERATION.eq(operation)).fetchOptional(RunQueries::run);
    }

    /// Newest first.
    List<Run> latest(int limit) {
        return db.select(ALL)
                .from(RUN)
                .orderBy(AT.desc(), OPERATION)
                .limit(limit)
                .fetch(RunQueries::run);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Run run(Record row) {
        return new Run(
                row.get(OPERATION),
                row.get(AT),
                row.get(BY),
                row.get(CREATED),
                row.get(CHANGED),
                row.get(DELETED),
                row.get(UNDONE_AT));
    }
}
