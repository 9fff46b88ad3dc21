package org.mainstay.kernel.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;

/// What statistics are asked for.
///
/// @param groups attributes to group by, in order; none for one group of all matches
/// @param measures at least one
public record StatsQuestion(List<Attribute<?>> groups, List<Measure> measures) {

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
