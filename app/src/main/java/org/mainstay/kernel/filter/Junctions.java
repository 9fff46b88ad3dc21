package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;

/// Puts filters together in one form: nothing nested without need, free words in one place. So a text and
/// the text of its filter give equal filters.
final class Junctions {

    private Junctions() {}

    static Filter all(List<Filter> of) {
        var parts = new ArrayList<Filter>();
        for (Filter filter : of) {
            for (Filter part : filter instanceof Filter.All(var inner) ? inner : List.of(filter)) {
                add(parts, part);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.All(List.copyOf(parts));
    }

    private static void add(List<Filter> parts, Filter part) {
        if (part instanceof Filter.Words more) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Filter.Words words) {
                    var joined = new ArrayList<>(words.folded());
                    joined.addAll(more.folded());
                    parts.set(i, new Filter.Words(List.copyOf(joined)));
                    return;
                }
            }
        }
        parts.add(part);
    }

    static Filter any(List<Filter> of) {
        var parts = new ArrayList<Filter>();
        for (Filter filter : of) {
            parts.addAll(filter instanceof Filter.Any(var inner) ? inner : List.of(filter));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Any(List.copyOf(parts));
    }
}
