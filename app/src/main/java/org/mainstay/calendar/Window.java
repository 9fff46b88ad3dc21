package org.mainstay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// From an instant on until before another, later one.
public record Window(Instant from, Instant to) {

    /// @throws IllegalArgumentException unless it lasts
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /// Whether they share any time; windows that only touch do not.
    public boolean overlaps(Window other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public boolean contains(Window other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /// The same time in as few windows as possible, in their order: those that overlap or touch become one.
    public static List<Window> merged(Collection<Window> windows) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::from));
        var merged = new ArrayList<Window>();
        for (var next : sorted) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from.isAfter(last.to)) {
                merged.add(next);
            } else if (next.to.isAfter(last.to)) {
                merged.set(merged.size() - 1, new Window(last.from, next.to));
            }
        }
        return merged;
    }

    /// What is left of this window without the others, in order.
    public List<Window> without(Collection<Window> others) {
        var left = new ArrayList<Window>();
        var begin = from;
        for (var other : merged(others)) {
            if (!other.from.isBefore(to)) {
                break;
            }
            if (begin.isBefore(other.from)) {
                left.add(new Window(begin, other.from));
            }
            if (other.to.isAfter(begin)) {
                begin = other.to;
            }
        }
        if (begin.isBefore(to)) {
            left.add(new Window(begin, to));
        }
        return left;
    }
}
