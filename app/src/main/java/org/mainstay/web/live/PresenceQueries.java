package org.mainstay.web.live;

import static org.jooq.impl.DSL.inline;
import static org.mainstay.db.web.Tables.PRESENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;
import org.mainstay.web.live.Presence.Here;
import org.mainstay.web.live.Presence.Writing;

/// Open pages of all nodes, by the database's clock.
final class PresenceQueries {

    private final DSLContext db;

    PresenceQueries(DSLContext db) {
        this.db = db;
    }

    void open(UUID page, UUID record, UUID person, Duration atMost) {
        db.insertInto(PRESENCE)
                .set(PRESENCE.PAGE, page)
                .set(PRESENCE.RECORD, record)
                .set(PRESENCE.PERSON, person)
                .set(PRESENCE.UNTIL, in(atMost))
                .execute();
    }

    void close(UUID page) {
        db.deleteFrom(PRESENCE).where(PRESENCE.PAGE.eq(page)).execute();
    }

    /// What the person writes on the record, on all their pages of it.
    void writes(UUID record, UUID person, @Nullable Writing what, Duration atMost) {
        db.update(PRESENCE)
                .set(PRESENCE.WRITING, what == null ? null : Codes.of(what))
                .set(PRESENCE.WRITING_UNTIL, in(atMost))
                .where(PRESENCE.RECORD.eq(record))
                .and(PRESENCE.PERSON.eq(person))
                .execute();
    }

    List<Here> here(int limit) {
        var writing = DSL.when(PRESENCE.WRITING_UNTIL.gt(now()), PRESENCE.WRITING);
        return db.select(PRESENCE.RECORD, PRESENCE.PERSON, writing)
                .from(PRESENCE)
                .where(PRESENCE.UNTIL.gt(now()))
                .limit(limit)
                .fetch(it -> new Here(
                        it.value1(),
                        it.value2(),
                        it.value3() == null ? null : Codes.parse(Writing.class, it.value3())));
    }

    /// Forgets what nodes left behind that ended without a word.
    void sweep() {
        db.deleteFrom(PRESENCE).where(PRESENCE.UNTIL.lt(now())).execute();
    }

    private static Field<Instant> now() {
        return DSL.field("now()", SQLDataType.INSTANT);
    }

    private static Field<Instant> in(Duration time) {
        return DSL.field("now() + {0}", SQLDataType.INSTANT, inline(DayToSecond.valueOf(time)));
    }
}
