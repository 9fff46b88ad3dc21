package org.mainstay.kernel.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.GeneratedLog;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.mainstay.testing.Workload;
import org.mainstay.transfer.Loader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// One installation through its life: killed in the middle of an import on its embedded PostgreSQL, started
/// again, backed up while people work, and moved to another PostgreSQL, where everything goes on.
@MainstayTest
@TestMethodOrder(OrderAnnotation.class)
class InstallationLifeTests {

    private static final int IMPORTED = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String IMPORT = "/api/v1/incidents/import?profile=incident-log";

    @TempDir
    static Path folder;

    private static Node node;

    @Autowired
    Loader loader;

    @Autowired
    Cast cast;

    @Autowired
    DSLContext here;

    @AfterAll
    static void stop() throws Exception {
        if (node != null) {
            node.close();
        }
        assertThat(running()).as("no PostgreSQL is left behind").isFalse();
    }

    @Test
    @Order(1)
    void anImportThatWasKilledEndsLikeOneThatWasNot() throws Exception {
        node = start();
        assertThat(node.ready().ask("cast")).isEqualTo("14 people");
        var answer = node.client().upload(IMPORT, "log.csv", GeneratedLog.of(IMPORTED), "Authorization", basic("ada"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        try (var own = embedded()) {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> job(db(own), "state = 'running' and position > 0"));
            node.kill();
            assertThat(running()).isTrue();
            assertThat(job(db(own), "state = 'running' and position < " + IMPORTED))
                    .isTrue();
        }
        node = start().ready();
        try (var own = embedded()) {
            await().atMost(PATIENCE).until(() -> job(db(own), "state = 'done'"));
            assertThat(job(db(own), "created = " + IMPORTED + " and position = " + IMPORTED + " and refused = 0"))
                    .isTrue();
            assertThat(imported(db(own))).isEqualTo(uninterrupted());
        }
        assertThat(node.ask("replay")).endsWith(" records");
    }

    private List<String> uninterrupted() throws Exception {
        var job = loader.job(
                loader.load(cast.ada(), "incidents", GeneratedLog.of(IMPORTED), Map.of("profile", "incident-log")));
        assertThat(job.counts()).isEqualTo(new Job.Counts(IMPORTED, 0, 0, 0));
        return imported(here);
    }

    /// What an import has made, without ids and numbers, which are another installation's own.
    private static List<String> imported(DSLContext db) {
        return db.fetch("""
                        select k.key, i.title, i.state, i.priority, i.priority_reason, i.resolution_code, i.opened_at,
                            i.resolved_at, i.closed_at, i.reassignment_count, i.custom, i.version, c.label, p.label, g.label,
                            h.version, h.kind, h.at, b.label, h.cause_name, h.imported,
                            h.changes - array['caller', 'opened_by', 'category', 'location', 'group', 'assignee',
                                'resolved_by', 'organisation']
                        from kernel.external_key k
                        join incident.incident i on i.id = k.record
                        join kernel.history h on h.record = k.record
                        left join kernel.record c on c.id = i.category
                        left join kernel.record p on p.id = i.caller
                        left join kernel.record g on g.id = i."group"
                        left join kernel.record b on b.id = h.by
                        where k.source = 'incident-log' and k.key like 'GEN%'
                        order by k.key, h.version""").map(Object::toString);
    }

    @Test
    @Order(2)
    void aSecondStartOnTheSameDirectorySaysWhyNotInOneSentence() throws Exception {
        try (var second = start()) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(Files.readAllLines(second.log()))
                    .singleElement()
                    .asString()
                    .startsWith("Another Mainstay is running on the data directory " + data())
                    .endsWith("--mainstay.data=DIRECTORY.");
        }
        assertThat(node.client().get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void movedToAnotherPostgresEverythingGoesOn() throws Exception {
        var sam = basic("sam");
        var client = node.client();
        var workload = new Workload(List.of(client));
        var backup = folder.resolve("backups").resolve("one");
        var number = client.send(
                        "POST",
                        "/api/v1/incidents",
                        "{\"title\":\"Moved\"}",
                        "Authorization",
                        sam,
                        "Content-Type",
                        "application/json")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(client.upload(number + "/attachments", "a.txt", "kept content", "Authorization", sam)
                        .statusCode())
                .isEqualTo(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var agents = IntStream.range(0, 4)
                    .mapToObj(it -> threads.submit(() -> workload.work(it)))
                    .toList();
            await().atMost(PATIENCE).until(() -> workload.acknowledged() > 20);
            assertThat(node.ask("backup " + backup)).isEqualTo("0");
            workload.finish();
            for (var agent : agents) {
                agent.get();
            }
        }
        assertThat(node.ask("backup " + backup)).isEqualTo("2");
        node.close();
        assertThat(running()).isFalse();

        var url = TestDatabase.fresh();
        var source = new DriverManagerDataSource(url, TestDatabase.USER, "");
        Node.makeCountingTables(DSL.using(source, SQLDialect.POSTGRES));
        var restore = new Restore(
                DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES),
                new Transactions(new DataSourceTransactionManager(source)));
        assertThat(restore.read(backup)).isEmpty();
        assertThat(restore.read(backup)).containsExactly("The database is not empty; a restore fills an empty one.");

        node = Node.on(url, Node.COUNTING).ready();
        assertThat(node.ask("replay")).endsWith(" records");
        goesOn(node.client(), sam, number, DSL.using(source, SQLDialect.POSTGRES));
    }

    private static void goesOn(Client client, String sam, String number, DSLContext db) {
        assertThat(client.signIn("sam", Cast.PASSWORD)).isNotEmpty();
        var attachments =
                client.get(number + "/attachments", "Authorization", sam).body();
        var id = attachments.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(client.get(number + "/attachments/" + id + "/content", "Authorization", sam)
                        .body())
                .isEqualTo("kept content");
        var highest =
                db.fetchSingle("select max(number) from incident.incident").get(0, String.class);
        var created = client.send(
                "POST",
                "/api/v1/incidents",
                "{\"title\":\"After the move\"}",
                "Authorization",
                sam,
                "Content-Type",
                "application/json");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body().replaceAll(".*\"number\":\"(INC[0-9]+)\".*", "$1"))
                .isGreaterThan(highest);
        await().atMost(PATIENCE)
                .until(() -> db.fetchExists(
                        DSL.selectOne().from("kernel.feed_position").where("""
                        consumer = 'counting'
                        and (xid, seq) = (select xid, seq from kernel.history order by xid desc, seq desc limit 1)""")));
        assertThat(db.fetch("""
                        select record, version from counting.heard
                        group by record, version having count(*) > 1""")).isEmpty();
        assertThat(db.fetch("""
                        select record, version from kernel.history
                        except select record, version from counting.heard""")).isEmpty();
    }

    private static Node start() {
        return Node.start("--mainstay.data=" + data(), Node.COUNTING, "--mainstay.job.heartbeat=500ms");
    }

    /// A connection to the PostgreSQL that the node has started.
    private static SingleConnectionDataSource embedded() throws IOException, SQLException {
        var port = Files.readAllLines(data().resolve("database").resolve("postmaster.pid"))
                .get(3);
        var password = Files.readString(data().resolve("database.password")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + port.strip() + "/mainstay";
        return new SingleConnectionDataSource(DriverManager.getConnection(url, "mainstay", password), true);
    }

    private static DSLContext db(SingleConnectionDataSource own) {
        return DSL.using(own, SQLDialect.POSTGRES);
    }

    private static boolean job(DSLContext db, String condition) {
        return db.fetchExists(DSL.selectOne().from("kernel.job").where(condition));
    }

    private static String basic(String who) {
        return Client.basic(who, Cast.PASSWORD);
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static boolean running() {
        try (var own = embedded()) {
            return db(own).fetchExists(DSL.selectOne());
        } catch (IOException | SQLException gone) {
            return false;
        }
    }
}
