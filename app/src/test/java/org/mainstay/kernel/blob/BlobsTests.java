package org.mainstay.kernel.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mainstay.db.kernel.Tables.BLOB_CONTENT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

class BlobsTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int CHUNK = PostgresBlobs.CHUNK;

    private DSLContext dsl;
    private PostgresBlobs blobs;

    @BeforeEach
    void freshDatabase() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.fresh());
        source.setUser(TestDatabase.USER);
        dsl = DSL.using(source, SQLDialect.POSTGRES);
        blobs = at(NOON);
    }

    private PostgresBlobs at(Instant now) {
        return new PostgresBlobs(dsl, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void contentOfAnySizeComesBackAsItWas() throws IOException {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + random.nextInt(CHUNK)}) {
            var content = new byte[size];
            random.nextBytes(content);
            var blob = blobs.put(new ByteArrayInputStream(content), Long.MAX_VALUE);
            assertThat(blob.size()).isEqualTo(size);
            try (var stream = blobs.open(blob)) {
                assertThat(stream.readAllBytes())
                        .as("seed %s, size %s", seed, size)
                        .isEqualTo(content);
            }
        }
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        var content = new byte[CHUNK + 5];
        var one = blobs.put(new ByteArrayInputStream(content), Long.MAX_VALUE);
        var two = blobs.put(new ByteArrayInputStream(content), Long.MAX_VALUE);
        assertThat(two).isEqualTo(one);
        assertThat(count("blob")).isOne();
        assertThat(count("blob_content")).isOne();
        assertThat(count("blob_chunk")).isEqualTo(2);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItFillsTheDisk() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 7;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given += length;
                return length;
            }
        };
        assertThatThrownBy(() -> blobs.put(endless, 2L * CHUNK))
                .isInstanceOfSatisfying(
                        Blobs.TooLarge.class, it -> assertThat(it.limit()).isEqualTo(2L * CHUNK));
        assertThat(endless.given).isLessThanOrEqualTo(3L * CHUNK);
        assertThat(count("blob_content")).isZero();
        assertThat(count("blob_chunk")).isZero();
    }

    @Test
    void theLimitItselfIsAccepted() throws IOException {
        assertThat(blobs.put(new ByteArrayInputStream(new byte[CHUNK]), CHUNK).size())
                .isEqualTo(CHUNK);
        assertThat(blobs.put(new ByteArrayInputStream(new byte[10]), 10).size()).isEqualTo(10);
        assertThatThrownBy(() -> blobs.put(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOf(Blobs.TooLarge.class);
    }

    @Test
    void aBrokenUploadLeavesNothing() {
        var broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > CHUNK + 10) {
                    throw new IOException("gone");
                }
                return 1;
            }
        };
        assertThatThrownBy(() -> blobs.put(broken, Long.MAX_VALUE)).hasMessage("gone");
        assertThat(count("blob_content")).isZero();
    }

    @Test
    void contentThatChangedOnTheDiskIsNotServedWhole() throws IOException {
        var blob = blobs.put(new ByteArrayInputStream(new byte[CHUNK + 5]), Long.MAX_VALUE);
        dsl.execute("update kernel.blob_chunk set data = '\\x0101010101' where n = 1");
        try (var stream = blobs.open(blob)) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
        }
        dsl.execute("delete from kernel.blob_chunk where n = 1");
        try (var stream = blobs.open(blob)) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void sweepingFreesWhatNothingRefersTo() throws IOException {
        var referred = blobs.put(new ByteArrayInputStream(new byte[] {1}), 10);
        blobs.put(new ByteArrayInputStream(new byte[] {2}), 10);
        var again = new byte[] {3};
        blobs.put(new ByteArrayInputStream(again), 10);
        dsl.insertInto(BLOB_CONTENT, BLOB_CONTENT.ID, BLOB_CONTENT.STARTED_AT)
                .values(Plan.newId(), NOON)
                .execute();
        refer(referred);

        var tomorrow = at(NOON.plus(Duration.ofDays(1)));
        tomorrow.put(new ByteArrayInputStream(again), 10);
        tomorrow.put(new ByteArrayInputStream(new byte[] {4}), 10);

        assertThat(tomorrow.sweep(NOON)).isZero();
        assertThat(tomorrow.sweep(NOON.plus(Duration.ofHours(1)))).isPositive();
        assertThat(tomorrow.sweep(NOON.plus(Duration.ofHours(1)))).isZero();
        assertThat(count("blob")).isEqualTo(3);
        assertThat(count("blob_content")).isEqualTo(3);
        assertThat(count("blob_chunk")).isEqualTo(3);
        assertThat(blobs.open(referred).readAllBytes()).containsExactly(1);
    }

    @Test
    void whatSomebodyBringsAgainWhileItIsSweptIsThere() throws Exception {
        var content = new byte[] {5};
        blobs.put(new ByteArrayInputStream(content), 10);
        var tomorrow = at(NOON.plus(Duration.ofDays(2)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var brought = dsl.transactionResult(sweeping -> {
                var sweeper = new PostgresBlobs(sweeping.dsl(), Clock.fixed(NOON, ZoneOffset.UTC));
                assertThat(sweeper.sweep(NOON.plus(Duration.ofDays(1)))).isPositive();
                var bringing = threads.submit(() -> tomorrow.put(new ByteArrayInputStream(content), 10));
                await().until(() -> dsl.fetchExists(DSL.selectOne()
                        .from("pg_stat_activity")
                        .where("datname = current_database() and wait_event_type = 'Lock'")));
                return bringing;
            });
            assertThat(blobs.open(brought.get()).readAllBytes()).isEqualTo(content);
        }
        assertThat(tomorrow.sweep(NOON.plus(Duration.ofDays(1)))).isZero();
    }

    private void refer(Blob blob) {
        dsl.execute("create table kernel.holder (blob bytea references kernel.blob (hash))");
        dsl.execute("insert into kernel.holder values (?)", (Object) blob.digest());
    }

    private int count(String table) {
        return dsl.fetchCount(DSL.table(DSL.name("kernel", table)));
    }
}
