package org.mainstay.cmdb.graph;

import java.util.Arrays;

/// When things exist, by number. Few have an end.
final class Spans {

    private long[] from = new long[0];
    private final Sparse to = new Sparse();

    void set(int number, long first, long last) {
        from[number] = first;
        if (last == Moment.OPEN) {
            to.remove(number);
        } else {
            to.put(number, last);
        }
    }

    void clear(int number) {
        set(number, 0, Moment.OPEN);
    }

    long from(int number) {
        return from[number];
    }

    long to(int number) {
        return to.get(number, Moment.OPEN);
    }

    boolean hold(int number, long at) {
        return from[number] <= at && at < to(number);
    }

    void resize(int length) {
        from = Arrays.copyOf(from, length);
    }
}
