package org.mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.GeneratedLog;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.mainstay.testing.Workload;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Two nodes on one database, of which one is killed while people work through both: nothing that was
/// acknowledged is missing, nothing is there twice, and the other node goes on with the dead one's work.
class TwoNodesTests {

    private static final int AGENTS = 8;
    private static final int IMPORTED = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aKilledNodeLosesNothingAndItsWorkGoesOn() throws Exception {
        var url = TestDatabase.empty();
        var settings = new String[] {Node.COUNTING, "--mainstay.job.heartbeat=500ms"};
        try (var own = new SingleConnectionDataSource(url, TestDatabase.USER, "", true)) {
            var db = DSL.using(own, SQLDialect.POSTGRES);
            // Both begin at once, on an empty database.
            try (var one = Node.on(url, settings);
                    var two = Node.on(url, settings)) {
                assertThat(one.ready().ask("cast")).isEqualTo("14 people");
                two.ready();
                var workload = new Workload(List.of(one.client(), two.client()));
                var survivor = work(db, workload, List.of(one, two));
                everythingAcknowledgedIsThereOnce(db, workload);
                theLogIsThereWhole(db);
                everyHistoryRowWasHeardOnce(db);
                var records = db.fetchSingle("select count(*) from kernel.record where type <> 'machine'");
                assertThat(survivor.ask("replay")).isEqualTo(records.get(0) + " records");
            }
        }
    }

    /// @return the node that was not killed
    private static Node work(DSLContext db, Workload workload, List<Node> nodes) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var agents = IntStream.range(0, AGENTS)
                    .mapToObj(it -> threads.submit(() -> workload.work(it)))
                    .toList();
            try {
                await().atMost(PATIENCE).until(() -> going(agents) && workload.acknowledged() > 50);
                var survivor = killTheOneThatImports(db, nodes);
                var killed = db.fetchSingle("select clock_timestamp()").get(0);
                int before = workload.acknowledged();
                await().atMost(PATIENCE)
                        .until(() -> going(agents)
                                && workload.acknowledged() > before + 50
                                && jobs(db, "state = 'done'")
                                && db.fetch("select distinct name from counting.tick where at > {0}", DSL.val(killed))
                                                .size()
                                        == 3);
                return survivor;
            } finally {
                workload.finish();
                for (Future<?> agent : agents) {
                    agent.get();
                }
            }
        }
    }

    private static boolean going(List<? extends Future<?>> agents) throws Exception {
        for (Future<?> agent : agents) {
            if (agent.isDone()) {
                agent.get();
                return false;
            }
        }
        return true;
    }

    private static void upload(Client client) {
        var path = "/api/v1/incidents/import?profile=incident-log";
        var ada = Client.basic("ada", Cast.PASSWORD);
        var answer = client.upload(path, "log.csv", GeneratedLog.of(IMPORTED), "Authorization", ada);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /// Kills it in the middle of the import and of recurring work: each node has two hands, and the ticks,
    /// which stand still meanwhile, hold three of the four.
    private static Node killTheOneThatImports(DSLContext db, List<Node> nodes) throws Exception {
        db.execute("select pg_advisory_lock({0})", DSL.val(Node.TICKS));
        await().atMost(PATIENCE)
                .until(() -> nodes.stream().allMatch(it -> doing(db, it, "tick_%"))
                        && db.fetchCount(DSL.selectOne()
                                        .from("scheduler.scheduled_tasks")
                                        .where("picked and task_name like 'tick%'"))
                                == 3);
        upload(nodes.getFirst().client());
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> jobs(db, "state = 'running' and position > 0"));
        var victim =
                nodes.stream().filter(it -> doing(db, it, "job")).findFirst().orElseThrow();
        assertThat(doing(db, victim, "tick_%")).isTrue();
        victim.kill();
        db.execute("select pg_advisory_unlock({0})", DSL.val(Node.TICKS));
        assertThat(jobs(db, "state = 'running' and position < " + IMPORTED)).isTrue();
        return nodes.getFirst() == victim ? nodes.getLast() : nodes.getFirst();
    }

    private static boolean doing(DSLContext db, Node node, String task) {
        return db.fetchExists(DSL.selectOne()
                .from("scheduler.scheduled_tasks")
                .where("picked and task_name like {0}", DSL.val(task))
                .and("picked_by like {0}", DSL.val("%:" + node.pid())));
    }

    private static boolean jobs(DSLContext db, String condition) {
        return db.fetchExists(DSL.selectOne().from("kernel.job").where(condition));
    }

    private static void everythingAcknowledgedIsThereOnce(DSLContext db, Workload workload) {
        var reported = workload.created();
        assertThat(reported).extracting(Workload.Fact::number).doesNotHaveDuplicates();
        assertThat(facts(db, "select number, title from incident.incident where title like 'agent %'"))
                .doesNotHaveDuplicates()
                .containsAll(reported)
                .extracting(Workload.Fact::text)
                .doesNotHaveDuplicates();
        // an edit has no key: repeated at the other node after somebody else's, it is made again
        assertThat(facts(db, """
                        select r.number, h.changes -> 'description' ->> 1
                        from kernel.history h join kernel.record r on r.id = h.record
                        where h.changes -> 'description' ->> 1 like 'agent %'""")).containsAll(workload.edits());
        assertThat(facts(db, """
                        select r.number, c.text
                        from conversation.comment c join kernel.record r on r.id = c.record""")).doesNotHaveDuplicates().containsAll(workload.comments());
    }

    private static List<Workload.Fact> facts(DSLContext db, String sql) {
        return db.fetch(sql).map(it -> new Workload.Fact(it.get(0, String.class), it.get(1, String.class)));
    }

    private static void theLogIsThereWhole(DSLContext db) {
        assertThat(jobs(db, "state = 'done' and created = " + IMPORTED + " and refused = 0 and position = " + IMPORTED))
                .isTrue();
        var rows = db.fetchSingle("""
                select count(*), count(distinct i.id)
                from incident.incident i
                join kernel.external_key k on k.record = i.id and k.source = 'incident-log'
                join kernel.history h on h.record = i.id""");
        assertThat(rows.get(0)).isEqualTo(IMPORTED * 5L);
        assertThat(rows.get(1)).isEqualTo((long) IMPORTED);
    }

    private static void everyHistoryRowWasHeardOnce(DSLContext db) {
        await().atMost(PATIENCE)
                .until(() -> db.fetchExists(
                        DSL.selectOne().from("kernel.feed_position").where("""
                        consumer = 'counting'
                        and (xid, seq) = (select xid, seq from kernel.history order by xid desc, seq desc limit 1)""")));
        assertThat(db.fetch("""
                        select record, version, count(*) from counting.heard
                        group by record, version having count(*) > 1""")).isEmpty();
        assertThat(db.fetch("""
                        select record, version from kernel.history
                        except select record, version from counting.heard""")).isEmpty();
    }
}
