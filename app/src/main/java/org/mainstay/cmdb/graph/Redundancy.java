package org.mainstay.cmdb.graph;

/// Counts, group by group, the alternatives that still work while failure spreads.
final class Redundancy {

    private static final long ONE = 1L << Integer.SIZE;

    private final Sight sight;

    /// By item, type and group: how many work, then how many must. By the item alone: its groups were counted.
    private final Sparse groups;

    Redundancy(Sight sight, Sparse groups) {
        this.sight = sight;
        this.groups = groups;
    }

    /// Takes the relation's alternative as failed.
    ///
    /// @param item whom the relation serves
    /// @return whether too few are left
    boolean gives(int item, int entry) {
        if (groups.get(key(item), 0) == 0) {
            count(item);
        }
        long group = key(item, Links.relation(entry));
        long left = groups.get(group, 0) - ONE;
        groups.put(group, left);
        return left >>> Integer.SIZE < (int) left;
    }

    private void count(int item) {
        groups.put(key(item), 1);
        var list = sight.store.needs.of(item);
        for (int i = 1; i < 2 * list[0]; i += 2) {
            int entry = list[i + 1];
            if ((entry & Links.GROUPED) != 0 && sight.holds(entry) && sight.sees(list[i])) {
                int relation = Links.relation(entry);
                long key = key(item, relation);
                long group = groups.get(key, 0);
                int needed = Math.max((int) group, sight.store.relations.needed(relation));
                groups.put(key, ((group >>> Integer.SIZE) + 1) << Integer.SIZE | needed);
            }
        }
    }

    private static long key(int item) {
        return (long) item << 24;
    }

    private long key(int item, int relation) {
        var relations = sight.store.relations;
        return key(item) | relations.type(relation) << 16 | relations.group(relation);
    }
}
