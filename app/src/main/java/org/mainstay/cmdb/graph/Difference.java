package org.mainstay.cmdb.graph;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/// What came and went around an item between two instants: of all that is near at either of them, what exists at one
/// alone, by number. What came and went in between is not seen.
///
/// @param truncated whether there is more around the item than was compared, or more came or went than is listed
public record Difference(
        List<Integer> itemsAdded,
        List<Integer> itemsRemoved,
        List<Relation> relationsAdded,
        List<Relation> relationsRemoved,
        boolean truncated) {

    static Difference of(Sight before, Sight after, Scratch scratch, int item, int depth, int limit) {
        var near = new TreeSet<Integer>();
        boolean truncated = false;
        for (var sight : List.of(before, after)) {
            if (sight.knows(item)) {
                var around = Neighbourhood.of(sight, scratch, item, depth, limit);
                around.items().forEach(it -> near.add(it.item()));
                truncated |= around.truncated();
            }
        }
        var then = relations(before, near);
        var now = relations(after, near);
        int most = limit * Neighbourhood.RELATIONS_PER_ITEM;
        var added = only(now, then);
        var removed = only(then, now);
        return new Difference(
                near.stream().filter(it -> after.sees(it) && !before.sees(it)).toList(),
                near.stream().filter(it -> before.sees(it) && !after.sees(it)).toList(),
                added.subList(0, Math.min(most, added.size())),
                removed.subList(0, Math.min(most, removed.size())),
                truncated || added.size() > most || removed.size() > most);
    }

    private static List<Relation> relations(Sight sight, TreeSet<Integer> near) {
        var items =
                near.stream().filter(sight::sees).mapToInt(Integer::intValue).toArray();
        return Neighbourhood.between(sight, items, Integer.MAX_VALUE);
    }

    private static List<Relation> only(List<Relation> of, List<Relation> without) {
        var others = new HashSet<>(without);
        return of.stream()
                .filter(it -> !others.contains(it))
                .sorted(Comparator.comparingInt(Relation::number))
                .toList();
    }
}
