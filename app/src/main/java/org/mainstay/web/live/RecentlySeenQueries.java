package org.mainstay.web.live;

import static org.mainstay.db.web.Tables.RECENTLY_SEEN;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mainstay.web.live.RecentlySeen.Sight;

/// The last looks of everybody.
final class RecentlySeenQueries {

    private final DSLContext db;

    RecentlySeenQueries(DSLContext db) {
        this.db = db;
    }

    void seen(Collection<Sight> sights) {
        var insert = db.insertInto(RECENTLY_SEEN, RECENTLY_SEEN.PERSON, RECENTLY_SEEN.RECORD, RECENTLY_SEEN.AT);
        for (var sight : sights) {
            insert = insert.values(sight.person(), sight.record(), sight.at());
        }
        insert.onConflict(RECENTLY_SEEN.PERSON, RECENTLY_SEEN.RECORD)
                .doUpdate()
                .set(RECENTLY_SEEN.AT, DSL.excluded(RECENTLY_SEEN.AT))
                .execute();
    }

    /// Forgets all but the person's newest.
    void keep(UUID person, int newest) {
        var other = RECENTLY_SEEN.as("other");
        var last = DSL.select(other.AT)
                .from(other)
                .where(other.PERSON.eq(person))
                .orderBy(other.AT.desc())
                .offset(newest)
                .limit(1);
        db.deleteFrom(RECENTLY_SEEN)
                .where(RECENTLY_SEEN.PERSON.eq(person))
                .and(RECENTLY_SEEN.AT.le(last))
                .execute();
    }

    /// Newest first.
    Map<UUID, Instant> of(UUID person, int limit) {
        var seen = new LinkedHashMap<UUID, Instant>();
        db.select(RECENTLY_SEEN.RECORD, RECENTLY_SEEN.AT)
                .from(RECENTLY_SEEN)
                .where(RECENTLY_SEEN.PERSON.eq(person))
                .orderBy(RECENTLY_SEEN.AT.desc())
                .limit(limit)
                .forEach(it -> seen.put(it.value1(), it.value2()));
        return seen;
    }
}
