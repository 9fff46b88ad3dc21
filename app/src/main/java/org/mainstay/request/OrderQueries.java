package org.mainstay.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What only orders ask of the database: whether a form was sent before, and how long an item took lately.
final class OrderQueries {

    /// So many deliveries tell more than a promise; of more the latest count.
    private static final int TELLING = 20;

    private static final int LATEST = 200;
    private static final double MOST_OF_THEM = 0.8;

    private static final Table<Record> ONCE = DSL.table(DSL.name("request", "order_once"));
    private static final Field<UUID> PERSON = DSL.field(DSL.name("person"), SQLDataType.UUID);
    private static final Field<UUID> TOKEN = DSL.field(DSL.name("token"), SQLDataType.UUID);
    private static final Field<UUID> REQUEST = DSL.field(DSL.name("request"), SQLDataType.UUID);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);

    private final DSLContext db;

    OrderQueries(DSLContext db) {
        this.db = db;
    }

    /// @return whether it was sent for the first time; waits for who else is just sending it
    boolean claim(UUID person, UUID token, Instant at) {
        return db.insertInto(ONCE, PERSON, TOKEN, AT)
                        .values(person, token, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void keep(UUID person, UUID token, UUID request) {
        db.update(ONCE)
                .set(REQUEST, request)
                .where(PERSON.eq(person))
                .and(TOKEN.eq(token))
                .execute();
    }

    void forget(UUID person, UUID token) {
        db.deleteFrom(ONCE).where(PERSON.eq(person)).and(TOKEN.eq(token)).execute();
    }

    Optional<UUID> ordered(UUID person, UUID token) {
        return db.select(REQUEST)
                .from(ONCE)
                .where(PERSON.eq(person))
                .and(TOKEN.eq(token))
                .fetchOptional(REQUEST);
    }

    void forget(Instant before) {
        db.deleteFrom(ONCE).where(AT.lt(before)).execute();
    }

    /// Within which time four of five of the latest were delivered; empty as long as there are too few.
    Optional<Duration> took(UUID item) {
        var ordered = DSL.field(DSL.name("ordered_at"), SQLDataType.INSTANT);
        var fulfilled = DSL.field(DSL.name("fulfilled_at"), SQLDataType.INSTANT);
        var seconds = DSL.field("extract(epoch from {0} - {1})", SQLDataType.DOUBLE, fulfilled, ordered);
        var latest = db.select(seconds.as("seconds"))
                .from(DSL.table(DSL.name("request", "request_item")))
                .where(DSL.field(DSL.name("item"), SQLDataType.UUID).eq(item))
                .and(fulfilled.isNotNull())
                .orderBy(fulfilled.desc())
                .limit(LATEST)
                .asTable("latest");
        var took = DSL.field(
                "percentile_disc({0}) within group (order by {1})",
                SQLDataType.DOUBLE, DSL.inline(MOST_OF_THEM), DSL.field(DSL.name("seconds")));
        return db.select(took, DSL.count())
                .from(latest)
                .fetchOptional()
                .filter(it -> it.value2() >= TELLING)
                .map(it -> Duration.ofSeconds(Math.max(0, Math.round(it.value1()))));
    }
}
