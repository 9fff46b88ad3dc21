package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A node is killed in the middle of a bulk: the next one goes on, and nothing is done twice.
class BulkResumeTests {

    private static final int MANY = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] ADA = {"Authorization", Client.basic("ada", Cast.PASSWORD)};
    private static final String[] ADA_JSON = {ADA[0], ADA[1], "Content-Type", "application/json"};

    @Test
    void theNextNodeGoesOnWhereTheKilledOneStopped() throws Exception {
        var url = TestDatabase.empty();
        try (var own = new SingleConnectionDataSource(url, TestDatabase.USER, "", true)) {
            var db = DSL.using(own, SQLDialect.POSTGRES);
            try (var first = Node.on(url, "--mainstay.job.heartbeat=500ms").ready()) {
                first.ask("cast");
                begin(db, first.client());
                first.kill();
            }
            assertThat(job(db, "kind = 'bulk' and state = 'running' and position < " + MANY))
                    .isTrue();
            try (var second = Node.on(url, "--mainstay.job.heartbeat=500ms").ready()) {
                await().atMost(PATIENCE).until(() -> job(db, "kind = 'bulk' and state = 'done'"));
                assertThat(job(db, "kind = 'bulk' and changed = " + MANY + " and refused = 0 and runs > 1"))
                        .isTrue();
                everythingIsThereOnce(db);
            }
        }
    }

    private static void begin(DSLContext db, Client client) {
        var rows = IntStream.range(0, MANY)
                .mapToObj(it -> "Printer " + it + "\n")
                .collect(Collectors.joining("", "title\n", ""));
        var path = "/api/v1/incidents/import";
        client.upload(path, "many.csv", rows.getBytes(StandardCharsets.UTF_8), Map.of(), ADA);
        await().atMost(PATIENCE).until(() -> job(db, "kind = 'import' and state = 'done'"));
        var order = "{\"filter\":\"Printer\",\"set\":{\"impact\":\"high\"},\"comment\":{\"text\":\"All of them\"}}";
        assertThat(client.send("POST", "/api/v1/incidents/bulk", order, ADA_JSON)
                        .statusCode())
                .isEqualTo(202);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> job(db, "kind = 'bulk' and position > 0"));
    }

    private static boolean job(DSLContext db, String condition) {
        return db.fetchExists(DSL.selectOne().from("kernel.job").where(condition));
    }

    private static void everythingIsThereOnce(DSLContext db) {
        var said = db.fetchSingle("select count(*), count(distinct record) from conversation.comment");
        assertThat(said.get(0)).isEqualTo((long) MANY);
        assertThat(said.get(1)).isEqualTo((long) MANY);
        var saved = db.fetchSingle("""
                select count(*), count(distinct h.record)
                from kernel.history h join kernel.job j on j.id = h.operation and j.kind = 'bulk'
                where h.kind = 'save'""");
        assertThat(saved.get(0)).isEqualTo((long) MANY);
        assertThat(saved.get(1)).isEqualTo((long) MANY);
    }
}
