package org.mainstay.cmdb.impact;

import java.util.UUID;

/// The numbers of very many records by their ids, in two arrays instead of millions of objects. For one thread.
final class NumbersById {

    private static final int LEAST = 1 << 10;

    private long[] ids = new long[2 * LEAST];
    private int[] numbers = new int[LEAST];
    private int size;

    /// @param number positive
    void put(UUID id, int number) {
        if (2 * ++size > numbers.length) {
            grow();
        }
        put(id.getMostSignificantBits(), id.getLeastSignificantBits(), number);
    }

    /// 0 where the id is not known.
    int get(UUID id) {
        return numbers[place(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    private void put(long most, long least, int number) {
        int place = place(most, least);
        ids[2 * place] = most;
        ids[2 * place + 1] = least;
        numbers[place] = number;
    }

    private int place(long most, long least) {
        int mask = numbers.length - 1;
        // the lower half of an id is random
        int place = (int) (least ^ (least >>> 32)) & mask;
        while (numbers[place] != 0 && (ids[2 * place] != most || ids[2 * place + 1] != least)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var before = numbers;
        var known = ids;
        numbers = new int[2 * before.length];
        ids = new long[2 * known.length];
        for (int place = 0; place < before.length; place++) {
            if (before[place] != 0) {
                put(known[2 * place], known[2 * place + 1], before[place]);
            }
        }
    }
}
