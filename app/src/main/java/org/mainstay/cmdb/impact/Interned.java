package org.mainstay.cmdb.impact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Small numbers for values of which there are few, from 0 on, the same for as long as the node lives.
final class Interned<T> {

    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private final List<T> values = new CopyOnWriteArrayList<>();

    int of(T value) {
        var known = numbers.get(value);
        return known == null ? add(value) : known;
    }

    private synchronized int add(T value) {
        return numbers.computeIfAbsent(value, it -> {
            values.add(it);
            return values.size() - 1;
        });
    }

    T value(int number) {
        return values.get(number);
    }
}
