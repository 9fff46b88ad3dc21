package org.mainstay.cmdb.graph;

import java.util.Arrays;

/// Memory that walks use one after the other: a mark for each item, and what was reached in the order of reaching.
final class Scratch {

    private static final int LEAST = 1_024;

    /// A bit for each item: in a million that is little enough to stay near the processor.
    private long[] marks = new long[0];

    /// The item in the upper half, in the lower one the place of the item it was reached through.
    long[] reached = new long[LEAST];

    int size;

    final Sparse groups = new Sparse();

    /// For a new walk.
    void clear(int items) {
        if (marks.length << 6 < items) {
            marks = new long[(items >>> 6) + 1];
        } else {
            for (int place = 0; place < size; place++) {
                marks[(int) (reached[place] >>> (Integer.SIZE + 6))] = 0;
            }
        }
        size = 0;
        groups.clear();
    }

    boolean has(int item) {
        return (marks[item >>> 6] & (1L << item)) != 0;
    }

    /// Makes room for so many more, or for all items.
    void reserve(int more) {
        long wanted = Math.min((long) size + more, (long) marks.length << 6);
        if (wanted > reached.length) {
            reached = Arrays.copyOf(reached, (int) Math.max(wanted, 2L * reached.length));
        }
    }

    void add(int item, int through) {
        marks[item >>> 6] |= 1L << item;
        reached[size++] = ((long) item << Integer.SIZE) | through;
    }
}
