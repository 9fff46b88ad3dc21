package org.mainstay.change.feed;

import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Feeds' rows.
final class FeedQueries {

    private static final String FEED = "select f.id, f.person, f.name, f.filter, f.created_at, f.last_read_at, "
            + "f.revoked_at from change.calendar_feed f ";

    private final DSLContext db;

    FeedQueries(DSLContext db) {
        this.db = db;
    }

    record Kept(Feed feed, boolean revoked) {}

    /// @return false where the person has as many as there may be
    boolean add(Feed feed, byte[] secretHash, int most) {
        return db.execute(
                        """
                        insert into change.calendar_feed (id, secret_hash, person, name, filter, created_at)
                        select {0}, {1}, {2}, {3}, {4}, {5} where {6} > (
                            select count(*) from change.calendar_feed where person = {2} and revoked_at is null)""",
                        DSL.val(feed.id()),
                        DSL.val(secretHash),
                        DSL.val(feed.person()),
                        DSL.val(feed.name()),
                        DSL.val(feed.filter()),
                        moment(feed.created()),
                        DSL.val(most))
                == 1;
    }

    /// That of somebody who is active, revoked or not.
    Optional<Kept> find(byte[] secretHash) {
        return db
                .fetch(
                        FEED + "join people.person p on p.id = f.person "
                                + "where f.secret_hash = {0} and p.active and p.deleted_at is null",
                        DSL.val(secretHash))
                .stream()
                .map(it -> new Kept(feed(it), it.get("revoked_at") != null))
                .findFirst();
    }

    List<Feed> of(UUID person) {
        return db.fetch(
                        FEED + "where f.person = {0} and f.revoked_at is null order by f.created_at desc, f.id",
                        DSL.val(person))
                .map(FeedQueries::feed);
    }

    void read(UUID feed, Instant at) {
        db.execute("update change.calendar_feed set last_read_at = {1} where id = {0}", DSL.val(feed), moment(at));
    }

    boolean revoke(UUID person, UUID feed, Instant at) {
        return db.execute(
                        "update change.calendar_feed set revoked_at = {2} "
                                + "where id = {1} and person = {0} and revoked_at is null",
                        DSL.val(person), DSL.val(feed), moment(at))
                == 1;
    }

    /// Removes the person's feeds that were revoked before the instant.
    void forget(UUID person, Instant before) {
        db.execute(
                "delete from change.calendar_feed where person = {0} and revoked_at < {1}",
                DSL.val(person), moment(before));
    }

    private static Feed feed(Record row) {
        return new Feed(
                need(row, "id", UUID.class),
                need(row, "person", UUID.class),
                need(row, "name", String.class),
                need(row, "filter", String.class),
                need(row, "created_at", Instant.class),
                row.get("last_read_at", Instant.class));
    }
}
