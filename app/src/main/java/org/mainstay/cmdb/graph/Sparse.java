package org.mainstay.cmdb.graph;

import java.util.Arrays;

/// A map from longs to longs without boxes, for what few of many have.
final class Sparse {

    private static final long FREE = Long.MIN_VALUE;
    private static final int LEAST = 16;
    private static final int FEW = 4_096;

    private long[] keys = new long[0];
    private long[] values = new long[0];
    private int size;

    long get(long key, long absent) {
        if (size == 0) {
            return absent;
        }
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : absent;
    }

    void put(long key, long value) {
        if (4L * (size + 1) > 3L * keys.length) {
            resize(Math.max(LEAST, 2 * keys.length));
        }
        int slot = slot(key);
        if (keys[slot] != key) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    /// Those behind it move up, so that no search ends at the gap.
    void remove(long key) {
        if (size == 0) {
            return;
        }
        int gap = slot(key);
        if (keys[gap] != key) {
            return;
        }
        int mask = keys.length - 1;
        for (int slot = (gap + 1) & mask; keys[slot] != FREE; slot = (slot + 1) & mask) {
            int home = home(keys[slot]);
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                keys[gap] = keys[slot];
                values[gap] = values[slot];
                gap = slot;
            }
        }
        keys[gap] = FREE;
        size--;
    }

    /// Memory for many is given back, so that the next few do not pay for it.
    void clear() {
        if (keys.length > FEW) {
            keys = new long[0];
            values = new long[0];
        } else if (size > 0) {
            Arrays.fill(keys, FREE);
        }
        size = 0;
    }

    private void resize(int capacity) {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[capacity];
        values = new long[capacity];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /// Where the key is, or would be.
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
    }
}
