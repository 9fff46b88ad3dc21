package org.mainstay.kernel.blob;

import static org.mainstay.db.kernel.Tables.BLOB;
import static org.mainstay.db.kernel.Tables.BLOB_CHUNK;
import static org.mainstay.db.kernel.Tables.BLOB_CONTENT;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Plan;

/// Blobs in PostgreSQL, in chunks small enough to pass through memory by the hundred.
final class PostgresBlobs implements Blobs {

    static final int CHUNK = 256 * 1024;

    private static final int TOGETHER = 20;

    /// Every column that refers to a blob, asked of the catalogue so that none can be forgotten.
    private static final String REFERRING = """
            select n.nspname, c.relname, a.attname
            from pg_constraint f
            join pg_class c on c.oid = f.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
            where f.contype = 'f' and f.confrelid = 'kernel.blob'::regclass""";

    private final DSLContext dsl;
    private final Clock clock;

    PostgresBlobs(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    @Override
    public Blob put(InputStream content, long limit) throws IOException {
        var id = Plan.newId();
        dsl.insertInto(BLOB_CONTENT)
                .set(BLOB_CONTENT.ID, id)
                .set(BLOB_CONTENT.STARTED_AT, clock.instant())
                .execute();
        boolean kept = false;
        try {
            var blob = fill(id, content, limit);
            kept = name(id, blob);
            return blob;
        } finally {
            if (!kept) {
                dsl.deleteFrom(BLOB_CONTENT).where(BLOB_CONTENT.ID.eq(id)).execute();
            }
        }
    }

    private Blob fill(UUID id, InputStream content, long limit) throws IOException {
        var hash = sha256();
        long size = 0;
        for (int n = 0; ; n++) {
            var chunk = content.readNBytes(CHUNK);
            size += chunk.length;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            if (chunk.length > 0) {
                hash.update(chunk);
                dsl.insertInto(BLOB_CHUNK)
                        .set(BLOB_CHUNK.CONTENT, id)
                        .set(BLOB_CHUNK.N, n)
                        .set(BLOB_CHUNK.DATA, chunk)
                        .execute();
            }
            if (chunk.length < CHUNK) {
                return Blob.of(hash.digest(), size);
            }
        }
    }

    /// @return whether the content is the blob's own, and not one that was already there
    private boolean name(UUID id, Blob blob) {
        var now = clock.instant();
        var content = dsl.insertInto(BLOB)
                .set(BLOB.HASH, blob.digest())
                .set(BLOB.CONTENT, id)
                .set(BLOB.SIZE, blob.size())
                .set(BLOB.CREATED_AT, now)
                .set(BLOB.USED_AT, now)
                .onConflict(BLOB.HASH)
                .doUpdate()
                .set(BLOB.USED_AT, now)
                .returningResult(BLOB.CONTENT)
                .fetchSingle()
                .value1();
        return id.equals(content);
    }

    @Override
    public InputStream open(Blob blob) {
        var content = dsl.select(BLOB.CONTENT)
                .from(BLOB)
                .where(BLOB.HASH.eq(blob.digest()))
                .fetchOptional(BLOB.CONTENT)
                .orElseThrow(() -> new IllegalStateException("no content for a blob that is referred to"));
        return new BlobStream(blob, n -> chunk(content, n));
    }

    private byte[] chunk(UUID content, int n) {
        return dsl.select(BLOB_CHUNK.DATA)
                .from(BLOB_CHUNK)
                .where(BLOB_CHUNK.CONTENT.eq(content), BLOB_CHUNK.N.eq(n))
                .fetchOptional(BLOB_CHUNK.DATA)
                .orElseGet(() -> new byte[0]);
    }

    @Override
    public int sweep(Instant olderThan) {
        // Whoever brings the same content meanwhile waits for the row and finds it gone, or has touched it
        // before it is looked at again under its lock.
        var swept = dsl.deleteFrom(BLOB)
                .where(BLOB.HASH.in(DSL.select(BLOB.HASH)
                        .from(BLOB)
                        .where(BLOB.USED_AT.lt(olderThan))
                        .and(DSL.and(unreferenced()))
                        .limit(TOGETHER)))
                .and(BLOB.USED_AT.lt(olderThan))
                .execute();
        var abandoned = dsl.deleteFrom(BLOB_CONTENT)
                .where(BLOB_CONTENT.ID.in(DSL.select(BLOB_CONTENT.ID)
                        .from(BLOB_CONTENT)
                        .where(BLOB_CONTENT.STARTED_AT.lt(olderThan))
                        .andNotExists(DSL.selectOne().from(BLOB).where(BLOB.CONTENT.eq(BLOB_CONTENT.ID)))
                        .limit(TOGETHER)))
                .execute();
        return Math.max(swept, abandoned);
    }

    private List<Condition> unreferenced() {
        return dsl.fetch(REFERRING).map(PostgresBlobs::unreferencedBy);
    }

    private static Condition unreferencedBy(Record place) {
        var table = DSL.table(DSL.name(place.get(0, String.class), place.get(1, String.class)))
                .as("referring");
        Field<byte[]> column = DSL.field(DSL.name("referring", place.get(2, String.class)), SQLDataType.BLOB);
        return DSL.notExists(DSL.selectOne().from(table).where(column.eq(BLOB.HASH)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
