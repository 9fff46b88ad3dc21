package org.mainstay.cmdb.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Tries, in thought, each item that something needs. Most need no trial: what a single point needs without an
/// alternative is one too, and where a failure does not get through, none of what it hits on its way does.
final class SinglePointSearch {

    private final Sight sight;
    private final Scratch trials;
    private final Walk needed;

    /// Fail, and the item asked for is hit; it is among them.
    private final BitSet single = new BitSet();

    private final BitSet harmless = new BitSet();

    SinglePointSearch(Sight sight, Scratch scratch, Scratch trials, int item) {
        this.sight = sight;
        this.trials = trials;
        this.needed = new Walk(sight, scratch, item, sight.store.needs);
        while (needed.round()) {
            needed.order();
        }
    }

    SinglePoints search(int limit) {
        foundSingle(needed.item(0));
        for (int place = needed.size() - 1; place > 0; place--) {
            int item = needed.item(place);
            if (!single.get(item) && !harmless.get(item)) {
                tryOut(item);
            }
        }
        int count = single.cardinality() - 1;
        var places = new ArrayList<Integer>();
        for (int place = 1; places.size() < Math.min(count, limit); place++) {
            if (single.get(needed.item(place))) {
                places.add(place);
            }
        }
        var reached = needed.first(places.isEmpty() ? 1 : places.getLast() + 1);
        return new SinglePoints(
                count, count > limit, places.stream().map(it -> reached[it]).toList());
    }

    /// Farthest first, so that a trial that ends without harm spares most others.
    private void tryOut(int item) {
        var failing =
                new Walk(sight, trials, item, sight.store.hits).withRedundancy().within(needed);
        do {
            for (int place = failing.begin(); place < failing.size(); place++) {
                if (single.get(failing.item(place))) {
                    foundSingle(item);
                    return;
                }
            }
        } while (failing.round());
        for (int place = 0; place < failing.size(); place++) {
            harmless.set(failing.item(place));
        }
    }

    private void foundSingle(int item) {
        single.set(item);
        var open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            var list = sight.store.needs.of(open.remove());
            for (int i = 1; i < 2 * list[0]; i += 2) {
                int entry = list[i + 1];
                boolean alternative = (entry & Links.GROUPED) != 0;
                if (!alternative && !single.get(list[i]) && sight.holds(entry) && sight.sees(list[i])) {
                    single.set(list[i]);
                    open.add(list[i]);
                }
            }
        }
    }
}
