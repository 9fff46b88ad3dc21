package org.mainstay.notification;

import static org.mainstay.db.notification.Tables.MUTED;
import static org.mainstay.db.notification.Tables.NEWS;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.db.notification.tables.records.NewsRecord;
import org.mainstay.kernel.record.Codes;
import org.mainstay.notification.Notification.Sort;

/// Each person's own notifications. Whether they may still see what these tell of is asked by [Notifications].
final class NotificationQueries {

    private static final int BATCH = 1_000;

    private final DSLContext db;

    NotificationQueries(DSLContext db) {
        this.db = db;
    }

    /// Each person's in their order.
    void add(Map<UUID, List<Notification>> news) {
        var rows = news.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(one -> Map.entry(it.getKey(), one)))
                .gather(Gatherers.windowFixed(BATCH));
        rows.forEach(this::add);
    }

    private void add(List<Map.Entry<UUID, Notification>> news) {
        var insert = db.insertInto(
                NEWS,
                NEWS.ID,
                NEWS.PERSON,
                NEWS.RECORD,
                NEWS.TYPE,
                NEWS.VERSION,
                NEWS.SORT,
                NEWS.BY,
                NEWS.AT,
                NEWS.INTERNAL,
                NEWS.COMMENT,
                NEWS.VALUE);
        for (var row : news) {
            var it = row.getValue();
            insert = insert.values(
                    it.id(),
                    row.getKey(),
                    it.record(),
                    it.type(),
                    it.version(),
                    Codes.of(it.sort()),
                    it.by(),
                    it.at(),
                    it.internal(),
                    it.comment(),
                    it.value());
        }
        insert.onConflictDoNothing().execute();
    }

    /// Newest first.
    ///
    /// @param before only those that came before this one
    List<Notification> of(UUID person, boolean unread, long before, int limit) {
        return db.selectFrom(NEWS)
                .where(NEWS.PERSON.eq(person), NEWS.SEQ.lt(before))
                .and(unread ? NEWS.READ_AT.isNull() : DSL.noCondition())
                .orderBy(NEWS.SEQ.desc())
                .limit(limit)
                .fetch(NotificationQueries::notification);
    }

    @Nullable
    Notification one(UUID person, UUID id) {
        return db.selectFrom(NEWS)
                .where(NEWS.ID.eq(id), NEWS.PERSON.eq(person))
                .fetchOne(NotificationQueries::notification);
    }

    private static Notification notification(NewsRecord row) {
        return new Notification(
                row.getId(),
                row.getSeq(),
                row.getRecord(),
                row.getType(),
                row.getVersion(),
                Codes.parse(Sort.class, row.getSort()),
                row.getBy(),
                row.getAt(),
                row.getInternal(),
                row.getComment(),
                row.getValue(),
                row.getReadAt() != null);
    }

    /// @param until the last one that counts as read
    void readAll(UUID person, long until, Instant now) {
        read(person, NEWS.SEQ.le(until), now);
    }

    /// @param until the last one that counts as read
    void read(UUID person, UUID record, long until, Instant now) {
        read(person, NEWS.RECORD.eq(record).and(NEWS.SEQ.le(until)), now);
    }

    void read(UUID person, Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            read(person, NEWS.ID.in(ids), now);
        }
    }

    private void read(UUID person, Condition which, Instant now) {
        db.update(NEWS)
                .set(NEWS.READ_AT, now)
                .where(NEWS.PERSON.eq(person), which, NEWS.READ_AT.isNull())
                .execute();
    }

    /// The sorts each of the persons wants to hear nothing of.
    Map<UUID, Set<Sort>> muted(Collection<UUID> persons) {
        var muted = new HashMap<UUID, Set<Sort>>();
        db.select(MUTED.PERSON, MUTED.SORT)
                .from(MUTED)
                .where(MUTED.PERSON.eq(DSL.any(persons.toArray(UUID[]::new))))
                .forEach(it -> muted.computeIfAbsent(it.value1(), _ -> EnumSet.noneOf(Sort.class))
                        .add(Codes.parse(Sort.class, it.value2())));
        return muted;
    }

    void mute(UUID person, Set<Sort> sorts) {
        db.transaction(within -> {
            within.dsl().deleteFrom(MUTED).where(MUTED.PERSON.eq(person)).execute();
            for (Sort sort : sorts) {
                within.dsl()
                        .insertInto(MUTED, MUTED.PERSON, MUTED.SORT)
                        .values(person, Codes.of(sort))
                        .onConflictDoNothing()
                        .execute();
            }
        });
    }

    /// @return whether there may be more
    boolean forget(Instant before) {
        return db.deleteFrom(NEWS)
                        .where(NEWS.ID.in(DSL.select(NEWS.ID)
                                .from(NEWS)
                                .where(NEWS.AT.lt(before))
                                .limit(BATCH)))
                        .execute()
                == BATCH;
    }

    /// What came for whom.
    record Came(UUID person, long seq) {}

    /// The first of what came after this one.
    List<Came> since(long seq) {
        return db.select(NEWS.PERSON, NEWS.SEQ)
                .from(NEWS)
                .where(NEWS.SEQ.gt(seq))
                .orderBy(NEWS.SEQ)
                .limit(BATCH)
                .fetch(it -> new Came(it.value1(), it.value2()));
    }

    /// The last that came for anybody; 0 where there is none.
    long newest() {
        return newest(DSL.noCondition());
    }

    /// 0 where there is none.
    long newest(UUID person) {
        return newest(NEWS.PERSON.eq(person));
    }

    private long newest(Condition which) {
        return db.select(NEWS.SEQ)
                .from(NEWS)
                .where(which)
                .orderBy(NEWS.SEQ.desc())
                .limit(1)
                .fetchOptional(NEWS.SEQ)
                .orElse(0L);
    }
}
