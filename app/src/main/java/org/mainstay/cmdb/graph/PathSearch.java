package org.mainstay.cmdb.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks from both ends, always on the side where less was reached, until the two meet. Hubs make walks from one end
/// reach most of the graph before they reach the other.
final class PathSearch {

    private final Sight sight;
    private final Links[] forth;
    private final Walk from;
    private final Walk to;

    /// @param direction of failure, or by any relation; alternatives do not matter
    PathSearch(Sight sight, Scratch one, Scratch other, int from, int to, @Nullable Direction direction) {
        this.sight = sight;
        this.forth = along(direction);
        this.from = new Walk(sight, one, from, forth);
        this.to = new Walk(sight, other, to, along(direction == null ? null : opposite(direction)));
    }

    private Links[] along(@Nullable Direction direction) {
        var store = sight.store;
        return switch (direction) {
            case DEPENDENTS -> new Links[] {store.hits};
            case DEPENDENCIES -> new Links[] {store.needs};
            case null -> store.all;
        };
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.DEPENDENTS ? Direction.DEPENDENCIES : Direction.DEPENDENTS;
    }

    Optional<Path> search() {
        if (from.has(to.item(0))) {
            return Optional.of(new Path(List.of(from.item(0)), List.of()));
        }
        while (true) {
            boolean forward = from.size() - from.begin() <= to.size() - to.begin();
            var walk = forward ? from : to;
            var other = forward ? to : from;
            if (!walk.round()) {
                return Optional.empty();
            }
            walk.order();
            for (int place = walk.begin(); place < walk.size(); place++) {
                if (other.has(walk.item(place))) {
                    return Optional.of(path(walk.item(place)));
                }
            }
        }
    }

    private Path path(int meeting) {
        var items = way(from, meeting);
        Collections.reverse(items);
        var rest = way(to, meeting);
        items.addAll(rest.subList(1, rest.size()));
        var relations = new ArrayList<Relation>();
        for (int i = 1; i < items.size(); i++) {
            relations.add(between(items.get(i - 1), items.get(i)));
        }
        return new Path(items, relations);
    }

    /// From the item back to where the walk began.
    private static List<Integer> way(Walk walk, int item) {
        int place = walk.begin();
        while (walk.item(place) != item) {
            place++;
        }
        var way = new ArrayList<Integer>();
        for (; place > 0; place = walk.through(place)) {
            way.add(walk.item(place));
        }
        way.add(walk.item(0));
        return way;
    }

    private Relation between(int item, int next) {
        int first = Integer.MAX_VALUE;
        for (var links : forth) {
            var list = links.of(item);
            for (int i = 1; i < 2 * list[0]; i += 2) {
                if (list[i] == next && sight.holds(list[i + 1])) {
                    first = Math.min(first, Links.relation(list[i + 1]));
                }
            }
        }
        return sight.store.relations.get(first);
    }
}
