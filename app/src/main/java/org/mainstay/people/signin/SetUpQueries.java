package org.mainstay.people.signin;

import static org.mainstay.db.people.Tables.EPOCH;
import static org.mainstay.db.people.Tables.PERSON;
import static org.mainstay.db.people.Tables.SET_UP_LINK;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Set-up links' rows.
final class SetUpQueries {

    private final DSLContext db;

    SetUpQueries(DSLContext db) {
        this.db = db;
    }

    /// @param person null for the first administrator
    /// @param userName null for the first administrator
    record Found(@Nullable UUID person, @Nullable String userName) {}

    void add(byte[] secretHash, @Nullable UUID person, Instant now, Instant expires) {
        purge(now);
        db.insertInto(SET_UP_LINK)
                .set(SET_UP_LINK.SECRET_HASH, secretHash)
                .set(SET_UP_LINK.PERSON, person)
                .set(SET_UP_LINK.CREATED_AT, now)
                .set(SET_UP_LINK.EXPIRES_AT, expires)
                .execute();
    }

    void purge(Instant now) {
        db.deleteFrom(SET_UP_LINK).where(SET_UP_LINK.EXPIRES_AT.lt(now)).execute();
    }

    Optional<Found> find(byte[] secretHash, Instant now) {
        return db.select(SET_UP_LINK.PERSON, PERSON.NUMBER)
                .from(SET_UP_LINK)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(SET_UP_LINK.PERSON))
                .and(PERSON.DELETED_AT.isNull())
                .and(PERSON.ACTIVE)
                .where(SET_UP_LINK.SECRET_HASH.eq(secretHash))
                .and(SET_UP_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(it -> new Found(it.value1(), it.value2()))
                .filter(it -> it.person() == null || it.userName() != null);
    }

    /// Takes the link away, together with all others for the same person.
    ///
    /// @return false when somebody else was quicker
    boolean use(byte[] secretHash, @Nullable UUID person) {
        int used = db.deleteFrom(SET_UP_LINK)
                .where(SET_UP_LINK.SECRET_HASH.eq(secretHash))
                .execute();
        db.deleteFrom(SET_UP_LINK)
                .where(SET_UP_LINK.PERSON.isNotDistinctFrom(person))
                .execute();
        return used == 1;
    }

    boolean administered() {
        return db.select(EPOCH.ADMINISTERED).from(EPOCH).fetchSingle().value1();
    }

    /// The same, and it stays so until the surrounding transaction ends.
    boolean administeredFromNowOn() {
        return db.select(EPOCH.ADMINISTERED)
                .from(EPOCH)
                .forUpdate()
                .fetchSingle()
                .value1();
    }
}
