package org.mainstay.cmdb.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A walk from one item, breadth first. Round *n* reaches the items at distance *n*. Putting a round in order before
/// the next begins makes paths and lists the same, whatever order the graph was made in.
final class Walk {

    private static final int TOGETHER = 64;

    private final Sight sight;
    private final Scratch scratch;
    private final Links[] along;
    private int begin;

    private @Nullable Redundancy redundancy;
    private @Nullable Walk within;

    Walk(Sight sight, Scratch scratch, int start, Links... along) {
        this.sight = sight;
        this.scratch = scratch;
        this.along = along;
        scratch.clear(sight.store.items.length());
        scratch.add(start, 0);
    }

    /// What has alternatives is reached once too few of them are left. Only makes sense along [Store#hits].
    Walk withRedundancy() {
        redundancy = new Redundancy(sight, scratch.groups);
        return this;
    }

    /// Reaches nothing that the other walk did not reach.
    Walk within(Walk other) {
        within = other;
        return this;
    }

    /// @return whether the round reached anything
    boolean round() {
        int end = scratch.size;
        for (int first = begin; first < end; first += TOGETHER) {
            int last = Math.min(first + TOGETHER, end);
            scratch.reserve(count(first, last));
            for (int place = first; place < last; place++) {
                for (var links : along) {
                    visit(place, links.of(item(place)));
                }
            }
        }
        begin = end;
        return scratch.size > end;
    }

    /// Looking at many lists before the first is read halves the time of a walk: the processor fetches them all at once
    /// then, instead of one after the other.
    private int count(int first, int last) {
        int count = 0;
        for (var links : along) {
            for (int place = first; place < last; place++) {
                count += links.of(item(place))[0];
            }
        }
        return count;
    }

    private void visit(int place, int[] list) {
        int end = 2 * list[0];
        for (int i = 1; i < end; i += 2) {
            int neighbour = list[i];
            int entry = list[i + 1];
            if (!has(neighbour) && sight.holds(entry) && sight.sees(neighbour) && mayReach(neighbour, entry)) {
                scratch.add(neighbour, place);
            }
        }
    }

    private boolean mayReach(int neighbour, int entry) {
        return (within == null || within.has(neighbour))
                && (redundancy == null || (entry & Links.GROUPED) == 0 || redundancy.gives(neighbour, entry));
    }

    /// Puts the last round in order of numbers.
    void order() {
        Arrays.sort(scratch.reached, begin, scratch.size);
    }

    boolean has(int item) {
        return scratch.has(item);
    }

    /// How many items were reached, the start among them.
    int size() {
        return scratch.size;
    }

    /// The place of the first item of the last round.
    int begin() {
        return begin;
    }

    int item(int place) {
        return (int) (scratch.reached[place] >>> Integer.SIZE);
    }

    int through(int place) {
        return (int) scratch.reached[place];
    }

    /// The first items in the order of reaching, the start being the first of them.
    Reached[] first(int count) {
        var first = new Reached[count];
        first[0] = new Reached(item(0), 0, null);
        for (int place = 1; place < count; place++) {
            var before = first[through(place)];
            first[place] = new Reached(item(place), before.distance() + 1, before);
        }
        return first;
    }
}
