package org.mainstay.cmdb.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/// What surrounds an item, by whatever relation: for a map.
///
/// @param items nearest first, then by number, the one asked for being the first
/// @param relations between these items, those of near items first; no more than [#RELATIONS_PER_ITEM] times the limit
/// @param truncated whether there is more
public record Neighbourhood(List<Reached> items, List<Relation> relations, boolean truncated) {

    static final int RELATIONS_PER_ITEM = 5;

    public Neighbourhood {
        relations = List.copyOf(relations);
    }

    static Neighbourhood of(Sight sight, Scratch scratch, int item, int depth, int limit) {
        var walk = new Walk(sight, scratch, item, sight.store.all);
        for (int distance = 0; distance < depth && walk.size() <= limit + 1 && walk.round(); distance++) {
            walk.order();
        }
        var items = List.of(walk.first(Math.min(walk.size(), limit + 1)));
        int most = RELATIONS_PER_ITEM * limit;
        var relations = between(sight, items.stream().mapToInt(Reached::item).toArray(), most);
        boolean truncated = walk.size() > items.size() || relations.size() > most;
        return new Neighbourhood(items, relations.subList(0, Math.min(most, relations.size())), truncated);
    }

    /// The relations that hold between the items, up to the first item with which there are more than so many.
    static List<Relation> between(Sight sight, int[] items, int most) {
        var store = sight.store;
        var met = new BitSet();
        var relations = new ArrayList<Relation>();
        for (int i = 0; i < items.length && relations.size() <= most; i++) {
            met.set(items[i]);
            var ofItem = new TreeSet<Integer>();
            for (var links : store.all) {
                collect(sight, links.of(items[i]), met, ofItem);
            }
            ofItem.forEach(number -> relations.add(store.relations.get(number)));
        }
        return relations;
    }

    private static void collect(Sight sight, int[] list, BitSet met, TreeSet<Integer> into) {
        for (int i = 1; i < 2 * list[0]; i += 2) {
            if (met.get(list[i]) && sight.holds(list[i + 1])) {
                into.add(Links.relation(list[i + 1]));
            }
        }
    }
}
