package org.mainstay.flow;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Calls to other systems that are to be made.
final class CallQueries {

    private static final Table<Record> CALL = DSL.table(name("flow", "call"));
    private static final Field<UUID> STEP = field(name("step"), SQLDataType.UUID);
    private static final Field<String> METHOD = field(name("method"), SQLDataType.CLOB);
    private static final Field<String> URL = field(name("url"), SQLDataType.CLOB);
    private static final Field<String> BODY = field(name("body"), SQLDataType.CLOB);
    private static final Field<Integer> ATTEMPTS = field(name("attempts"), SQLDataType.INTEGER);
    private static final Field<Instant> NEXT_AT = field(name("next_at"), SQLDataType.INSTANT);
    private static final Field<Instant> HELD_UNTIL = field(name("held_until"), SQLDataType.INSTANT);

    private final DSLContext db;

    CallQueries(DSLContext db) {
        this.db = db;
    }

    /// @param attempts how often it was tried
    record Call(
            UUID step, String method, String url, @Nullable String body, int attempts) {}

    /// The same step is called for once; a step that is tried again makes its call anew.
    void add(UUID step, String method, String url, @Nullable String body, Instant at) {
        db.insertInto(CALL)
                .set(STEP, step)
                .set(METHOD, method)
                .set(URL, url)
                .set(BODY, body)
                .set(NEXT_AT, at)
                .onConflict(STEP)
                .doUpdate()
                .set(METHOD, method)
                .set(URL, url)
                .set(BODY, body)
                .set(ATTEMPTS, 0)
                .set(NEXT_AT, at)
                .execute();
    }

    /// Takes calls that nobody else is making, for a time: after it they are made again, whoever took them.
    List<Call> take(Instant now, Instant until, int most) {
        var free = DSL.select(STEP)
                .from(CALL)
                .where(NEXT_AT.le(now), HELD_UNTIL.isNull().or(HELD_UNTIL.lt(now)))
                .orderBy(NEXT_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db.update(CALL)
                .set(HELD_UNTIL, until)
                .set(ATTEMPTS, ATTEMPTS.plus(1))
                .where(STEP.in(free))
                .returning(STEP, METHOD, URL, BODY, ATTEMPTS)
                .fetch(it -> new Call(it.get(STEP), it.get(METHOD), it.get(URL), it.get(BODY), it.get(ATTEMPTS)));
    }

    void later(UUID step, Instant next) {
        db.update(CALL)
                .set(NEXT_AT, next)
                .setNull(HELD_UNTIL)
                .where(STEP.eq(step))
                .execute();
    }

    /// @return whether it was there still
    boolean forget(UUID step) {
        return db.deleteFrom(CALL).where(STEP.eq(step)).execute() > 0;
    }

    /// @return the steps whose calls were begun at least once, so that the other system may know of them
    Set<UUID> forget(Collection<UUID> steps) {
        if (steps.isEmpty()) {
            return Set.of();
        }
        return db.deleteFrom(CALL).where(STEP.in(steps)).returning(STEP, ATTEMPTS).fetch().stream()
                .filter(it -> it.get(ATTEMPTS) > 0)
                .map(it -> it.get(STEP))
                .collect(Collectors.toSet());
    }
}
