package org.mainstay.cmdb.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One column of the health page, contributed as a bean by whoever knows how to measure it. The record of type
/// `health_measure` with the same code gives it its name, weight and place; without one it is not measured.
///
/// A round asks it for some thousand items at a time. It only reads, outside of a transaction.
public interface Measure {

    String code();

    /// What of the items holds; those of which nothing is expected are left out.
    Map<UUID, Result> of(Batch batch);

    /// Says what was found, for a reader.
    ///
    /// @param details as the measure gave them
    String explain(List<String> details, Locale reader);

    /// The term of a filter that finds items by one of the details; empty for none.
    default String filter(String detail) {
        return "";
    }

    /// Some items, all of them active.
    record Batch(List<Subject> items, Instant now) {

        UUID[] ids() {
            return items.stream().map(Subject::id).toArray(UUID[]::new);
        }

        /// The ids of those of one of the classes.
        UUID[] of(Set<String> classes) {
            return items.stream()
                    .filter(it -> classes.contains(it.itemClass))
                    .map(Subject::id)
                    .toArray(UUID[]::new);
        }

        Map<String, List<Subject>> byClass() {
            return items.stream().collect(Collectors.groupingBy(Subject::itemClass));
        }
    }

    /// An item that is measured.
    record Subject(UUID id, String itemClass) {}

    /// How much is expected of an item, and how much of that holds.
    ///
    /// @param details what does not hold, as [Measure#explain] understands it; at most a hundred
    record Result(long expected, long met, List<String> details) {

        static Result of(boolean met, List<String> details) {
            return new Result(1, met ? 1 : 0, details);
        }

        boolean found() {
            return met < expected;
        }
    }
}
