package org.mainstay.kernel.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;

/// What statistics are asked for; [StatsReader] reads one from texts.
///
/// @param groups what to group by, in order; none for one group of all matches
/// @param measures at least one
public record StatsQuestion(List<Grouping> groups, List<Measure> measures) {

    /// The stretch of time that moments are gathered in, in the asker's zone. A week begins on Monday.
    public enum Stretch {
        DAY,
        WEEK,
        MONTH
    }

    /// One thing to group by and the name it is answered under.
    ///
    /// @param stretch for moments, whose groups are the first days of these; null for any other attribute
    public record Grouping(
            String name, Attribute<?> attribute, @Nullable Stretch stretch) {}

    /// One measure and the name it is answered under.
    public sealed interface Measure {

        String name();

        record Count(String name) implements Measure {}

        /// Of the time between two moments, or of one attribute; records that lack one are left out.
        ///
        /// @param function `avg`, `sum`, `min`, `max`, or `percentile`
        /// @param percentile from 0 to 1, for `percentile`
        /// @param from the number or point in time, or the moment at which the time begins
        /// @param until where the time ends; null for a value of its own
        record Of(
                String name,
                String function,
                double percentile,
                Attribute<?> from,
                @Nullable Attribute<?> until) implements Measure {}
    }
}
