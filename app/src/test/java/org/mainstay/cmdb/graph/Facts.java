package org.mainstay.cmdb.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a graph is told, and the same in maps.
final class Facts {

    static final int TYPES = 4;
    static final int ORGANISATIONS = 3;
    private static final int MOMENTS = 8;

    final Map<Integer, Item> items = new HashMap<>();
    final Map<Integer, Relation> relations = new HashMap<>();
    final Map<Integer, Failure> failures = new HashMap<>();

    static Instant instant(long micros) {
        return Instant.EPOCH.plusNanos(1_000 * micros);
    }

    /// Few items, many relations among them, each with a small share of everything that makes a difference.
    static Facts random(Random random) {
        var facts = new Facts();
        for (int type = 0; type < TYPES; type++) {
            facts.failures.put(type, type == 0 ? Failure.UP : any(random, Failure.values()));
        }
        int items = random.nextInt(1, 13);
        for (int number = 1; number <= items; number++) {
            if (random.nextInt(8) > 0) {
                facts.items.put(number, item(random, number));
            }
        }
        int relations = random.nextInt(3 * items + 1);
        for (int number = 1; number <= relations; number++) {
            facts.relations.put(number, relation(random, number, items));
        }
        return facts;
    }

    static Item item(Random random, int number) {
        long from = random.nextBoolean() ? 0 : random.nextInt(MOMENTS);
        return new Item(number, random.nextInt(5), random.nextInt(ORGANISATIONS), from, end(random, from));
    }

    static Relation relation(Random random, int number, int items) {
        long from = random.nextBoolean() ? 0 : random.nextInt(MOMENTS);
        int group = random.nextBoolean() ? 0 : random.nextInt(1, 3);
        return new Relation(
                number,
                random.nextInt(3) > 0 ? 0 : random.nextInt(TYPES),
                random.nextInt(items) + 1,
                random.nextInt(items) + 1,
                from,
                end(random, from),
                group,
                group == 0 ? 0 : random.nextInt(4));
    }

    static long moment(Random random) {
        return random.nextInt(MOMENTS + 1);
    }

    private static long end(Random random, long from) {
        return random.nextInt(3) > 0 ? Moment.OPEN : from + random.nextInt(MOMENTS);
    }

    private static <T> T any(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    /// All at once, in any order, some told wrong before they are told right.
    ServiceGraph loaded(Random random) {
        var loading = new GraphLoading(instant(moment(random)));
        for (var change : changes(random)) {
            if (random.nextInt(4) == 0) {
                change.wrong(random, loading::add, loading::add);
            }
            change.tell(loading::add, loading::add);
        }
        failures.forEach(loading::travels);
        return loading.finish();
    }

    /// One after the other, in any order, with detours: wrong values, and things that are removed and put back.
    ServiceGraph grown(Random random) {
        var graph = new ServiceGraph(instant(moment(random)));
        var changes = changes(random);
        int told = random.nextInt(changes.size() + 1);
        for (int i = 0; i < changes.size(); i++) {
            if (i == told) {
                failures.keySet().forEach(type -> graph.travels(type, any(random, Failure.values())));
            }
            var change = changes.get(i);
            if (random.nextInt(3) == 0) {
                change.wrong(random, graph::put, graph::put);
            }
            if (random.nextInt(4) == 0) {
                change.forget(graph);
            }
            change.tell(graph::put, graph::put);
        }
        failures.forEach(graph::travels);
        for (int extra = 0; extra < 3; extra++) {
            graph.put(new Relation(1_000 + extra, 0, 1, 1 + random.nextInt(12), 0, Moment.OPEN));
            graph.removeRelation(1_000 + extra);
        }
        return graph;
    }

    /// In any order.
    List<Change> changes(Random random) {
        var changes = new ArrayList<Change>();
        items.values().forEach(it -> changes.add(new Change.OfItem(it)));
        relations.values().forEach(it -> changes.add(new Change.OfRelation(it)));
        Collections.shuffle(changes, random);
        return changes;
    }

    @Override
    public String toString() {
        return failures + "\n" + items.values() + "\n" + relations.values();
    }
}
