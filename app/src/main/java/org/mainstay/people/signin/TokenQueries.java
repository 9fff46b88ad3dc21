package org.mainstay.people.signin;

import static org.mainstay.db.people.Tables.EPOCH;
import static org.mainstay.db.people.Tables.PERSON;
import static org.mainstay.db.people.Tables.TOKEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;

/// Tokens' rows.
final class TokenQueries {

    private static final int MANY = 200;

    private final DSLContext db;

    TokenQueries(DSLContext db) {
        this.db = db;
    }

    /// A token that is not revoked, of somebody who is active.
    record Found(
            UUID id,
            UUID person,
            List<String> scopes,
            boolean readOnly,
            @Nullable Integer requestsPerSecond,
            Instant expires,
            @Nullable Instant lastUsed,
            long epoch) {}

    void add(Tokens.Token token, byte[] secretHash, UUID by) {
        db.insertInto(TOKEN)
                .set(TOKEN.ID, token.id())
                .set(TOKEN.SECRET_HASH, secretHash)
                .set(TOKEN.NAME, token.name())
                .set(TOKEN.PERSON, token.person())
                .set(TOKEN.KIND, Codes.of(token.kind()))
                .set(TOKEN.SCOPES, token.scopes().toArray(String[]::new))
                .set(TOKEN.READ_ONLY, token.readOnly())
                .set(TOKEN.REQUESTS_PER_SECOND, token.requestsPerSecond())
                .set(TOKEN.CREATED_AT, token.created())
                .set(TOKEN.CREATED_BY, by)
                .set(TOKEN.EXPIRES_AT, token.expires())
                .execute();
    }

    Optional<Found> find(byte[] secretHash) {
        return db.select(
                        TOKEN.ID,
                        TOKEN.PERSON,
                        TOKEN.SCOPES,
                        TOKEN.READ_ONLY,
                        TOKEN.REQUESTS_PER_SECOND,
                        TOKEN.EXPIRES_AT,
                        TOKEN.LAST_USED_AT,
                        EPOCH.EPOCH_)
                .from(TOKEN)
                .join(PERSON)
                .on(PERSON.ID.eq(TOKEN.PERSON))
                .crossJoin(EPOCH)
                .where(TOKEN.SECRET_HASH.eq(secretHash))
                .and(TOKEN.REVOKED_AT.isNull())
                .and(PERSON.ACTIVE)
                .and(PERSON.DELETED_AT.isNull())
                .fetchOptional(it -> new Found(
                        it.value1(),
                        it.value2(),
                        List.of(it.value3()),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8()));
    }

    void used(UUID id, Instant at) {
        db.update(TOKEN).set(TOKEN.LAST_USED_AT, at).where(TOKEN.ID.eq(id)).execute();
    }

    /// Newest first, without those that were revoked.
    List<Tokens.Token> of(UUID person) {
        return db.selectFrom(TOKEN)
                .where(TOKEN.PERSON.eq(person))
                .and(TOKEN.REVOKED_AT.isNull())
                .orderBy(TOKEN.CREATED_AT.desc())
                .limit(MANY)
                .fetch(it -> new Tokens.Token(
                        it.getId(),
                        it.getName(),
                        it.getPerson(),
                        Codes.parse(Tokens.Sort.class, it.getKind()),
                        List.of(it.getScopes()),
                        it.getReadOnly(),
                        it.getRequestsPerSecond(),
                        it.getCreatedAt(),
                        it.getExpiresAt(),
                        it.getLastUsedAt()));
    }

    /// Removes tokens that have been of no use since before the instant.
    ///
    /// @return how many; there may be more unless it is zero
    int purge(Instant before) {
        return db.deleteFrom(TOKEN)
                .where(TOKEN.ID.in(DSL.select(TOKEN.ID)
                        .from(TOKEN)
                        .where(TOKEN.EXPIRES_AT.lt(before).or(TOKEN.REVOKED_AT.lt(before)))
                        .limit(MANY)))
                .execute();
    }

    boolean revoke(UUID person, UUID id, Instant at) {
        return db.update(TOKEN)
                        .set(TOKEN.REVOKED_AT, at)
                        .where(TOKEN.ID.eq(id))
                        .and(TOKEN.PERSON.eq(person))
                        .and(TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
