package org.mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.mainstay.testing.Wire;

/// A node whose database is cut off, away, or has no time for it: nobody is told what is not so, and it
/// goes on by itself.
class UnsteadyDatabaseTests {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static String url;
    private static Wire wire;
    private static Node node;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        url = TestDatabase.fresh();
        wire = new Wire(url);
        node = Node.on(
                wire.url(),
                Node.COUNTING,
                "--spring.datasource.hikari.maximum-pool-size=6",
                "--spring.datasource.hikari.connection-timeout=1000",
                "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=4s");
        assertThat(node.ready().ask("cast")).isEqualTo("14 people");
        client = node.client();
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        wire.close();
    }

    private static HttpResponse<String> report(String title, String key) {
        return client.send(
                "POST",
                INCIDENTS,
                "{\"title\":\"" + title + "\"}",
                "Authorization",
                Client.basic("sam", Cast.PASSWORD),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static HttpResponse<String> list() {
        return client.get(INCIDENTS, "Authorization", Client.basic("sam", Cast.PASSWORD));
    }

    @Test
    void aCommitThatWasNotConfirmedIsNeverCalledASuccessAndItsKeyTellsWhatBecameOfIt() throws Exception {
        assertThat(list().statusCode()).isEqualTo(200);
        wire.cutTheCommitOf("cut at the commit");
        var unknown = report("cut at the commit", "a-key");
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(503);
        assertThat(unknown.body()).contains("outcome-unknown", "a-key");
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        var asked = new ArrayList<HttpResponse<String>>();
        await().atMost(PATIENCE).until(() -> {
            asked.add(report("cut at the commit", "a-key"));
            return asked.getLast().statusCode() != 409;
        });
        assertThat(asked.getLast().statusCode()).as(asked.getLast().body()).isEqualTo(201);
        assertThat(count("select count(*) from incident.incident where title = 'cut at the commit'"))
                .isEqualTo(1);
    }

    @Test
    void aConnectionThatBreaksBeforeTheCommitIsAskedToTryAgainAndNothingIsWritten() throws Exception {
        assertThat(list().statusCode()).isEqualTo(200);
        wire.cutTheStatementOf("cut in the middle");
        var broken = report("cut in the middle", "another-key");
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(503);
        assertThat(broken.body()).contains("busy");
        assertThat(broken.headers().firstValue("Retry-After")).isPresent();
        assertThat(count("select count(*) from incident.incident where title = 'cut in the middle'"))
                .isZero();
        assertThat(report("cut in the middle", "another-key").statusCode()).isEqualTo(201);
        wire.cutTheStatementOf("cut without a key");
        var keyless = client.send(
                "POST",
                INCIDENTS,
                "{\"title\":\"cut without a key\"}",
                "Authorization",
                Client.basic("sam", Cast.PASSWORD),
                "Content-Type",
                "application/json");
        assertThat(keyless.statusCode()).as(keyless.body()).isEqualTo(503);
    }

    @Test
    void whenTheDatabaseComesBackEverythingGoesOnByItself() throws Exception {
        assertThat(report("before", "before").statusCode()).isEqualTo(201);
        wire.goDown();
        var away = report("meanwhile", "meanwhile");
        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(list().statusCode()).isEqualTo(503);
        var ticks = count("select count(*) from counting.tick");
        wire.comeBack();
        await().atMost(PATIENCE).until(() -> report("meanwhile", "meanwhile").statusCode() == 201);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from counting.heard join incident.incident on id = record"
                                + " where title = 'meanwhile'")
                        == 1);
        await().atMost(PATIENCE).until(() -> count("select count(*) from counting.tick") > ticks + 5);
        assertThat(count("select count(*) from incident.incident where title = 'meanwhile'"))
                .isEqualTo(1);
    }

    @Test
    void aStuckTransactionStopsNeitherOthersNorForever() throws Exception {
        assertThat(list().statusCode()).isEqualTo(200);
        try (var connection = DriverManager.getConnection(url, TestDatabase.USER, "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table incident.incident in access exclusive mode");
            }
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(UnsteadyDatabaseTests::list));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(503);
                assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
            }
            connection.rollback();
        }
        await().atMost(PATIENCE).until(() -> list().statusCode() == 200);
    }

    private static long count(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url, TestDatabase.USER, "")) {
            return db(connection).fetchSingle(sql).get(0, Long.class);
        }
    }

    private static DSLContext db(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES);
    }
}
