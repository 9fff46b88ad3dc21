package org.mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.GraphLoading;
import org.mainstay.cmdb.graph.Organisations;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.graph.View;

/// `./mainstay bench graph [10000,100000,1000000] [100000]`: loads a layered graph of each size and times single
/// questions, each about another item; then the same beside a recursive query of PostgreSQL; last it makes so many
/// items, and five times as many relations, by the API.
final class GraphBench {

    static final long SEED = 42;
    private static final int QUESTIONS = 2_000;
    private static final int ROUNDS = 8;
    static final int LIMIT = 1_000;
    private static final View NOW = new View(LayeredGraph.NOW, Organisations.ALL);
    private static final View LAST_MONTH = new View(LayeredGraph.NOW.minus(Duration.ofDays(30)), Organisations.ALL);

    private GraphBench() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var sizes = (arguments.length > 1 ? arguments[1] : "10000,100000,1000000").split(",");
        for (var size : sizes) {
            measure(Integer.parseInt(size));
        }
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        var data = target.resolve("bench-graph");
        Bench.wipe(data);
        try (var product = Product.start(data)) {
            product.settle();
            new Creating(product, target).run(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000);
            product.settle();
            for (var size : sizes) {
                new BesidePostgres(product).measure(Integer.parseInt(size));
            }
        }
        Bench.wipe(data);
    }

    private static void measure(int items) {
        var layered = new LayeredGraph(items, SEED);
        long generating = time(() -> {
            drain(layered.items());
            drain(layered.relations());
        });
        long empty = heap();
        var loaded = new ServiceGraph[1];
        long loading = time(() -> loaded[0] = load(layered, true));
        var graph = loaded[0];
        say(
                "%n%,d items, %,d relations: loaded in %.1f s, of which %.1f s to make them up; %d MB%n",
                graph.items(), graph.relations(), loading / 1e9, generating / 1e9, (heap() - empty) >> 20);
        say("| question | reached: median, p99, most | ms: median | p99 | most |%n|---|---|---|---|---|%n");
        var any = new SplittableRandom(SEED).ints(QUESTIONS, 1, items + 1).toArray();
        for (var direction : Direction.values()) {
            for (int depth : new int[] {3, ServiceGraph.UNBOUNDED}) {
                ask(words(direction, depth), any, it -> impact(graph, it, direction, depth, NOW));
            }
            ask(
                    words(direction, ServiceGraph.UNBOUNDED) + ", a month ago",
                    any,
                    it -> impact(graph, it, direction, ServiceGraph.UNBOUNDED, LAST_MONTH));
        }
        ask(
                "neighbours to depth 2, up to 500",
                any,
                it -> graph.neighbours(it, 2, 500, NOW).orElseThrow().items().size());
        ask(
                "path to some other",
                any,
                it -> graph.path(it, 1 + it * 7 % items, null, NOW)
                        .map(path -> path.relations().size())
                        .orElse(0));
        var services = layered.layer(LayeredGraph.SERVICE);
        ask(
                "single points of a service",
                Arrays.copyOf(services, Math.min(QUESTIONS, services.length)),
                it -> graph.singlePoints(it, LIMIT, NOW).orElseThrow().count());
    }

    /// @param alternatives whether relations that stand in for each other do so
    static ServiceGraph load(LayeredGraph layered, boolean alternatives) {
        var loading = new GraphLoading(LayeredGraph.NOW);
        for (int type = LayeredGraph.DEPENDS_ON; type <= LayeredGraph.DOCUMENTS; type++) {
            loading.travels(type, LayeredGraph.failure(type));
        }
        layered.relations().forEachRemaining(it -> loading.add(alternatives ? it : alone(it)));
        layered.items().forEachRemaining(loading::add);
        return loading.finish();
    }

    private static Relation alone(Relation it) {
        return new Relation(it.number(), it.type(), it.from(), it.to(), it.validFrom(), it.validTo(), 0, 0);
    }

    static String words(Direction direction, int depth) {
        return direction.name().toLowerCase(Locale.ROOT)
                + (depth == ServiceGraph.UNBOUNDED ? ", any depth" : " to depth " + depth);
    }

    private static int impact(ServiceGraph graph, int item, Direction direction, int depth, View view) {
        return graph.impact(item, direction, depth, LIMIT, view)
                .map(it -> it.reached())
                .orElse(0);
    }

    /// Of each question the fastest of several rounds counts: other work on the machine delays some at random. Between
    /// two rounds the caches have seen all other questions.
    private static void ask(String words, int[] items, IntUnaryOperator question) {
        var reached = new int[items.length];
        var nanos = new long[items.length];
        Arrays.fill(nanos, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < items.length; i++) {
                long before = System.nanoTime();
                reached[i] = question.applyAsInt(items[i]);
                nanos[i] = Math.min(nanos[i], System.nanoTime() - before);
            }
        }
        Arrays.sort(reached);
        Arrays.sort(nanos);
        int median = (items.length - 1) / 2;
        int p99 = (items.length * 99 + 99) / 100 - 1;
        say(
                "| %s | %,d, %,d, %,d | %.3f | %.3f | %.1f |%n",
                words,
                reached[median],
                reached[p99],
                reached[items.length - 1],
                nanos[median] / 1e6,
                nanos[p99] / 1e6,
                nanos[items.length - 1] / 1e6);
    }

    private static long time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private static void drain(Iterator<?> all) {
        while (all.hasNext()) {
            all.next();
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
