package org.mainstay.cmdb.graph;

import java.util.List;

/// A shortest way between two items.
///
/// @param items from one to the other, both included
/// @param relations between each item and the next
public record Path(List<Integer> items, List<Relation> relations) {

    public Path {
        items = List.copyOf(items);
        relations = List.copyOf(relations);
    }
}
