package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainstay.flow.Author.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Two nodes on one database run two hundred flows, and one after the other is killed and started again at any moment:
/// every flow comes to its end, every task was made once, and what another system was asked for was done once.
class KilledFlowsTests {

    private static final int FLOWS = 200;
    private static final int KILLS = 3;
    private static final int FEW = 5;
    private static final int MANY = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void everyFlowEndsAndNothingHappensTwice() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var url = TestDatabase.empty();
        var settings = new String[] {"--mainstay.outbound.allow=127.0.0.1", "--mainstay.rate.per-second=0"};
        try (var other = new OtherSystem();
                var own = new SingleConnectionDataSource(url, TestDatabase.USER, "", true)) {
            var db = DSL.using(own, SQLDialect.POSTGRES);
            var nodes = new ArrayList<Node>();
            try {
                nodes.add(Node.on(url, settings));
                assertThat(nodes.getFirst().ready().ask("cast")).isEqualTo("14 people");
                nodes.add(Node.on(url, settings));
                var item = offered(new Api(nodes.getFirst().port(), "ada"), other);
                order(nodes, item);
                for (int i = 0; i < KILLS; i++) {
                    int reached = steps(db) + random.nextInt(FLOWS / 2);
                    await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> {
                        if (steps(db) < reached) {
                            complete(nodes, db, FEW);
                        }
                        return steps(db) >= reached || open(db) == 0;
                    });
                    int victim = random.nextInt(nodes.size());
                    nodes.get(victim).kill();
                    nodes.set(victim, Node.on(url, settings));
                    complete(nodes, db, MANY);
                }
                await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> {
                    complete(nodes, db, MANY);
                    return open(db) == 0;
                });
                everythingHappenedOnce(db, other);
            } finally {
                for (var node : nodes) {
                    node.kill();
                }
            }
        }
    }

    /// First another system is asked, then somebody does something, then it is asked again.
    private static String offered(Api ada, OtherSystem other) {
        var author = new Author(ada, new Shop(ada), "killed");
        var flow = author.published(
                "flow",
                step(
                        "before",
                        StepKind.REST_CALL,
                        "method",
                        "POST",
                        "url",
                        other.url() + "/before/{{number}}",
                        "body",
                        "{}"),
                step("work", StepKind.TASK),
                step("say", StepKind.SEND_MESSAGE, "text", "Nearly there: {{number}}"),
                step(
                        "after",
                        StepKind.REST_CALL,
                        "method",
                        "POST",
                        "url",
                        other.url() + "/after/{{number}}",
                        "body",
                        "{}"));
        return author.item(flow);
    }

    private static void order(List<Node> nodes, String item) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var orders = IntStream.range(0, FLOWS)
                    .mapToObj(
                            it -> threads.submit(() -> new Api(nodes.getFirst().port(), "max")
                                    .post("/catalog-items/" + item + "/order", "{}")
                                    .is(201)))
                    .toList();
            for (var order : orders) {
                order.get();
            }
        }
    }

    /// Ends some of the tasks that are open, at whichever node is up.
    private static void complete(List<Node> nodes, DSLContext db, int most) {
        for (var number : db.fetch("select number from request.task where state = 'open' limit {0}", DSL.val(most))
                .getValues(0, String.class)) {
            var ada = new Api(nodes.getLast().ready().port(), "ada");
            ada.post("/tasks/" + number + "/complete", "{}");
        }
    }

    private static int steps(DSLContext db) {
        return db.fetchSingle("select count(*)::int from flow.step").get(0, Integer.class);
    }

    private static int open(DSLContext db) {
        return db.fetchSingle("select count(*)::int from flow.run where state not in ('ended', 'cancelled')")
                .get(0, Integer.class);
    }

    private static void everythingHappenedOnce(DSLContext db, OtherSystem other) {
        assertThat(db.fetch("select state, count(*)::int from flow.run group by state")
                        .intoMap(0, 1))
                .isEqualTo(java.util.Map.of("ended", FLOWS));
        assertThat(db.fetch("select element, count(*)::int from flow.step where state = 'done' group by element")
                        .intoMap(0, 1))
                .isEqualTo(java.util.Map.of("before", FLOWS, "work", FLOWS, "say", FLOWS, "after", FLOWS));
        assertThat(db.fetch("select request_item from request.task group by request_item having count(*) <> 1"))
                .isEmpty();
        assertThat(db.fetchSingle("select count(*)::int from request.task").get(0))
                .isEqualTo(FLOWS);
        assertThat(db.fetchSingle("select count(*)::int from request.request_item where state = 'fulfilled'")
                        .get(0))
                .isEqualTo(FLOWS);
        assertThat(db.fetchSingle("select count(*)::int from conversation.comment where text like 'Nearly there%'")
                        .get(0))
                .isEqualTo(FLOWS);
        assertThat(other.done().values()).hasSize(2 * FLOWS).doesNotHaveDuplicates();
        assertThat(db.fetchSingle("select count(*)::int from flow.signal").get(0))
                .isEqualTo(0);
        assertThat(db.fetchSingle("select count(*)::int from flowable.act_ru_execution")
                        .get(0))
                .isEqualTo(0);
        System.out.println(
                "asked " + other.asked() + " times for " + other.done().size() + " things");
    }
}
