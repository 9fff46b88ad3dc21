package org.mainstay.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.mainstay.cmdb.graph.Failure;
import org.mainstay.cmdb.graph.Item;
import org.mainstay.cmdb.graph.Moment;
import org.mainstay.cmdb.graph.Relation;

/// What a large company might run, about five relations an item, the same for the same seed: business services stand on
/// applications, these on instances, components, databases and servers, virtual machines, hosts and the network. It
/// comes in landscapes of a hundred to some thousand items, whose sizes and degrees are power laws; a few relations
/// lead from one to another, and all share the platforms of the first. Some items have alternatives, some calls go in
/// circles, some relations have ended. Numbers say nothing about neighbourhood.
final class LayeredGraph {

    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static final int DEPENDS_ON = 1;
    static final int RUNS_ON = 2;
    static final int CONTAINS = 3;
    static final int DOCUMENTS = 4;

    static final int SERVICE = 0;
    private static final int APPLICATION = 1;
    private static final int INSTANCE = 2;
    private static final int COMPONENT = 3;
    private static final int DATABASE = 4;
    private static final int SERVER = 5;
    private static final int MACHINE = 6;
    private static final int HOST = 7;
    private static final int NETWORK = 8;

    /// Of a hundred items so many are in the layers up to each.
    private static final int[] UP_TO = {0, 1, 4, 10, 35, 43, 70, 90, 97, 100};

    private static final int LEAST = 100;
    private static final int MOST = 2_000;
    private static final int ORGANISATIONS = 20;

    private final long seed;
    private final int[] numbers;

    /// Where each landscape begins, and behind the last where it ends.
    private final int[] landscapes;

    LayeredGraph(int items, long seed) {
        this.seed = seed;
        var random = new SplittableRandom(seed);
        var starts = IntStream.builder();
        int start = 0;
        while (start <= items - 2 * LEAST) {
            starts.add(start);
            double size = start == 0 ? LEAST : LEAST / Math.pow(1 - random.nextDouble(), 1 / 1.3);
            start += (int) Math.min(size, MOST);
        }
        landscapes = starts.add(items).build().toArray();
        numbers = IntStream.rangeClosed(1, items).toArray();
        for (int i = items - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }
    }

    static Failure failure(int type) {
        return switch (type) {
            case DEPENDS_ON, RUNS_ON -> Failure.UP;
            case CONTAINS -> Failure.DOWN;
            default -> Failure.NONE;
        };
    }

    Iterator<Item> items() {
        return IntStream.range(0, numbers.length).mapToObj(this::item).iterator();
    }

    /// Numbered in the order in which they come.
    Iterator<Relation> relations() {
        var number = new AtomicInteger();
        return IntStream.range(0, numbers.length)
                .mapToObj(it -> new Node(it, number).relations())
                .flatMap(List::stream)
                .iterator();
    }

    /// Numbers of the items of a layer, in an order that says nothing.
    int[] layer(int layer) {
        return IntStream.range(0, numbers.length)
                .filter(it -> layerOf(it) == layer)
                .map(it -> numbers[it])
                .sorted()
                .toArray();
    }

    private Item item(int index) {
        var random = new SplittableRandom(seed ^ (31L * index));
        int landscape = landscapeOf(index);
        return new Item(numbers[index], layerOf(index), landscape % ORGANISATIONS, began(random), Moment.OPEN);
    }

    private static long began(SplittableRandom random) {
        return Moment.of(NOW.minus(Duration.ofSeconds(random.nextInt(60, 60_000_000))));
    }

    private int landscapeOf(int index) {
        int found = Arrays.binarySearch(landscapes, index);
        return found >= 0 ? found : -found - 2;
    }

    private int layerOf(int index) {
        int landscape = landscapeOf(index);
        int layer = SERVICE;
        while (index >= from(landscape, layer + 1)) {
            layer++;
        }
        return layer;
    }

    /// The first item of a layer of a landscape.
    private int from(int landscape, int layer) {
        long size = landscapes[landscape + 1] - landscapes[landscape];
        return landscapes[landscape] + (int) (size * UP_TO[layer] / 100);
    }

    /// An item on the way to its relations.
    private final class Node {

        private final int index;
        private final AtomicInteger number;
        private final int landscape;
        private final SplittableRandom random;
        private final List<Relation> relations = new ArrayList<>();
        private int groups;

        Node(int index, AtomicInteger number) {
            this.index = index;
            this.number = number;
            this.landscape = landscapeOf(index);
            this.random = new SplittableRandom(seed + 17L * index);
        }

        List<Relation> relations() {
            switch (layerOf(index)) {
                case SERVICE -> several(DEPENDS_ON, 2, 4, APPLICATION);
                case APPLICATION -> {
                    several(DEPENDS_ON, 2, 3, INSTANCE);
                    several(CONTAINS, 0, 1, COMPONENT);
                }
                case INSTANCE -> {
                    several(DEPENDS_ON, 2, 6, COMPONENT);
                    alternatives(DEPENDS_ON, 3, 2, COMPONENT, 0.2);
                }
                case COMPONENT -> {
                    calls();
                    alternatives(DEPENDS_ON, 2, 1, DATABASE, 0.2);
                    alternatives(RUNS_ON, 3, 1, SERVER, 0.3);
                    several(DOCUMENTS, 0, 1, INSTANCE);
                    platform();
                }
                case DATABASE -> {
                    alternatives(RUNS_ON, 2, 1, SERVER, 0.3);
                    several(DOCUMENTS, 0, 1, INSTANCE);
                    platform();
                }
                case SERVER -> {
                    several(RUNS_ON, 1, 1, MACHINE);
                    alternatives(DEPENDS_ON, 2, 1, NETWORK, 0.3);
                    several(DOCUMENTS, 0, 2, INSTANCE);
                    platform();
                }
                case MACHINE -> {
                    alternatives(RUNS_ON, 2, 1, HOST, 0.3);
                    several(DEPENDS_ON, 1, 2, NETWORK);
                }
                case HOST -> {
                    alternatives(DEPENDS_ON, 2, 1, NETWORK, 0.7);
                    several(DEPENDS_ON, 1, 3, NETWORK);
                }
                default -> uplinks();
            }
            return relations;
        }

        /// Few components call back.
        private void calls() {
            int first = from(landscape, COMPONENT);
            int end = from(landscape, DATABASE);
            for (int calls = random.nextInt(3); calls > 0; calls--) {
                boolean back = random.nextInt(200) == 0;
                int ahead = back ? index - first : end - 1 - index;
                if (ahead > 0) {
                    int step = 1 + (int) (ahead * skewed());
                    add(DEPENDS_ON, back ? index - step : index + step, 0, 0);
                }
            }
        }

        /// Switches hang on those nearer to the core; sometimes it is the other way round.
        private void uplinks() {
            int first = from(landscape, NETWORK);
            if (index > first) {
                add(DEPENDS_ON, first + (int) ((index - first) * skewed()), 0, 0);
            }
            if (random.nextInt(50) == 0) {
                several(DEPENDS_ON, 1, 1, NETWORK);
            }
        }

        private void platform() {
            if (landscape > 0) {
                int first = from(0, COMPONENT);
                add(DEPENDS_ON, first + (int) ((from(0, DATABASE) - first) * skewed()), 0, 0);
            }
        }

        private void several(int type, int least, int most, int layer) {
            for (int count = random.nextInt(least, most + 1); count > 0; count--) {
                add(type, target(layer), 0, 0);
            }
        }

        private void alternatives(int type, int count, int needed, int layer, double share) {
            int group = random.nextDouble() < share || landscape == 0 ? ++groups : 0;
            for (int i = 0; i < count; i++) {
                add(type, target(layer), group, group == 0 ? 0 : needed);
            }
        }

        private int target(int layer) {
            int in = random.nextInt(100) < 2 ? random.nextInt(landscapes.length - 1) : landscape;
            int first = from(in, layer);
            return first + (int) ((from(in, layer + 1) - first) * skewed());
        }

        /// From 0 to 1, mostly small: the first of a layer have most of the relations.
        private double skewed() {
            return Math.pow(random.nextDouble(), 3);
        }

        /// One in twenty has ended within ninety days.
        private void add(int type, int to, int group, int needed) {
            long ended = random.nextInt(20) == 0
                    ? Moment.of(NOW.minus(Duration.ofSeconds(random.nextInt(1, 7_776_000))))
                    : Moment.OPEN;
            relations.add(new Relation(
                    number.incrementAndGet(),
                    type,
                    numbers[index],
                    numbers[to],
                    Math.min(began(random), ended - 1),
                    ended,
                    group,
                    needed));
        }
    }
}
