package org.mainstay.rest;

import static org.mainstay.db.rest.Tables.IDEMPOTENCY;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// The kept answers.
final class IdempotencyQueries {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    IdempotencyQueries(DSLContext db) {
        this.db = db;
    }

    record Kept(byte[] hash, ResponseEntity<byte[]> answer) {}

    /// Takes the key for the surrounding transaction. A call that holds it now is waited for only so long
    /// as its statement lock allows; whoever comes too early finds nothing kept.
    boolean claim(UUID principal, String key, byte[] hash) {
        var locked = db.fetchSingle(
                        "select pg_try_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(principal + key))
                .get(0, Boolean.class);
        if (!locked) {
            return false;
        }
        db.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.PRINCIPAL.eq(principal))
                .and(IDEMPOTENCY.KEY.eq(key))
                .and("created_at < now() - interval '24 hours'")
                .execute();
        return db.insertInto(IDEMPOTENCY, IDEMPOTENCY.PRINCIPAL, IDEMPOTENCY.KEY, IDEMPOTENCY.REQUEST_HASH)
                        .values(principal, key, hash)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void keep(UUID principal, String key, ResponseEntity<byte[]> answer) {
        var headers = new LinkedHashMap<String, String>();
        answer.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        db.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, answer.getStatusCode().value())
                .set(IDEMPOTENCY.HEADERS, JSONB.valueOf(MAPPER.writeValueAsString(headers)))
                .set(IDEMPOTENCY.BODY, answer.getBody())
                .where(IDEMPOTENCY.PRINCIPAL.eq(principal))
                .and(IDEMPOTENCY.KEY.eq(key))
                .execute();
    }

    void forget(UUID principal, String key) {
        db.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.PRINCIPAL.eq(principal))
                .and(IDEMPOTENCY.KEY.eq(key))
                .execute();
    }

    /// @return how many outdated answers it removed; there may be more unless it is zero
    int purge() {
        return db.execute("""
                delete from rest.idempotency
                where (principal, key) in (
                    select principal, key from rest.idempotency
                    where created_at < now() - interval '24 hours' limit 1000)""");
    }

    /// Empty while the first call runs.
    Optional<Kept> kept(UUID principal, String key) {
        return db.selectFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.PRINCIPAL.eq(principal))
                .and(IDEMPOTENCY.KEY.eq(key))
                .and(IDEMPOTENCY.STATUS.isNotNull())
                .fetchOptional(row -> {
                    var headers = new HttpHeaders();
                    MAPPER.readTree(row.getHeaders().data())
                            .forEachEntry((name, value) -> headers.add(name, value.stringValue()));
                    var answer = ResponseEntity.status(row.getStatus()).headers(headers);
                    return new Kept(row.getRequestHash(), answer.body(row.getBody()));
                });
    }
}
