package org.mainstay.people.signin;

import static org.mainstay.db.people.Tables.CREDENTIAL;
import static org.mainstay.db.people.Tables.EPOCH;
import static org.mainstay.db.people.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/// Passwords' hashes; nothing else reads or writes them.
final class CredentialQueries {

    private final DSLContext db;

    CredentialQueries(DSLContext db) {
        this.db = db;
    }

    record Found(UUID person, String hash, long version, boolean active) {}

    /// What every request asks anew of somebody who was verified before.
    record Standing(boolean active, long version, long epoch) {}

    Optional<Found> find(String userName) {
        return db.select(PERSON.ID, CREDENTIAL.HASH, CREDENTIAL.VERSION, PERSON.ACTIVE)
                .from(PERSON)
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON.eq(PERSON.ID))
                .where(PERSON.NUMBER.eq(userName))
                .and(PERSON.DELETED_AT.isNull())
                .fetchOptional(it -> new Found(it.value1(), it.value2(), it.value3(), it.value4()));
    }

    Optional<Standing> standing(UUID person) {
        return db.select(PERSON.ACTIVE, CREDENTIAL.VERSION, EPOCH.EPOCH_)
                .from(PERSON)
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON.eq(PERSON.ID))
                .crossJoin(EPOCH)
                .where(PERSON.ID.eq(person))
                .and(PERSON.DELETED_AT.isNull())
                .fetchOptional(it -> new Standing(it.value1(), it.value2(), it.value3()));
    }

    /// Sets the password; what was opened with the one before ends.
    ///
    /// @return the credential's new version
    long set(UUID person, String hash, Instant at) {
        return db.insertInto(CREDENTIAL, CREDENTIAL.PERSON, CREDENTIAL.HASH, CREDENTIAL.VERSION, CREDENTIAL.CHANGED_AT)
                .values(person, hash, 1L, at)
                .onConflict(CREDENTIAL.PERSON)
                .doUpdate()
                .set(CREDENTIAL.HASH, hash)
                .set(CREDENTIAL.VERSION, CREDENTIAL.VERSION.plus(1))
                .set(CREDENTIAL.CHANGED_AT, at)
                .returningResult(CREDENTIAL.VERSION)
                .fetchSingle()
                .value1();
    }

    /// The same password under other parameters.
    void rehash(UUID person, String before, String after) {
        db.update(CREDENTIAL)
                .set(CREDENTIAL.HASH, after)
                .where(CREDENTIAL.PERSON.eq(person))
                .and(CREDENTIAL.HASH.eq(before))
                .execute();
    }
}
