package org.mainstay.cmdb.graph;

import java.time.Instant;

/// Makes a graph of very many items and relations, which come in any order. Of two with one number the later counts.
/// For one thread.
public final class GraphLoading {

    private final Store store;
    private boolean finished;

    /// @param loaded now, as in [ServiceGraph#ServiceGraph(Instant)]
    public GraphLoading(Instant loaded) {
        store = new Store(Moment.of(loaded));
    }

    public void travels(int type, Failure failure) {
        checkOpen();
        store.declare(type, failure);
    }

    public void add(Item item) {
        checkOpen();
        store.put(item);
    }

    public void add(Relation relation) {
        checkOpen();
        store.keep(relation);
    }

    /// Nothing can be added afterwards.
    public ServiceGraph finish() {
        checkOpen();
        finished = true;
        store.linkAll();
        return new ServiceGraph(store);
    }

    private void checkOpen() {
        if (finished) {
            throw new IllegalStateException("the graph was finished");
        }
    }
}
