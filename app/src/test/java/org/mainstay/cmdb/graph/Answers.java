package org.mainstay.cmdb.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers in words, so that two of them can be compared as a whole.
final class Answers {

    private Answers() {}

    static String reached(List<Integer> path) {
        return path.getLast() + " at " + (path.size() - 1) + " by " + path;
    }

    static String impact(
            int reached, boolean truncated, boolean related, Map<Integer, Integer> byClass, List<String> items) {
        return "reached %s, truncated %s, related %s, by class %s: %s"
                .formatted(reached, truncated, related, byClass, items);
    }

    static String singlePoints(int count, boolean truncated, List<String> items) {
        return "single points %s, truncated %s: %s".formatted(count, truncated, items);
    }

    static String of(Optional<Impact> impact) {
        return impact.map(it -> impact(it.reached(), it.truncated(), it.related(), it.byClass(), listed(it.items())))
                .orElse("none");
    }

    static String ofSingle(Optional<SinglePoints> points) {
        return points.map(it -> singlePoints(it.count(), it.truncated(), listed(it.items())))
                .orElse("none");
    }

    static List<String> listed(List<Reached> items) {
        return items.stream().map(it -> it + " by " + it.path()).toList();
    }
}
