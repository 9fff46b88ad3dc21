package org.mainstay.cmdb.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.impact.GraphQueries.Named;

/// Items around one and what relates them.
///
/// @param items by the digits of their numbers, nearest first, the one asked for being the first
/// @param relations between these
/// @param classes of all that was reached, also of what is not shown
/// @param types of all relations there are, also of those that are not shown
/// @param truncated whether there is more
record Surroundings(
        Map<Integer, Near> items, List<Relation> relations, Set<String> classes, Set<String> types, boolean truncated) {

    /// @param before the digits of the item by way of which it was reached; 0 for the first
    record Near(Named item, int distance, int before) {}

    /// What can be reached from the item by the relations, any way round.
    ///
    /// @param shown which of the items reached are shown
    static Surroundings of(
            int start,
            Collection<Relation> relations,
            Map<Integer, Named> named,
            Predicate<Named> shown,
            Set<String> types,
            boolean truncated) {
        var neighbours = new HashMap<Integer, TreeSet<Integer>>();
        for (var relation : relations) {
            neighbours.computeIfAbsent(relation.from(), _ -> new TreeSet<>()).add(relation.to());
            neighbours.computeIfAbsent(relation.to(), _ -> new TreeSet<>()).add(relation.from());
        }
        var reached = new LinkedHashMap<Integer, Near>();
        var queue = new ArrayDeque<Near>();
        var first = named.get(start);
        if (first != null) {
            queue.add(new Near(first, 0, 0));
            reached.put(start, queue.getFirst());
        }
        while (!queue.isEmpty()) {
            var near = queue.remove();
            int at = near.item.digits();
            for (int next : neighbours.getOrDefault(at, new TreeSet<>())) {
                var item = named.get(next);
                if (item != null && !reached.containsKey(next)) {
                    queue.add(new Near(item, near.distance + 1, at));
                    reached.put(next, queue.getLast());
                }
            }
        }
        var classes = new LinkedHashSet<String>();
        reached.values().forEach(it -> classes.add(it.item.itemClass()));
        reached.values().removeIf(it -> it.distance > 0 && !shown.test(it.item));
        var between = new ArrayList<Relation>();
        for (var relation : relations) {
            if (reached.containsKey(relation.from()) && reached.containsKey(relation.to())) {
                between.add(relation);
            }
        }
        return new Surroundings(reached, between, classes, types, truncated);
    }
}
