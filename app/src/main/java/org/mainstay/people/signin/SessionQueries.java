package org.mainstay.people.signin;

import static org.mainstay.db.people.Tables.CREDENTIAL;
import static org.mainstay.db.people.Tables.EPOCH;
import static org.mainstay.db.people.Tables.PERSON;
import static org.mainstay.db.people.Tables.SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Sessions' rows.
final class SessionQueries {

    private static final int PURGED_AT_ONCE = 100;

    private final DSLContext db;

    SessionQueries(DSLContext db) {
        this.db = db;
    }

    /// A session whose person may still sign in with the password it was opened with.
    record Found(UUID id, UUID person, Instant lastSeen, Instant expires, long epoch) {}

    record Row(UUID id, Instant created, Instant lastSeen, String address, String agent) {}

    void add(
            byte[] secretHash,
            UUID id,
            UUID person,
            long credentialVersion,
            Instant now,
            Instant expires,
            String address,
            String agent) {
        db.insertInto(SESSION)
                .set(SESSION.SECRET_HASH, secretHash)
                .set(SESSION.ID, id)
                .set(SESSION.PERSON, person)
                .set(SESSION.CREDENTIAL_VERSION, credentialVersion)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, expires)
                .set(SESSION.ADDRESS, address)
                .set(SESSION.AGENT, agent)
                .execute();
    }

    Optional<Found> find(byte[] secretHash) {
        return db.select(SESSION.ID, SESSION.PERSON, SESSION.LAST_SEEN_AT, SESSION.EXPIRES_AT, EPOCH.EPOCH_)
                .from(SESSION)
                .join(PERSON)
                .on(PERSON.ID.eq(SESSION.PERSON))
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON.eq(SESSION.PERSON))
                .and(CREDENTIAL.VERSION.eq(SESSION.CREDENTIAL_VERSION))
                .crossJoin(EPOCH)
                .where(SESSION.SECRET_HASH.eq(secretHash))
                .and(PERSON.ACTIVE)
                .and(PERSON.DELETED_AT.isNull())
                .fetchOptional(it -> new Found(it.value1(), it.value2(), it.value3(), it.value4(), it.value5()));
    }

    void seen(UUID id, Instant at) {
        db.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, at)
                .where(SESSION.ID.eq(id))
                .execute();
    }

    List<Row> of(UUID person, Instant seenSince, Instant now) {
        return db.select(SESSION.ID, SESSION.CREATED_AT, SESSION.LAST_SEEN_AT, SESSION.ADDRESS, SESSION.AGENT)
                .from(SESSION)
                .where(SESSION.PERSON.eq(person))
                .and(SESSION.LAST_SEEN_AT.gt(seenSince))
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.CREATED_AT.desc())
                .limit(PURGED_AT_ONCE)
                .fetch(it -> new Row(it.value1(), it.value2(), it.value3(), it.value4(), it.value5()));
    }

    boolean remove(UUID person, UUID id) {
        return db.deleteFrom(SESSION)
                        .where(SESSION.ID.eq(id))
                        .and(SESSION.PERSON.eq(person))
                        .execute()
                == 1;
    }

    /// @return how many; there may be more unless it is zero
    int purge(Instant now) {
        return db.deleteFrom(SESSION)
                .where(SESSION.ID.in(DSL.select(SESSION.ID)
                        .from(SESSION)
                        .where(SESSION.EXPIRES_AT.lt(now))
                        .limit(PURGED_AT_ONCE)))
                .execute();
    }
}
