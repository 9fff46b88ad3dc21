package org.mainstay.cmdb.graph;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is hit if an item fails, or what it needs.
///
/// @param reached how many items, the one asked for not among them
/// @param truncated whether more were reached than are listed
/// @param related whether any relation of the item is known that could carry failure, either way: if not, nothing
///     reached says little
/// @param byClass how many of those reached are of each class
/// @param items nearest first, then by number
public record Impact(
        int reached, boolean truncated, boolean related, SortedMap<Integer, Integer> byClass, List<Reached> items) {

    static Impact of(Sight sight, Scratch scratch, int item, Direction direction, int depth, int limit) {
        var store = sight.store;
        var walk = direction == Direction.DEPENDENTS
                ? new Walk(sight, scratch, item, store.hits).withRedundancy()
                : new Walk(sight, scratch, item, store.needs);
        for (int distance = 0; distance < depth && walk.round(); distance++) {
            if (walk.begin() <= limit) {
                walk.order();
            }
        }
        int reached = walk.size() - 1;
        var listed = walk.first(Math.min(reached, limit) + 1);
        return new Impact(
                reached,
                reached > limit,
                reached > 0 || sight.related(item, store.hits) || sight.related(item, store.needs),
                byClass(store.items, walk),
                List.of(listed).subList(1, listed.length));
    }

    private static SortedMap<Integer, Integer> byClass(Items items, Walk walk) {
        var counts = new int[Item.LAST_CLASS + 1];
        for (int place = 1; place < walk.size(); place++) {
            counts[items.classOf(walk.item(place))]++;
        }
        var byClass = new TreeMap<Integer, Integer>();
        for (int itemClass = 0; itemClass < counts.length; itemClass++) {
            if (counts[itemClass] > 0) {
                byClass.put(itemClass, counts[itemClass]);
            }
        }
        return byClass;
    }
}
