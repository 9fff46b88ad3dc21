package org.mainstay.cmdb.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.kernel.history.Entry;

/// What came, went and changed between two moments; nothing where only one is shown.
///
/// @param added digits of items
/// @param removed digits of items
/// @param changed what was done to the items that were there at both, by their digits, the latest first
record Compared(
        Set<Integer> added,
        Set<Integer> removed,
        Map<Integer, List<Entry>> changed,
        Map<Integer, Relation> relationsAdded,
        Map<Integer, Relation> relationsRemoved) {

    static final Compared NOTHING = new Compared(Set.of(), Set.of(), Map.of(), Map.of(), Map.of());

    static final String ADDED = "added";
    static final String REMOVED = "removed";
    static final String CHANGED = "changed";
    static final String SAME = "same";

    static Map<Integer, Relation> byNumber(List<Relation> relations) {
        var byNumber = new HashMap<Integer, Relation>();
        relations.forEach(it -> byNumber.put(it.number(), it));
        return byNumber;
    }

    String tone(int item) {
        if (added.contains(item)) {
            return ADDED;
        }
        if (removed.contains(item)) {
            return REMOVED;
        }
        return changed.containsKey(item) ? CHANGED : SAME;
    }

    /// Empty where it holds at both moments.
    String toneOfRelation(int relation) {
        if (relationsAdded.containsKey(relation)) {
            return ADDED;
        }
        return relationsRemoved.containsKey(relation) ? REMOVED : "";
    }
}
