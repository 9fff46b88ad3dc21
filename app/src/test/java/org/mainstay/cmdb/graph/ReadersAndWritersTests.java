package org.mainstay.cmdb.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Readers ask while a writer changes: every answer must be of a state between two changes.
class ReadersAndWritersTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());
    private static final int READERS = 3;
    private static final View ALL = new View(Facts.instant(4), Organisations.ALL);

    @Test
    void nobodySeesHalfAChange() throws ExecutionException, InterruptedException {
        var graph = new ServiceGraph(Facts.instant(0));
        graph.travels(0, Failure.UP);
        for (int number = 1; number <= 60; number++) {
            graph.put(new Item(number, 1, 1, 0, Moment.OPEN));
        }
        var allowed = new HashSet<String>();
        for (boolean chain : new boolean[] {false, true}) {
            graph.change(() -> arrange(graph, chain));
            allowed.add(answer(graph, 1));
        }
        var seen = whileAsking(graph, 1, () -> {
            for (int i = 0; i < 3_000; i++) {
                boolean chain = i % 2 == 0;
                graph.change(() -> arrange(graph, chain));
                graph.put(new Item(1_000 + 7 * i, 1, 1, 0, Moment.OPEN));
            }
        });
        assertThat(seen).containsAll(allowed).hasSameSizeAs(allowed);
    }

    /// Each depends on the one before, or all on the first.
    private static void arrange(ServiceGraph graph, boolean chain) {
        for (int number = 2; number <= 60; number++) {
            graph.put(new Relation(number, 0, number, chain ? number - 1 : 1, 0, Moment.OPEN));
        }
    }

    @Test
    void everyAnswerIsOfSomeState() throws ExecutionException, InterruptedException {
        for (int run = 0; run < 20; run++) {
            long seed = SEED + run;
            var random = new Random(seed);
            var facts = Facts.random(random);
            var steps = steps(facts, random);
            int item = random.nextInt(1, 6);
            var twin = facts.loaded(random);
            var allowed = new HashSet<>(Set.of(answer(twin, item)));
            for (int round = 0; round < 2; round++) {
                for (var step : steps) {
                    step.accept(twin);
                    allowed.add(answer(twin, item));
                }
            }
            var graph = facts.loaded(random);
            var seen = whileAsking(graph, item, () -> {
                for (int round = 0; round < 100; round++) {
                    steps.forEach(step -> step.accept(graph));
                }
            });
            assertThat(allowed)
                    .as("-Dmainstay.seed=%s, item %s of %s", seed, item, facts)
                    .containsAll(seen);
        }
    }

    private static List<Consumer<ServiceGraph>> steps(Facts facts, Random random) {
        var steps = new ArrayList<Consumer<ServiceGraph>>();
        for (var change : facts.changes(random)) {
            long seed = random.nextLong();
            steps.add(graph -> change.wrong(new Random(seed), graph::put, graph::put));
            if (random.nextInt(3) == 0) {
                steps.add(change::forget);
            }
            steps.add(graph -> change.tell(graph::put, graph::put));
        }
        return steps;
    }

    private static Set<String> whileAsking(ServiceGraph graph, int item, Runnable writing)
            throws ExecutionException, InterruptedException {
        var seen = ConcurrentHashMap.<String>newKeySet();
        var done = new AtomicBoolean();
        Callable<Void> asking = () -> {
            while (!done.get()) {
                seen.add(answer(graph, item));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            var readers = new ArrayList<Future<Void>>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(asking));
            }
            try {
                writing.run();
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                reader.get();
            }
        }
        return seen;
    }

    private static String answer(ServiceGraph graph, int item) {
        return Answers.of(graph.impact(item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, 100, ALL));
    }
}
