package org.mainstay.cmdb.graph;

import java.util.Arrays;

/// Neighbours by item. The list of an item is one array: how many there are, then for each the neighbour and its
/// *entry*, the number of the relation with what a walk asks first in its upper bits.
final class Links {

    /// The relation is one of several that stand in for each other.
    static final int GROUPED = 1 << 30;

    /// The relation holds at every moment that is not before [Store#settled].
    static final int SETTLED = 1 << 31;

    private static final int NUMBER = GROUPED - 1;
    private static final int[] NONE = {0};

    private int[][] lists = new int[0][];
    private int[] expected = new int[0];

    static int relation(int entry) {
        return entry & NUMBER;
    }

    int[] of(int item) {
        return lists[item];
    }

    void resize(int length) {
        int known = lists.length;
        lists = Arrays.copyOf(lists, length);
        if (length > known) {
            Arrays.fill(lists, known, length, NONE);
        }
    }

    /// Begins to count what [#makeRoom] makes room for.
    void prepare() {
        expected = new int[lists.length];
    }

    /// One more will be added to this item.
    void expect(int item) {
        expected[item]++;
    }

    /// Makes room for exactly what is expected, of items that have none yet.
    void makeRoom() {
        for (int item = 0; item < expected.length; item++) {
            if (expected[item] > 0) {
                lists[item] = new int[1 + 2 * expected[item]];
            }
        }
        expected = new int[0];
    }

    void add(int item, int neighbour, int entry) {
        var list = lists[item];
        int end = 1 + 2 * list[0];
        if (end == list.length) {
            list = Arrays.copyOf(list, end + 2 + (list[0] & -2));
            lists[item] = list;
        }
        list[end] = neighbour;
        list[end + 1] = entry;
        list[0]++;
    }

    void remove(int item, int relation) {
        var list = lists[item];
        int last = 2 * list[0] - 1;
        for (int i = 1; i <= last; i += 2) {
            if (relation(list[i + 1]) == relation) {
                list[i] = list[last];
                list[i + 1] = list[last + 1];
                list[0]--;
                return;
            }
        }
    }
}
