package org.mainstay.cmdb.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item that was reached, and through which other.
public final class Reached {

    private final int item;
    private final int distance;
    private final @Nullable Reached before;

    Reached(int item, int distance, @Nullable Reached before) {
        this.item = item;
        this.distance = distance;
        this.before = before;
    }

    public int item() {
        return item;
    }

    public int distance() {
        return distance;
    }

    /// One of the shortest ways, from the start to this item, both included.
    public List<Integer> path() {
        var path = new ArrayList<Integer>(distance + 1);
        for (var it = this; it != null; it = it.before) {
            path.add(it.item);
        }
        Collections.reverse(path);
        return path;
    }

    @Override
    public String toString() {
        return item + " at " + distance;
    }
}
