package org.mainstay.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.StatsQuestion;

/// What a tile asks, read for somebody.
///
/// @param type of the records it asks about
/// @param now of the tile's period
/// @param before the same of the period before; null where it is not compared
/// @param stats what is counted or measured; for trends grouped by the stretch of its moment
/// @param beside the same by the other moment; null where there is none
/// @param days on which the stretches of a trend begin, in their order; empty for other shapes
record Question(
        Tile tile,
        RecordType<?> type,
        Span now,
        @Nullable Span before,
        StatsQuestion stats,
        @Nullable Beside beside,
        @Nullable Attribute<?> moment,
        List<LocalDate> days) {

    /// @param text the period in the filter language; empty for all times
    /// @param filter what the tile's text and this mean together
    record Span(String text, Filter filter) {}

    /// What a trend sets beside: the same by another moment.
    record Beside(StatsQuestion stats, Filter filter) {}
}
