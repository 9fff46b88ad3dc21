package org.mainstay.cmdb.graph;

/// The graph as one question sees it.
final class Sight {

    final Store store;

    private final long at;
    private final Organisations visible;
    private final boolean settled;

    Sight(Store store, View view) {
        this.store = store;
        this.at = Moment.of(view.at());
        this.visible = view.visible();
        this.settled = at >= store.settled;
    }

    boolean knows(int item) {
        return item > 0 && item < store.items.length() && sees(item);
    }

    /// @param item a number that relations name
    boolean sees(int item) {
        return store.items.exist(item, at, visible);
    }

    /// @param entry of a list of neighbours
    boolean holds(int entry) {
        return (settled && (entry & Links.SETTLED) != 0) || store.relations.hold(Links.relation(entry), at);
    }

    /// Whether a relation leads from the item to another that is there.
    boolean related(int item, Links links) {
        var list = links.of(item);
        for (int i = 1; i < 2 * list[0]; i += 2) {
            if (list[i] != item && holds(list[i + 1]) && sees(list[i])) {
                return true;
            }
        }
        return false;
    }
}
