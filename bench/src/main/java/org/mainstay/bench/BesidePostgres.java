package org.mainstay.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Moment;
import org.mainstay.cmdb.graph.Organisations;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.graph.View;

/// The graph in memory and a recursive query of PostgreSQL, asked the same about the same relations. Alternatives are
/// left out of both, because the query cannot count them; ended relations are in both and hold in neither.
record BesidePostgres(Product product) {

    private static final long SEED = 43;
    private static final int QUESTIONS = 200;
    private static final int ROUNDS = 3;

    /// A kind of question is over after this, with as many as were asked until then.
    private static final long PATIENCE = 60_000_000_000L;

    private static final View NOW = new View(LayeredGraph.NOW, Organisations.ALL);

    void measure(int items) throws SQLException, IOException {
        var layered = new LayeredGraph(items, GraphBench.SEED);
        var graph = GraphBench.load(layered, false);
        try (var query = product.recursive(Moment.of(LayeredGraph.NOW))) {
            query.load(layered);
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d items beside a recursive query, alternatives left out of both%n"
                            + "| question | asked | reached: median, p99, most | graph ms: median | p99"
                            + " | query ms: median | p99 | same sets |%n|---|---|---|---|---|---|---|---|%n",
                    items);
            for (var direction : Direction.values()) {
                for (int depth : new int[] {3, ServiceGraph.UNBOUNDED}) {
                    ask(graph, query, direction, depth, items);
                }
            }
        }
    }

    private static void ask(ServiceGraph graph, RecursiveQuery query, Direction direction, int depth, int items)
            throws SQLException {
        var about = new SplittableRandom(SEED).ints(QUESTIONS, 1, items + 1).toArray();
        var walks = new long[QUESTIONS];
        var queries = new long[QUESTIONS];
        var reached = new int[QUESTIONS];
        Arrays.fill(walks, Long.MAX_VALUE);
        int asked = 0;
        int same = 0;
        long end = System.nanoTime() + PATIENCE;
        try (var counting = query.counting(direction, depth);
                var listing = query.listing(direction, depth)) {
            while (asked < QUESTIONS && System.nanoTime() < end) {
                int item = about[asked];
                long fastest = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    long before = System.nanoTime();
                    reached[asked] = counting.count(item);
                    fastest = Math.min(fastest, System.nanoTime() - before);
                }
                queries[asked] = fastest;
                same += same(graph, listing, item, direction, depth, reached[asked]) ? 1 : 0;
                asked++;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < asked; i++) {
                long before = System.nanoTime();
                graph.impact(about[i], direction, depth, GraphBench.LIMIT, NOW);
                walks[i] = Math.min(walks[i], System.nanoTime() - before);
            }
        }
        say(GraphBench.words(direction, depth), asked, reached, walks, queries, same);
    }

    /// Item by item as far as the graph lists them, beyond that their count.
    private static boolean same(
            ServiceGraph graph, RecursiveQuery.Question listing, int item, Direction direction, int depth, int reached)
            throws SQLException {
        var impact = graph.impact(item, direction, depth, ServiceGraph.LARGEST_LIMIT, NOW)
                .orElseThrow();
        if (impact.truncated()) {
            return impact.reached() == reached;
        }
        var listed = impact.items().stream().mapToInt(it -> it.item()).sorted().toArray();
        return Arrays.equals(listed, listing.items(item));
    }

    private static void say(String words, int asked, int[] reached, long[] walks, long[] queries, int same) {
        var sizes = Arrays.copyOf(reached, asked);
        var memory = Arrays.copyOf(walks, asked);
        var database = Arrays.copyOf(queries, asked);
        Arrays.sort(sizes);
        Arrays.sort(memory);
        Arrays.sort(database);
        int median = (asked - 1) / 2;
        int p99 = (asked * 99 + 99) / 100 - 1;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %,d, %,d, %,d | %.3f | %.3f | %.2f | %.1f | %d of %d |%n",
                words,
                asked,
                sizes[median],
                sizes[p99],
                sizes[asked - 1],
                memory[median] / 1e6,
                memory[p99] / 1e6,
                database[median] / 1e6,
                database[p99] / 1e6,
                same,
                asked);
    }
}
